package io.watchdesk.publishing;

import io.watchdesk.platform.Refused;
import java.net.URI;
import java.net.URISyntaxException;

/** The rule for links that people paste. */
final class Links {

    private static final int LONGEST = 2000;

    private Links() {}

    /** The link without outer spaces; refuses what is not a complete https address. */
    static String checked(String link) {
        if (link == null || link.isBlank()) {
            throw new Refused("Paste the link of the post.");
        }
        String stripped = link.strip();
        try {
            URI uri = new URI(stripped);
            boolean usable = "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && stripped.length() <= LONGEST;
            if (usable) {
                return stripped;
            }
        } catch (URISyntaxException e) {
            throw new Refused("The link is not a web address: " + stripped);
        }
        throw new Refused("The link must be a complete https address of at most %d characters: %s"
                .formatted(LONGEST, stripped.substring(0, Math.min(200, stripped.length()))));
    }
}
