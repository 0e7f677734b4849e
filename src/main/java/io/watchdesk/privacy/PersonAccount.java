package io.watchdesk.privacy;

/** The account with which a team member signs in. */
public interface PersonAccount {

    /**
     * Removes the account with its groups and rights; does nothing where a directory outside of Watchdesk keeps it.
     *
     * @return whether there was one that could be removed
     */
    boolean remove(String person);
}
