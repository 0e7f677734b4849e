package io.watchdesk.faults;

import io.watchdesk.publishing.Answer;
import io.watchdesk.publishing.Channel;
import io.watchdesk.publishing.LookUp;
import io.watchdesk.publishing.Order;

/** In the place of the site's channel: accounts of platforms go there, all others to the site. */
record RoutedChannel(Channel site, Channel asked, Channel blind) implements Channel {

    /** Begins the ids of accounts on a platform that cannot be asked what became of a call. */
    static final String BLIND = PublishCheck.OUTSIDE + "blind-";

    @Override
    public String id() {
        return site.id();
    }

    @Override
    public boolean byPerson() {
        return site.byPerson();
    }

    @Override
    public Answer publish(Order order) {
        return of(order).publish(order);
    }

    @Override
    public LookUp lookUp(Order order) {
        return of(order).lookUp(order);
    }

    @Override
    public Answer update(Order order, String remoteId) {
        return of(order).update(order, remoteId);
    }

    @Override
    public Answer takeDown(String remoteId, String reason) {
        return remoteId.startsWith("r-") ? asked.takeDown(remoteId, reason) : site.takeDown(remoteId, reason);
    }

    private Channel of(Order order) {
        String account = order.account().id();
        if (!account.startsWith(PublishCheck.OUTSIDE)) {
            return site;
        }
        return account.startsWith(BLIND) ? blind : asked;
    }
}
