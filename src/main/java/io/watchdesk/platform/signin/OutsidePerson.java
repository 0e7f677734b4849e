package io.watchdesk.platform.signin;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person as somebody outside tells of it, made harmless: a name is one line, a mail address is one address.
 *
 * @param id what the person is to be called here
 * @param subject what the source calls this person for ever
 * @param firstName may be null
 * @param lastName may be null
 * @param email may be null: then no mail can reach this person
 * @param groups as the source names them
 */
record OutsidePerson(String id, String subject, String firstName, String lastName, String email, Set<String> groups) {

    /** Ids stand in addresses, lists and records: letters, digits, and {@code . _ - @} between them. */
    static final String ID = "[a-zA-Z0-9](?:[a-zA-Z0-9._@-]{0,62}[a-zA-Z0-9])?";

    private static final int LONGEST = 255;
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl}<>()\\[\\],;:\"@]+@[^\\s\\p{Cntrl}<>()\\[\\],;:\"@]+");

    OutsidePerson {
        firstName = line(firstName);
        lastName = line(lastName);
        email = email != null
                        && email.length() <= LONGEST
                        && ADDRESS.matcher(email).matches()
                ? email
                : null;
        groups = Set.copyOf(groups);
    }

    private static String line(String text) {
        if (text == null) {
            return null;
        }
        String shown = NOT_SHOWN.matcher(text).replaceAll(" ").strip();
        return shown.isEmpty()
                ? null
                : shown.substring(
                        0, shown.offsetByCodePoints(0, Math.min(LONGEST / 2, shown.codePointCount(0, shown.length()))));
    }
}
