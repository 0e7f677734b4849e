package io.watchdesk.account;

import java.util.List;
import java.util.Optional;

/** All public accounts of this installation, those of the settings first. */
public interface Accounts {

    /** Those that something can be published on. */
    List<Account> all();

    /** The account, retired or not. */
    Optional<Account> find(String id);

    /** Whether it is kept only for what refers to it: nothing new is begun for it. */
    default boolean isRetired(String id) {
        return false;
    }

    /**
     * Lets nobody change accounts until the current transaction ends: for who puts something on its way to this one.
     *
     * @return whether it is in force, whatever was known of it before
     */
    default boolean keep(String id) {
        return find(id).isPresent() && !isRetired(id);
    }

    /** The account, retired or not; refuses with the list of known ones. */
    Account require(String id);
}
