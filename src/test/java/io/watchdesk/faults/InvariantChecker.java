package io.watchdesk.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the database, the platforms' journal, the mailbox and the log after a run and proves the eight invariants. It is
 * asked when the run has settled: nothing is under way any more except what waits for a person or a later moment.
 */
public final class InvariantChecker {

    private final List<Check> checks;

    /** A checker that reads this database as it is now. */
    InvariantChecker(JdbcClient jdbc) {
        checks = List.of(
                new IntakeCheck(jdbc),
                new PublishCheck(jdbc),
                new SilenceCheck(jdbc),
                new NoticeCheck(jdbc),
                new AuditCheck(jdbc),
                new JobCheck(jdbc),
                new FourEyesCheck(jdbc),
                new LeakCheck());
    }

    /** Everything that does not hold; empty is the proof. */
    List<Breach> breaches(Evidence evidence) {
        List<Breach> found = new ArrayList<>();
        for (Check check : checks) {
            check.sentences(evidence).forEach(sentence -> found.add(new Breach(check.invariant(), sentence)));
        }
        return found;
    }

    /** The breaches as a count of each invariant, for tables. */
    static Map<Invariant, Long> counted(List<Breach> breaches) {
        return breaches.stream().collect(Collectors.groupingBy(Breach::invariant, Collectors.counting()));
    }

    /** One invariant. */
    interface Check {

        Invariant invariant();

        /** A sentence for each case in which it does not hold. */
        List<String> sentences(Evidence evidence);
    }
}
