package io.watchdesk.oncall;

import io.watchdesk.platform.MaskedMail;
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
    record Address(Kind kind, String target) {

        /** The address as everybody may read it and as it may stand in plain: of a mail address only where it leads. */
        public String masked() {
            return kind == Kind.MAIL ? MaskedMail.of(target) : target;
        }

        /** The text without the address in it. */
        public String maskedIn(String text) {
            return kind == Kind.MAIL ? MaskedMail.in(text, target) : text;
        }
    }

    /** The way. */
    enum Kind {
        MAIL,
        CHAT
    }
}
