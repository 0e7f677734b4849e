package io.watchdesk.crisis;

import java.util.List;
import java.util.Optional;

/** Every crisis there was. */
public interface Crises {

    /**
     * The crisis with this id.
     *
     * @throws io.watchdesk.platform.Refused when there is none
     */
    Crisis get(String id);

    /** The crisis with this id, locked until the transaction ends: what decides about a crisis reads it here. */
    Crisis lock(String id);

    /** The open crisis of this account and topic, drills aside. */
    Optional<Crisis> open(String account, String topic);

    /** All that go on, drills included, oldest first. */
    List<Crisis> open();

    /** The newest, open or not. */
    List<Crisis> newest(int limit);
}
