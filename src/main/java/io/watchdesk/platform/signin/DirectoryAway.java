package io.watchdesk.platform.signin;

/** The directory did not answer, or not as it must; the message says why in words for an operator. */
class DirectoryAway extends RuntimeException {

    DirectoryAway(String message, Throwable cause) {
        super(message, cause);
    }
}
