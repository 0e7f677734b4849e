package io.watchdesk.notification;

/**
 * How one attempt to reach an address ended.
 *
 * @param said what the other side said or what went wrong, as a sentence for people; null when all went well
 */
public record Delivery(Outcome outcome, String said) {

    /** The other side took the message. */
    public static final Delivery DELIVERED = new Delivery(Outcome.DELIVERED, null);

    /** Whether trying again makes sense. */
    public enum Outcome {
        /** The other side took the message. */
        DELIVERED,
        /** This address will never take a message. */
        REFUSED,
        /** It did not work now; another attempt may. */
        FAILED
    }

    /** This address will never take a message. */
    public static Delivery refused(String said) {
        return new Delivery(Outcome.REFUSED, said);
    }

    /** It did not work now. */
    public static Delivery failed(String said) {
        return new Delivery(Outcome.FAILED, said);
    }
}
