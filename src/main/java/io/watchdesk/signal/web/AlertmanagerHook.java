package io.watchdesk.signal.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.signal.SignalSettings;
import io.watchdesk.signal.SignalSettings.Source;
import io.watchdesk.signal.Signals;
import io.watchdesk.signal.Signals.Receipt;
import io.watchdesk.signal.SourceGate;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The hook for Prometheus Alertmanager as it is ({@code webhook_config}, message version 4). Alertmanager repeats what
 * goes on, so what is known takes nothing from the quota.
 */
@RestController
class AlertmanagerHook {

    private static final String CHALLENGE = "Bearer, Basic realm=\"Watchdesk\", charset=\"UTF-8\"";
    private static final String VERSION = "4";

    private final Hooks hooks;
    private final SourceGate gate;
    private final Signals signals;
    private final SignalSettings settings;
    private final Clock clock;

    AlertmanagerHook(Hooks hooks, SourceGate gate, Signals signals, SignalSettings settings, Clock clock) {
        this.hooks = hooks;
        this.gate = gate;
        this.signals = signals;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping("/hooks/alertmanager/{source}")
    ResponseEntity<HookAnswer> receive(@PathVariable String source, HttpServletRequest request) {
        return hooks.answer(
                source, request, known -> known.alertmanager() != null, CHALLENGE, known -> receive(known, request));
    }

    private ResponseEntity<HookAnswer> receive(Source source, HttpServletRequest request) {
        Credentials.of(request).verify(source.alertmanager());
        JsonNode message = HookBody.object(HookBody.read(request, settings.bodyLimit()));
        if (!VERSION.equals(HookBody.text(message, "version"))
                || !message.path("alerts").isArray()) {
            throw new HookRefused(400, "The body is not a message of Alertmanager of version 4.");
        }
        List<String> ids = new ArrayList<>();
        int stored = 0;
        int resolved = 0;
        for (JsonNode each : message.path("alerts")) {
            Alert alert = new Alert(each, message);
            if (alert.resolved()) {
                Instant at = alert.endsAt() == null ? clock.instant() : alert.endsAt();
                signals.resolve(source.id(), alert.eventId(), at).ifPresent(ids::add);
                resolved++;
            } else {
                Receipt receipt = gate.receiveUnlessKnown(source, alert.signal(source));
                ids.add(receipt.signalId());
                stored += receipt.known() ? 0 : 1;
            }
        }
        int alerts = message.path("alerts").size();
        return ResponseEntity.ok(HookAnswer.many(
                ids,
                "Alerts: %d. New signals: %d, known: %d, over: %d."
                        .formatted(alerts, stored, alerts - stored - resolved, resolved)));
    }
}
