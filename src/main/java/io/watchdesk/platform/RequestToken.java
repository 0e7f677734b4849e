package io.watchdesk.platform;

/**
 * The token that a page sends back with everything that changes something, so that no other site can do that in a person's
 * name. Camunda keeps it in a cookie that only its own webapps can read; our pages find it in this request attribute.
 */
public final class RequestToken {

    /** Holds a text, or nothing while the session has no token yet. */
    public static final String ATTRIBUTE = "watchdesk.requestToken";

    private RequestToken() {}
}
