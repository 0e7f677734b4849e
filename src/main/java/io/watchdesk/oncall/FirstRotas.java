package io.watchdesk.oncall;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts the rotas of the settings in at the first start. */
@Component
class FirstRotas {

    private final OnCallSettings settings;
    private final Rotas rotas;

    FirstRotas(OnCallSettings settings, Rotas rotas) {
        this.settings = settings;
        this.rotas = rotas;
    }

    @EventListener(ApplicationStartedEvent.class)
    void furnish() {
        settings.rotas().forEach(entry -> rotas.furnish(entry.rota()));
    }
}
