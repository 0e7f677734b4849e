package io.watchdesk.platform.signin;

/** The OpenID Connect provider did not answer, or not as it must; the message says why in words for an operator. */
class ProviderAway extends RuntimeException {

    ProviderAway(String message, Throwable cause) {
        super(message, cause);
    }
}
