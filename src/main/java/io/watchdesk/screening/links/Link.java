package io.watchdesk.screening.links;

/**
 * A link as it was written.
 *
 * @param start place in the text, or -1 for a declared link
 * @param declared whether it goes out beside the text, not in it
 */
record Link(String part, int start, int end, String written, boolean declared) {

    /** Whether it was written with a scheme, so that it is meant to be opened as it stands. */
    boolean hasScheme() {
        return declared || written.contains("://");
    }

    /** The address that a click would open. */
    String address() {
        return hasScheme() ? written : "https://" + written;
    }
}
