package io.watchdesk.platform.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Camunda's REST API answers with 500 although the caller named something that there is not, left something out or
 * sent what does not fit; read from the message, which is all that is left of the exception there. Found by sending
 * thousands of bad inputs, see {@code BadInputSiege}.
 */
enum CallersFault {
    UNKNOWN(404, "(?i)\\b(doesn't exist|does not exist|not exist any|not found|no [\\w ]+ found|cannot find)\\b", null),
    MISSING_FIELD(400, "^Cannot (invoke|read) .* because .* is null$", CallersFault.UNREADABLE),
    MISSING(400, "\\bis (null|empty)\\b", null),
    ODD_ID(400, "has an invalid id:", "The id holds characters that no id may hold here."),
    ODD_PATH(400, "^Illegal character", "The address holds characters that no address may hold here."),
    EMPTY_NAME(400, "^begin -?\\d+, end -?\\d+, length -?\\d+$", CallersFault.UNREADABLE),
    ODD_KIND(
            400,
            "Unrecognized authorization type",
            "There is no such kind of authorization: it is 0 for all, 1 for a grant, 2 for a revocation."),
    ONE_OF_ALL(
            400,
            "for GLOBAL authorization\\. Must be",
            "An authorization of kind 0 is for everybody: its userId is \"*\", and it has no groupId."),
    EMPTY_LIST(400, "^Index -?\\d+ out of bounds for length 0$", CallersFault.UNREADABLE),
    ODD_PARAMETER(400, "^argument type mismatch$", CallersFault.UNREADABLE),
    TOO_LONG(400, "(?i)value too long|too long for", "Something of what was sent is too long to be kept.");

    /** For everything whose own words are of no use to a caller. */
    static final String UNREADABLE =
            "What was sent cannot be read: it must be JSON with the fields that this address knows.";

    private final int status;
    private final Pattern message;
    private final String sentence;

    CallersFault(int status, String message, String sentence) {
        this.status = status;
        this.message = Pattern.compile(message);
        this.sentence = sentence;
    }

    /** What this message is about, or empty for a fault of ours. */
    static Optional<CallersFault> of(String message) {
        return Arrays.stream(values())
                .filter(fault -> fault.message.matcher(message).find())
                .findFirst();
    }

    int status() {
        return status;
    }

    /** What to say instead of the message, or null where that can stay. */
    String sentence() {
        return sentence;
    }
}
