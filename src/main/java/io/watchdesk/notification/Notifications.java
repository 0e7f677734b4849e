package io.watchdesk.notification;

/** Tells people things. Nothing is sent in the caller's transaction: the message commits with it and is delivered after. */
public interface Notifications {

    /** Tells every member of a group. */
    void tellGroup(String group, Message message);

    /** Tells one person. */
    void tellPerson(String person, Message message);
}
