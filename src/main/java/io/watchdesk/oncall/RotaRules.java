package io.watchdesk.oncall;

import io.watchdesk.platform.Refused;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a rota must be, whoever writes it. */
@Component
class RotaRules {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_LAYERS = 10;
    private static final int MOST_PEOPLE = 200;
    private static final Duration LONGEST_SHIFT = Duration.ofDays(366);

    /** Refuses with a sentence what cannot be a rota; people are not looked up. */
    void check(Rota rota) {
        require(
                rota.id() != null
                        && rota.id().length() <= LONGEST_ID
                        && ID.matcher(rota.id()).matches(),
                "The id of a rota is the id of its group: small letters, digits and single dashes, at most "
                        + LONGEST_ID + ".");
        require(
                rota.name() != null && !rota.name().isBlank() && rota.name().length() <= LONGEST_NAME,
                "A rota needs a name of at most %d characters.".formatted(LONGEST_NAME));
        require(rota.zone() != null, "A rota needs a time zone such as Asia/Shanghai.");
        require(rota.layers().size() <= MOST_LAYERS, "A rota has at most %d layers.".formatted(MOST_LAYERS));
        rota.layers().forEach(RotaRules::check);
    }

    private static void check(Layer layer) {
        require(layer.people().size() <= MOST_PEOPLE, "A layer has at most %d people.".formatted(MOST_PEOPLE));
        require(
                new HashSet<>(layer.people()).size() == layer.people().size()
                        && layer.people().stream().noneMatch(String::isBlank),
                "A layer names each person once.");
        require(
                layer.perShift() >= 1
                        && (layer.people().isEmpty()
                                || layer.perShift() <= layer.people().size()),
                "As many as are on call together, 1 or more, must be in the layer.");
        require(layer.handOver() != null && layer.start() != null, "A layer needs its first hand-over, date and time.");
        require(
                layer.length() == null
                        || layer.length().compareTo(Duration.ZERO) > 0
                                && layer.length().compareTo(LONGEST_SHIFT) <= 0,
                "A shift lasts longer than nothing and at most %d days.".formatted(LONGEST_SHIFT.toDays()));
        Recurrence.of(layer.recurrence(), LocalDateTime.of(layer.start(), layer.handOver()));
    }

    private static void require(boolean good, String sentence) {
        if (!good) {
            throw new Refused(sentence);
        }
    }
}
