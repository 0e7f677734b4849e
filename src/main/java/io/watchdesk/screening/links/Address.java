package io.watchdesk.screening.links;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** An https address taken apart; what does not read the same for everybody is refused when it is made. */
final class Address {

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern UNSAFE = Pattern.compile("[\\s\\\\<>\"^`{|}\\p{Cntrl}\\p{Cf}]");
    private static final int LONGEST = 2_048;

    private static final IDNA NAMES = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.USE_STD3_RULES);
    private static final SpoofChecker SPOOF = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private final String host;
    private final String shownHost;
    private final int port;
    private final String path;
    private final String query;

    private Address(String host, String shownHost, int port, String path, String query) {
        this.host = host;
        this.shownHost = shownHost;
        this.port = port;
        this.path = path;
        this.query = query;
    }

    /** Thrown where a text is no address that may go out. */
    static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient LinkFault fault;
        private final transient Object[] details;

        Unfit(LinkFault fault, Object... details) {
            super(fault.sentence(details));
            this.fault = fault;
            this.details = details;
        }

        LinkFault fault() {
            return fault;
        }

        Object[] details() {
            return details;
        }
    }

    static Address parse(String text) throws Unfit {
        if (text.isBlank() || text.length() > LONGEST || UNSAFE.matcher(text).find()) {
            throw new Unfit(LinkFault.NO_ADDRESS, "it is empty, too long, or holds a space or a sign no address has");
        }
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https")) {
            throw scheme.matches("[a-z][a-z0-9+.-]*")
                    ? new Unfit(LinkFault.NOT_HTTPS, scheme)
                    : new Unfit(LinkFault.NO_ADDRESS, "https:// is missing");
        }
        if (!text.startsWith("//", colon + 1) || text.startsWith("///", colon + 1)) {
            throw new Unfit(LinkFault.NO_ADDRESS, "// must follow https:");
        }
        String rest = text.substring(colon + 3);
        int slash = indexOfAny(rest, "/?#");
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        if (authority.indexOf('@') >= 0) {
            throw new Unfit(LinkFault.CREDENTIALS);
        }
        return parse(authority, slash < 0 ? "" : rest.substring(slash));
    }

    private static Address parse(String authority, String rest) throws Unfit {
        int colon = authority.lastIndexOf(':');
        String written = colon < 0 ? authority : authority.substring(0, colon);
        int port = colon < 0 ? 443 : port(authority.substring(colon + 1));
        String host = host(written);
        try {
            URI uri = new URI(new URI("https://" + host + rest).toASCIIString());
            return new Address(host, written, port, orEmpty(uri.getRawPath()), orEmpty(uri.getRawQuery()));
        } catch (URISyntaxException e) {
            throw new Unfit(LinkFault.NO_ADDRESS, "the part after the host is not well formed");
        }
    }

    private static int port(String text) throws Unfit {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new Unfit(LinkFault.NO_ADDRESS, "the port is no number from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static String host(String written) throws Unfit {
        if (written.startsWith("[") || written.indexOf('%') >= 0) {
            throw new Unfit(LinkFault.ODD_HOST);
        }
        StringBuilder ascii = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        NAMES.nameToASCII(written, ascii, info);
        String host = ascii.toString().toLowerCase(Locale.ROOT);
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        if (host.matches("[0-9a-fx.]*\\d[0-9a-fx.]*") && !host.matches(".*\\.[a-z]{2,}") || host.equals("localhost")) {
            throw new Unfit(LinkFault.ODD_HOST);
        }
        if (info.hasErrors() || !NAME.matcher(host).matches()) {
            throw new Unfit(LinkFault.NO_ADDRESS, "\"%s\" is no host name".formatted(written));
        }
        return host;
    }

    private static int indexOfAny(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** The host in lower-case ASCII, as it is looked up. */
    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /** Path and query as they are sent. */
    String target() {
        return (path.isEmpty() ? "/" : path) + (query.isEmpty() ? "" : "?" + query);
    }

    /** Two links with one key open the same page. */
    String key() {
        return host + ":" + port + (path.isEmpty() ? "/" : path) + "?" + query;
    }

    boolean isMixed() {
        String shown = com.ibm.icu.text.Normalizer2.getNFKCCasefoldInstance().normalize(shownHost);
        return !shown.chars().allMatch(c -> c < 0x80)
                && java.util.Arrays.stream(shown.split("\\.")).anyMatch(SPOOF::failsChecks);
    }

    /** Values of each utm parameter, names in lower case. */
    Map<String, List<String>> utm() {
        Map<String, List<String>> utm = new LinkedHashMap<>();
        for (String pair : query.split("[&;]")) {
            int equals = pair.indexOf('=');
            String name = (equals < 0 ? pair : pair.substring(0, equals)).toLowerCase(Locale.ROOT);
            if (name.startsWith("utm_")) {
                utm.computeIfAbsent(name, n -> new ArrayList<>()).add(equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return utm;
    }
}
