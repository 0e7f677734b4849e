package io.watchdesk.crisis;

import java.util.List;

/** How signals and crises are matched: by account and topic, letter case and outer spaces aside. */
public final class CrisisScopes {

    private CrisisScopes() {}

    /** The scope of a signal; null stands for no account and no topic. */
    public static String of(String account, String topic) {
        return (account == null ? CrisisBook.HOUSE : account) + "|" + CrisisBook.folded(topic);
    }

    /** The scopes of a crisis, one for each account, one for the whole house when it has none. */
    public static List<String> of(Crisis crisis) {
        return crisis.accounts().isEmpty()
                ? List.of(of(null, crisis.topic()))
                : crisis.accounts().stream()
                        .map(account -> of(account, crisis.topic()))
                        .toList();
    }
}
