package io.watchdesk.escalation;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.oncall.Rota;
import io.watchdesk.oncall.Rotas;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells those who answer for the rotas what the ladder met. News that cannot be told never stop it. */
@Component
class LadderNews {

    private static final Logger LOG = LoggerFactory.getLogger(LadderNews.class);
    private static final String MANAGERS = "managers";

    private final Notifications notifications;
    private final Rotas rotas;
    private final TransactionTemplate nested;

    LadderNews(Notifications notifications, Rotas rotas, PlatformTransactionManager transactions) {
        this.notifications = notifications;
        this.rotas = rotas;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** To the rota's owner, or to the managers where it has none. */
    void nobodyOnCall(Crisis crisis, int tier, String rota) {
        tell(
                owner(rota),
                message(
                        crisis,
                        "nobody was on call on tier %s".formatted(tier),
                        "Nobody is on call on %s, so the next tier was called at once. Please put somebody in."
                                .formatted(rota == null ? "tier " + tier : rota)));
    }

    void exhausted(Crisis crisis, int loops) {
        tell(
                Optional.empty(),
                message(
                        crisis,
                        "nobody has taken it",
                        "Everybody on call was called %s times in vain. Executives and the fallback person are called until somebody takes it."
                                .formatted(loops)));
    }

    private Optional<String> owner(String rota) {
        return rota == null ? Optional.empty() : rotas.find(rota).map(Rota::owner);
    }

    private void tell(Optional<String> person, Message message) {
        try {
            nested.executeWithoutResult(status -> person.ifPresentOrElse(
                    owner -> notifications.tellPerson(owner, message),
                    () -> notifications.tellGroup(MANAGERS, message)));
        } catch (RuntimeException untold) {
            LOG.error("News of {} cannot be told; its ladder goes on.", message.pieceId(), untold);
        }
    }

    private static Message message(Crisis crisis, String headline, String fact) {
        String mark = "[%s]".formatted(crisis.level());
        String title = crisis.drill() ? crisis.title().replace(Crisis.DRILL_MARK, "") : crisis.title();
        return new Message.CrisisFollowUp(
                crisis.id(),
                title,
                crisis.drill() ? Crisis.DRILL_MARK + mark : mark,
                headline,
                List.of(fact),
                List.of());
    }
}
