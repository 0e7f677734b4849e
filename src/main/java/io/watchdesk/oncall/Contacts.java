package io.watchdesk.oncall;

import java.util.List;

/** How people are reached, in the order in which it is tried. */
public interface Contacts {

    /** The person's addresses that are not marked dead, best first; empty when nothing reaches this person. */
    List<Address> of(String person);

    /** Marks an address that refused for good; the coverage check tells the rota's owner. */
    void markDead(String person, Address address, String why);

    /**
     * @param target a mail address, or the id of a chat hook in the settings
     */
    record Address(Kind kind, String target) {}

    /** The way. */
    enum Kind {
        MAIL,
        CHAT
    }
}
