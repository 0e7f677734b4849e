package io.watchdesk.signal.web;

import io.watchdesk.signal.OverQuota;
import io.watchdesk.signal.SignalSettings;
import io.watchdesk.signal.SignalSettings.Alertmanager;
import io.watchdesk.signal.SignalSettings.Source;
import io.watchdesk.signal.SignalSettings.Webhook;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What all hooks have in common: which source it is, and a sentence and a line in the log for whatever is refused. */
@Component
class Hooks {

    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);
    private static final int UNAUTHORIZED = 401;
    private static final int SECRET_BYTES = 32;
    private static final String NO_SOURCE = "There is no such source here, or it is of another kind.";

    /** Asked in place of a source that is not there, so that neither answer nor time tells strangers which there are. */
    private final Source nobody;

    private final SignalSettings settings;
    private final Refusals refusals;

    Hooks(SignalSettings settings, Refusals refusals) {
        this.settings = settings;
        this.refusals = refusals;
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        String nobodys = Base64.getEncoder().encodeToString(secret);
        this.nobody = new Source(
                "nobody",
                null,
                null,
                null,
                new Webhook(List.of("whsec_" + nobodys)),
                new Alertmanager(List.of(nobodys), null, List.of(), "account", "topic"),
                null,
                null);
    }

    /**
     * Answers a request.
     *
     * @param kind what the source must be to have this address
     * @param challenge what WWW-Authenticate says when the sender is not known
     */
    ResponseEntity<HookAnswer> answer(
            String sourceId,
            HttpServletRequest request,
            Predicate<Source> kind,
            String challenge,
            Function<Source, ResponseEntity<HookAnswer>> deed) {
        Optional<Source> known = settings.source(sourceId).filter(kind);
        try {
            return deed.apply(known.orElse(nobody));
        } catch (HookRefused refused) {
            if (known.isEmpty()) {
                refusals.note(HookBody.shown(sourceId), refused.status(), NO_SOURCE, request.getRemoteAddr());
                return refused(challenge, refused);
            }
            return refuse(sourceId, request, challenge, refused);
        } catch (OverQuota over) {
            String sentence = over.getMessage() + " Nothing is lost if it is sent again later with the same id.";
            return refuse(sourceId, request, challenge, new HookRefused(429, sentence, over.retryAfter()));
        } catch (DataAccessException | TransactionException e) {
            LOG.error("A signal of the source {} could not be stored.", HookBody.shown(sourceId), e);
            return refuse(
                    sourceId,
                    request,
                    challenge,
                    new HookRefused(
                            503,
                            "It could not be stored. Please send it again with the same id.",
                            settings.sweepEvery()));
        }
    }

    private ResponseEntity<HookAnswer> refuse(
            String sourceId, HttpServletRequest request, String challenge, HookRefused refused) {
        refusals.note(HookBody.shown(sourceId), refused.status(), refused.getMessage(), request.getRemoteAddr());
        return refused(challenge, refused);
    }

    private static ResponseEntity<HookAnswer> refused(String challenge, HookRefused refused) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(refused.status()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (refused.retryAfter() != null) {
            long seconds = Math.max(1, (refused.retryAfter().toMillis() + 999) / 1000);
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        if (refused.status() == UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        return answer.body(HookAnswer.refusal(refused.getMessage()));
    }
}
