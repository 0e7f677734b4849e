package io.watchdesk.signal.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.account.Accounts;
import io.watchdesk.signal.CleanText;
import io.watchdesk.signal.SignalSettings;
import io.watchdesk.signal.SignalSettings.Source;
import io.watchdesk.signal.Signals;
import io.watchdesk.signal.Signals.NewSignal;
import io.watchdesk.signal.Signals.Receipt;
import io.watchdesk.signal.SourceGate;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hook for any program that can sign a request. */
@RestController
class SignalHook {

    private static final String CHALLENGE = "Webhook-Signature";
    private static final int LONGEST_NAME = 100;

    private final Hooks hooks;
    private final SourceGate gate;
    private final Signals signals;
    private final SignalSettings settings;
    private final Accounts accounts;
    private final Clock clock;

    SignalHook(Hooks hooks, SourceGate gate, Signals signals, SignalSettings settings, Accounts accounts, Clock clock) {
        this.hooks = hooks;
        this.gate = gate;
        this.signals = signals;
        this.settings = settings;
        this.accounts = accounts;
        this.clock = clock;
    }

    @PostMapping("/hooks/signals/{source}")
    ResponseEntity<HookAnswer> receive(@PathVariable String source, HttpServletRequest request) {
        return hooks.answer(
                source, request, known -> known.webhook() != null, CHALLENGE, known -> receive(known, request));
    }

    private ResponseEntity<HookAnswer> receive(Source source, HttpServletRequest request) {
        byte[] body = HookBody.read(request, settings.bodyLimit());
        StandardWebhook webhook = StandardWebhook.of(request);
        webhook.verify(body, source.webhook().secrets(), clock.instant(), settings.tolerance());
        NewSignal signal = signal(source, webhook.id(), HookBody.object(body));
        Receipt receipt = gate.receive(source, signal);
        // With an id of its own a sender may tell how things went on; a delivery that is repeated says the same.
        boolean repeated = receipt.known() && signal.eventId().equals(webhook.id());
        if (repeated && signals.contradicts(receipt.signalId(), signal)) {
            throw new HookRefused(
                    409,
                    "Something else was received with this webhook-id before, as %s, and stands. What came now is not stored: send it with an id of its own."
                            .formatted(receipt.signalId()));
        }
        String sentence = receipt.known()
                ? "It was received before, as %s; nothing changed.".formatted(receipt.signalId())
                : "It is stored as %s.%s".formatted(receipt.signalId(), unknownAccount(signal.account()));
        return ResponseEntity.status(receipt.known() ? 200 : 202)
                .body(HookAnswer.one(receipt.signalId(), receipt.known(), sentence));
    }

    /** Fields stand in the object itself, or in its "data" as Standard Webhooks advises. */
    private static NewSignal signal(Source source, String webhookId, JsonNode body) {
        JsonNode fields = body.path("data").isObject() ? body.path("data") : body;
        String title = HookBody.text(fields, "title");
        String text = HookBody.text(fields, "text");
        if (title == null && text == null) {
            throw new HookRefused(400, "The body says nothing: it needs a \"title\" or a \"text\".");
        }
        String ownId = HookBody.text(fields, "id");
        String account = HookBody.text(fields, "account");
        String topic = HookBody.text(fields, "topic");
        var occurredAt = HookBody.time(fields, "occurredAt");
        return new NewSignal(
                source.id(),
                ownId == null ? webhookId : ownId,
                account == null ? source.account() : account,
                topic == null ? source.topic() : topic,
                title,
                text,
                HookBody.text(fields, "link"),
                facts(fields.path("facts")),
                occurredAt == null ? HookBody.time(body, "timestamp") : occurredAt);
    }

    private static Map<String, String> facts(JsonNode given) {
        Map<String, String> facts = new HashMap<>();
        given.properties().forEach(fact -> {
            if (!fact.getValue().isNull()) {
                facts.put(
                        fact.getKey(),
                        fact.getValue().isValueNode()
                                ? fact.getValue().asText()
                                : fact.getValue().toString());
            }
        });
        return facts;
    }

    private String unknownAccount(String named) {
        return named == null
                        || accounts.find(CleanText.line(named, LONGEST_NAME)).isPresent()
                ? ""
                : " There is no account \"%s\" here: it is rated with the account unknown."
                        .formatted(CleanText.line(named, LONGEST_NAME));
    }
}
