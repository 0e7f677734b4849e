package io.watchdesk.audit;

import io.watchdesk.audit.AuditChecks.Check;
import io.watchdesk.platform.Watched;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Verifies the audit log regularly, against the head of the time before too, and puts the head into the log and out of the
 * house, where nobody who bends the tables reaches it.
 */
@Component
class AuditWatch implements Watched {

    private static final Logger LOG = LoggerFactory.getLogger(AuditWatch.class);
    private static final int PERIODS_UNTIL_LATE = 2;

    private final AuditVerification verification;
    private final AuditChecks checks;
    private final AuditSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AuditWatch(
            AuditVerification verification,
            AuditChecks checks,
            AuditSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.verification = verification;
        this.checks = checks;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Verifies if nobody did in this period. */
    void look() {
        Instant now = clock.instant();
        long period = now.getEpochSecond() / settings.verifyEvery().toSeconds();
        Optional<Check> before = checks.newest();
        if (before.filter(check -> check.period() >= period).isPresent()) {
            return;
        }
        AuditVerification.Finding finding = verification.verify(
                before.filter(Check::intact).map(Check::noted).orElse(null));
        try {
            checks.add(new Check(period, now, finding.intact(), finding.entries(), finding.head(), finding.sentence()));
        } catch (DuplicateKeyException another) {
            return;
        }
        if (finding.intact()) {
            LOG.info("AUDIT HEAD {}:{}. {}", finding.entries(), finding.head(), finding.sentence());
        } else {
            LOG.error("AUDIT BROKEN. {}", finding.sentence());
        }
        events.publishEvent(new AuditChecked(finding));
    }

    @Override
    public List<Trouble> troubles() {
        return checks.newest().flatMap(this::trouble).map(List::of).orElse(List.of());
    }

    private Optional<Trouble> trouble(Check check) {
        if (!check.intact()) {
            return Optional.of(new Trouble(
                    "audit broken",
                    check.sentence()
                            + " Somebody changed the tables by hand. Keep a copy of the database, and compare with the"
                            + " heads that were mailed before; see \"Audit\" in operations.md."));
        }
        Duration since = Duration.between(check.at(), clock.instant());
        return since.compareTo(settings.verifyEvery().multipliedBy(PERIODS_UNTIL_LATE)) > 0
                ? Optional.of(new Trouble(
                        "audit not verified",
                        "The audit log was last verified %d hours ago; see the log for \"audit\"."
                                .formatted(since.toHours())))
                : Optional.empty();
    }
}
