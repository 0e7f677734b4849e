package io.watchdesk.escalation;

import io.watchdesk.oncall.OnCall;
import io.watchdesk.platform.People;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Who of a tier is called now. A rota that cannot be read counts as one with nobody on call: the ladder goes on. */
@Component
class TierDuty {

    private static final Logger LOG = LoggerFactory.getLogger(TierDuty.class);

    private final OnCall onCall;
    private final People people;
    private final EscalationSettings settings;
    private final Clock clock;
    private final TransactionTemplate nested;

    TierDuty(
            OnCall onCall,
            People people,
            EscalationSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.onCall = onCall;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The people on call who can still sign in. */
    List<String> onCall(Tier tier) {
        if (tier.rota() == null) {
            return List.of();
        }
        try {
            return nested.execute(status -> onCall.at(tier.rota(), clock.instant()).stream()
                    .map(OnCall.Duty::person)
                    .distinct()
                    .filter(person -> people.find(person).isPresent())
                    .toList());
        } catch (RuntimeException unreadable) {
            LOG.error("Who is on call on {} cannot be read; the ladder goes on without.", tier.rota(), unreadable);
            return List.of();
        }
    }

    /** Whom to call: the people on call, at the last tier always the fallback person too. */
    List<String> called(Tier tier) {
        Set<String> called = new LinkedHashSet<>(onCall(tier));
        if (tier.isLast()) {
            called.add(settings.fallbackPerson());
        }
        return List.copyOf(called);
    }

    /** The others of the tier, for when nothing reaches who is called. */
    List<String> others(Tier tier, List<String> called) {
        return tier.rota() == null
                ? List.of()
                : people.inGroup(tier.rota()).stream()
                        .map(People.Person::id)
                        .filter(person -> !called.contains(person))
                        .toList();
    }

    boolean isFallback(Tier tier, String person) {
        return tier.isLast()
                && person.equals(settings.fallbackPerson())
                && !onCall(tier).contains(person);
    }
}
