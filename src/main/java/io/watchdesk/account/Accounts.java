package io.watchdesk.account;

import java.util.List;
import java.util.Optional;

/** All public accounts of this installation, in the order of the settings. */
public interface Accounts {

    List<Account> all();

    Optional<Account> find(String id);

    /** The account; refuses with the list of known ones. */
    Account require(String id);
}
