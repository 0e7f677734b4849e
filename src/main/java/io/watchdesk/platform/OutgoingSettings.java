package io.watchdesk.platform;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Watchdesk may call up anything over HTTP ({@code watchdesk.outgoing}); what a name leads to is judged when it is
 * resolved, see {@link PublicAddresses}. Targets whose own setting lets them stand inside are the operator's word and
 * bound by none of this.
 *
 * @param hosts the only hosts that are called up, as {@code example.com} or {@code *.example.com} for all below it; empty
 *     for every public host, which link checks need
 * @param ports the only ports that are called up
 * @param plain whether addresses may begin with {@code http://}, then also on port 80
 */
@ConfigurationProperties("watchdesk.outgoing")
public record OutgoingSettings(
        @DefaultValue List<String> hosts,
        @DefaultValue("443") List<Integer> ports,
        @DefaultValue("false") boolean plain) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int HIGHEST_PORT = 65_535;
    private static final String BELOW = "*.";

    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(?i)(.*\\.)?(\\d+|0x[0-9a-f]*)");
    private static final Pattern FOUR_NUMBERS = Pattern.compile("((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})");

    /** What holds where nothing is set. */
    public static OutgoingSettings standard() {
        return new OutgoingSettings(List.of(), List.of(HTTPS), false);
    }

    /** As the settings say, for those who check other settings against it; the standard where they cannot be read. */
    public static OutgoingSettings of(Settings settings) {
        try {
            return settings.bindOrCreate("watchdesk.outgoing", Bindable.of(OutgoingSettings.class));
        } catch (BindException toldElsewhere) {
            return standard();
        }
    }

    /**
     * What stands against calling this address up, in a few words without the address, which may be a secret; empty when
     * nothing does.
     *
     * @param inside whether the target's own setting lets it stand in a private network
     */
    public Optional<String> problem(URI address, boolean inside) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean http = scheme.equals("http");
        if (!scheme.equals("https") && !(http && (inside || plain))) {
            return Optional.of("only https addresses are called up");
        }
        if (address.getRawUserInfo() != null) {
            return Optional.of("the address holds a user");
        }
        if (address.getHost() == null || address.getHost().isEmpty()) {
            return Optional.of("the address has no plain host");
        }
        if (address.getPort() == 0 || address.getPort() > HIGHEST_PORT) {
            return Optional.of("the address has a port that there is not");
        }
        if (inside) {
            return Optional.empty();
        }
        String host = address.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (NUMBER_AT_THE_END.matcher(host).matches()
                && !FOUR_NUMBERS.matcher(host).matches()) {
            return Optional.of("the host is a number in a form that not everybody reads the same");
        }
        int port = address.getPort() >= 0 ? address.getPort() : http ? HTTP : HTTPS;
        if (!ports.contains(port) && !(plain && port == HTTP)) {
            return Optional.of("port %d is not one of watchdesk.outgoing.ports".formatted(port));
        }
        return allows(host) ? Optional.empty() : Optional.of("the host is not one of watchdesk.outgoing.hosts");
    }

    private boolean allows(String host) {
        return hosts.isEmpty()
                || hosts.stream()
                        .map(allowed -> allowed.toLowerCase(Locale.ROOT))
                        .anyMatch(allowed ->
                                allowed.startsWith(BELOW) ? host.endsWith(allowed.substring(1)) : host.equals(allowed));
    }
}
