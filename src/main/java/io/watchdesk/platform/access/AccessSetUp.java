package io.watchdesk.platform.access;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Brings groups, filters and rights to what the files say, at every start and before anybody can sign in for long. */
@Component
class AccessSetUp {

    private final Groups groups;
    private final SharedFilters filters;
    private final Grants grants;

    AccessSetUp(Groups groups, SharedFilters filters, Grants grants) {
        this.groups = groups;
        this.filters = filters;
        this.grants = grants;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void setUp() {
        groups.create();
        grants.apply(filters.create());
    }
}
