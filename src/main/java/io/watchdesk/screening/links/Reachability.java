package io.watchdesk.screening.links;

import java.util.Optional;

/** Whether a link can be opened. */
interface Reachability {

    /** What stands against opening it, in a few words; empty when it opens or nobody looks. */
    Optional<String> problem(Address address);
}
