package io.watchdesk.signal;

import io.watchdesk.account.Accounts;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.signal.Signals.NewSignal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Signals that people of the house report. */
@Service
public class Reports {

    /** The source of what people report; no source in the settings may have this id. */
    public static final String SOURCE = "report";

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4000;
    private static final int SHOWN = 10;

    private final Signals signals;
    private final SignalTable table;
    private final Accounts accounts;
    private final People people;
    private final Clock clock;

    Reports(Signals signals, SignalTable table, Accounts accounts, People people, Clock clock) {
        this.signals = signals;
        this.table = table;
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Stores a report; the same report of the same person within the same hour, as from a second click, is the same signal.
     *
     * @return the signal's id
     * @throws Refused when nothing is said, or too much for a form
     */
    public String receive(Report report) {
        String title = CleanText.line(report.title(), LONGEST_TITLE + 1);
        if (title.isEmpty()) {
            throw new Refused("Say in one line what happened.");
        }
        atMost(LONGEST_TITLE, title, "The line that says what happened");
        atMost(LONGEST_TEXT, report.text(), "What you saw");
        String account = CleanText.lineOrNull(report.account(), LONGEST_TITLE);
        if (account != null) {
            accounts.require(account);
        }
        Map<String, String> facts = new TreeMap<>();
        report.facts().forEach((name, value) -> {
            if (value != null && !value.toString().isBlank()) {
                facts.put(name, value.toString());
            }
        });
        String event = CleanText.fingerprint(
                people.actor(),
                clock.instant().truncatedTo(ChronoUnit.HOURS).toString(),
                title,
                report.text(),
                report.link(),
                account,
                report.topic(),
                facts.toString());
        return signals.receive(new NewSignal(
                        SOURCE, event, account, report.topic(), title, report.text(), report.link(), facts, null))
                .signalId();
    }

    /** What the current person reported last, newest first. */
    public List<Signal> mine() {
        return people.current().map(person -> table.reportedBy(person, SHOWN)).orElse(List.of());
    }

    private static void atMost(int longest, String text, String what) {
        if (text != null && text.codePointCount(0, text.length()) > longest) {
            throw new Refused("%s is too long: at most %,d characters.".formatted(what, longest));
        }
    }
}
