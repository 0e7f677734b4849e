package io.watchdesk.account;

import java.util.Optional;

/** What is on its way to accounts and would be lost, or go another way, if one of them changed; declare it as a bean. */
public interface AccountUse {

    /** Why the account must neither be retired nor get another channel now, and how to mend that, or empty. */
    Optional<String> standing(Account account);
}
