package io.watchdesk.oncall;

import io.watchdesk.platform.Refused;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The local times at which hands change, by an RFC 5545 rule that has no end. */
final class Recurrence {

    private static final Set<Freq> TOO_OFTEN = Set.of(Freq.MINUTELY, Freq.SECONDLY);

    private final RecurrenceRule rule;
    private final LocalDateTime start;

    private Recurrence(RecurrenceRule rule, LocalDateTime start) {
        this.rule = rule;
        this.start = start;
    }

    /** Refuses with a sentence what is no rule, ends, is more often than hourly or never happens at its start. */
    static Recurrence of(String text, LocalDateTime start) {
        Recurrence recurrence = new Recurrence(parsed(text), start);
        LocalDateTime first = recurrence.first(text);
        if (!first.equals(start)) {
            throw new Refused("The recurrence \"%s\" does not hand over at its start %s; the next hand-over is %s."
                    .formatted(text, start, first));
        }
        return recurrence;
    }

    private static RecurrenceRule parsed(String text) {
        RecurrenceRule rule;
        try {
            rule = new RecurrenceRule(text == null ? "" : text.strip(), RecurrenceRule.RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException unreadable) {
            throw new Refused(
                    "\"%s\" is no recurrence. Write it as FREQ=WEEKLY;BYDAY=MO or FREQ=DAILY.".formatted(text));
        }
        if (!rule.isInfinite()) {
            throw new Refused("The recurrence \"%s\" ends; leave COUNT and UNTIL out.".formatted(text));
        }
        if (TOO_OFTEN.contains(rule.getFreq()) || rule.hasPart(RecurrenceRule.Part.BYSECOND)) {
            throw new Refused("The recurrence \"%s\" is more often than hourly.".formatted(text));
        }
        return rule;
    }

    private LocalDateTime first(String text) {
        try {
            return times().next();
        } catch (IllegalArgumentException | NoSuchElementException never) {
            throw new Refused("The recurrence \"%s\" never happens.".formatted(text));
        }
    }

    /** The hand-overs from the start on, in order. */
    Iterator<LocalDateTime> times() {
        RecurrenceRuleIterator found = rule.iterator(new DateTime(
                start.getYear(),
                start.getMonthValue() - 1,
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                start.getSecond()));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public LocalDateTime next() {
                DateTime next = found.nextDateTime();
                return LocalDateTime.of(
                        next.getYear(),
                        next.getMonth() + 1,
                        next.getDayOfMonth(),
                        next.getHours(),
                        next.getMinutes(),
                        next.getSeconds());
            }
        };
    }
}
