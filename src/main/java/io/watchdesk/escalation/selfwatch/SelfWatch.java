package io.watchdesk.escalation.selfwatch;

import io.watchdesk.escalation.selfwatch.SelfWatchBook.Alarm;
import io.watchdesk.notification.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches over the crisis line without its engine: what is found is told to the fallback person at once and again while it
 * goes on, and that it is mended as well; a heartbeat goes out while all is well. Of several nodes one speaks; when it
 * falls silent, another takes over. Of its own machine every node speaks itself.
 */
@Component
public class SelfWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SelfWatch.class);
    private static final int LOOKS_UNTIL_DEAD = 3;
    private static final String UNREADABLE = "The self-watch cannot read the database: nobody knows how crises stand.";

    private final SelfWatchLook look;
    private final NodeLook machine;
    private final SelfWatchBook book;
    private final SelfWatchVoice voice;
    private final SelfWatchSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    /** When it was last told that the database cannot be read; what is told of it cannot be written down. */
    private Instant unreadableTold;

    SelfWatch(
            SelfWatchLook look,
            NodeLook machine,
            SelfWatchBook book,
            SelfWatchVoice voice,
            SelfWatchSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.look = look;
        this.machine = machine;
        this.book = book;
        this.voice = voice;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks once and says what there is to say. */
    public void look() {
        look(node);
    }

    void look(String node) {
        Instant now = clock.instant();
        List<Finding> own = machine.findings();
        try {
            Instant deadBefore = now.minus(settings.every().multipliedBy(LOOKS_UNTIL_DEAD));
            voice.learn();
            boolean speaks = Boolean.TRUE.equals(transaction.execute(status -> book.speaks(node, now, deadBefore)));
            report(own, now, machine::isOwn);
            if (speaks) {
                List<Finding> findings = look.findings();
                report(findings, now, name -> !NodeLook.isOfSomeNode(name));
                if (findings.isEmpty() && own.isEmpty()) {
                    voice.heartbeat();
                }
            }
            unreadableTold = null;
        } catch (RuntimeException e) {
            LOG.error(UNREADABLE, e);
            if (unreadableTold == null
                    || !unreadableTold.plus(settings.repeatAfter()).isAfter(now)) {
                List<String> sentences = new ArrayList<>(List.of(UNREADABLE));
                own.forEach(finding -> sentences.add(finding.sentence()));
                unreadableTold = voice.tell(alarm(sentences)) ? now : unreadableTold;
            }
        }
    }

    /** @param mine which of the alarms that are known are answered by these findings */
    private void report(List<Finding> findings, Instant now, Predicate<String> mine) {
        Map<String, Alarm> known = book.alarms().stream()
                .filter(alarm -> mine.test(alarm.name()))
                .collect(Collectors.toMap(Alarm::name, Function.identity()));
        List<Finding> due = new ArrayList<>();
        for (Finding finding : findings) {
            Alarm alarm = known.remove(finding.name());
            if (alarm == null) {
                transaction.executeWithoutResult(status -> book.add(finding, now));
            }
            if (alarm == null
                    || alarm.toldAt() == null
                    || !alarm.toldAt().plus(repeat(finding)).isAfter(now)) {
                due.add(finding);
            }
        }
        if (!due.isEmpty()
                && voice.tell(alarm(due.stream().map(Finding::sentence).toList()))) {
            transaction.executeWithoutResult(status -> due.forEach(finding -> book.told(finding.name(), now)));
        }
        mended(List.copyOf(known.values()));
    }

    private void mended(List<Alarm> mended) {
        List<String> told = mended.stream()
                .filter(alarm -> alarm.toldAt() != null)
                .map(alarm -> "Mended: " + alarm.sentence())
                .toList();
        if (told.isEmpty() || voice.tell(new Message.SelfWatchMended(null, title(told.size()), told))) {
            transaction.executeWithoutResult(status -> mended.forEach(alarm -> book.remove(alarm.name())));
        }
    }

    private static Message alarm(List<String> sentences) {
        return new Message.SelfWatchAlarm(null, title(sentences.size()), sentences);
    }

    private static String title(int findings) {
        return findings == 1 ? "1 finding" : findings + " findings";
    }

    private Duration repeat(Finding finding) {
        return finding.kind() == Finding.Kind.NOBODY_ON_CALL ? settings.coverageRepeatAfter() : settings.repeatAfter();
    }
}
