package io.watchdesk.notification;

/** The way out of the house. */
public interface MailServer {

    /** Whether this installation has one. */
    boolean configured();

    /**
     * Hands a mail over.
     *
     * @throws AddressRefused if this address will never take mail
     * @throws Unavailable if trying again may help
     */
    void send(Mail mail);

    /** The address cannot exist, or the mail server refused it for good. */
    class AddressRefused extends RuntimeException {

        /** @param sentence what the mail server said, for people */
        public AddressRefused(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** The mail server cannot be reached, or does not take the mail now. */
    class Unavailable extends RuntimeException {

        /** @param sentence what happened, for people */
        public Unavailable(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
