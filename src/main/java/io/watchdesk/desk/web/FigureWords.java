package io.watchdesk.desk.web;

import io.watchdesk.desk.figures.Share;
import io.watchdesk.desk.figures.Spread;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Figures as a reader of one language writes them; what there is none of is a dash. */
final class FigureWords {

    private static final String NONE = "–";

    private final MessageSource messages;
    private final Locale locale;

    FigureWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The message, or the word itself where nobody has a better one: somebody's own group or scenario. */
    String sayOr(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, locale);
    }

    // Public, as those below, because the page calls them by reflection.
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String percent(Share share) {
        return share == null || share.percent() == null
                ? NONE
                : NumberFormat.getInstance(locale).format(share.percent()) + "%";
    }

    public String median(Spread spread) {
        return spread == null ? NONE : time(spread.median());
    }

    public String most(Spread spread) {
        return spread == null ? NONE : time(spread.p90());
    }

    public String time(Number seconds) {
        if (seconds == null) {
            return NONE;
        }
        Duration time = Duration.ofSeconds(Math.round(seconds.doubleValue()));
        if (time.toDays() > 0) {
            return say("figures.daysHours", time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return say("figures.hoursMinutes", time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? say("figures.minutesSeconds", time.toMinutes(), time.toSecondsPart())
                : say("figures.seconds", time.toSeconds());
    }
}
