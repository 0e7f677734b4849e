package io.watchdesk.publishing;

import io.watchdesk.account.Accounts;
import io.watchdesk.platform.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All adapters of this installation. */
@Component
public class Channels {

    private final List<Channel> all;
    private final Accounts accounts;

    Channels(List<Channel> all, Accounts accounts) {
        this.all = all;
        this.accounts = accounts;
    }

    /** The adapter with this id. */
    public Optional<Channel> find(String id) {
        return all.stream().filter(channel -> channel.id().equals(id)).findFirst();
    }

    /** The adapter an account goes out through; refuses with the list of known ones. */
    public Channel of(String accountId) {
        String id = accounts.require(accountId).channel();
        return find(id).orElseThrow(() -> new Refused("There is no channel \"%s\" (known: %s)."
                .formatted(id, String.join(", ", all.stream().map(Channel::id).toList()))));
    }
}
