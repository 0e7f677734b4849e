package io.watchdesk.platform.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.watchdesk.platform.OutgoingHttp.Call;
import io.watchdesk.platform.OutgoingHttp.NotAnswered;
import io.watchdesk.platform.OutgoingSettings;
import io.watchdesk.testing.SmallInternet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Addresses made to lead our own client inside. A server on this machine stands for everything inside and must never be
 * called; another stands for the public internet. Every port and plain http are allowed here, so that neither saves us.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutgoingTrapTest {

    private static final String PUBLIC = "93.184.216.34";

    /** What an attacker's name server answers. */
    private static final Map<String, String> NAMES = Map.of(
            "public.example", PUBLIC,
            "inside.example", "127.0.0.1",
            "six.example", "::1",
            "mapped.example", "::ffff:127.0.0.1",
            "compatible.example", "::127.0.0.1",
            "nat64.example", "64:ff9b::7f00:1",
            "metadata.example", "169.254.169.254",
            "private.example", "192.168.0.1",
            "local.example", "fe80::1",
            "unique.example", "fd00::1");

    @RegisterExtension
    static final WireMockExtension TRAP = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    @RegisterExtension
    static final WireMockExtension OUTSIDE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final AtomicInteger rebindings = new AtomicInteger();
    private final SmallInternet internet = new SmallInternet(this::addresses, OutgoingTrapTest::served);
    private final GuardedHttp http =
            new GuardedHttp(new OutgoingSettings(List.of(), List.of(80, 443, TRAP.getPort()), true), internet);

    @AfterEach
    void close() throws IOException {
        http.close();
    }

    private InetAddress[] addresses(String host) throws UnknownHostException {
        if (host.equals("rebinding.example")) {
            return InetAddress.getAllByName(rebindings.incrementAndGet() == 1 ? PUBLIC : "127.0.0.1");
        }
        if (host.equals("both.example")) {
            return new InetAddress[] {InetAddress.getByName(PUBLIC), InetAddress.getByName("127.0.0.1")};
        }
        if (host.endsWith(".example") && !NAMES.containsKey(host)) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(NAMES.getOrDefault(host, host));
    }

    /** Everything but the one public server is the trap, so that any address inside would be noticed. */
    private static OptionalInt served(InetSocketAddress target) {
        boolean outside = target.getAddress().getHostAddress().equals(PUBLIC);
        return OptionalInt.of(outside ? OUTSIDE.getPort() : TRAP.getPort());
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/hostile/addresses.txt", delimiter = '\t')
    void leads_nowhere(String written) {
        String address = written.replace("PORT", Integer.toString(TRAP.getPort()));

        assertThat(arrives(address)).as("the call is answered").isFalse();
        assertThat(TRAP.getAllServeEvents()).isEmpty();
        assertThat(OUTSIDE.getAllServeEvents()).isEmpty();
    }

    /** Whether an address that somebody wrote is called up; one that no URI can hold is refused with the settings. */
    private boolean arrives(String address) {
        try {
            URI uri = new URI(address);
            http.call(new Call("GET", uri, Map.of(), new byte[0], false, Duration.ofSeconds(2)));
            return true;
        } catch (java.net.URISyntaxException | NotAnswered refused) {
            return false;
        }
    }

    @Test
    void the_trap_would_notice() {
        TRAP.stubFor(any(anyUrl()).willReturn(aResponse()));
        OUTSIDE.stubFor(any(anyUrl()).willReturn(aResponse()));

        assertThat(http.call(get("http://inside.example/", true)).status()).isEqualTo(200);
        assertThat(TRAP.getAllServeEvents()).hasSize(1);
        assertThat(http.call(get("http://public.example/", false)).status()).isEqualTo(200);
        assertThat(OUTSIDE.getAllServeEvents()).hasSize(1);
    }

    @Test
    void a_name_that_changes_its_mind_is_asked_once_for_each_call_and_judged_each_time() {
        OUTSIDE.stubFor(any(anyUrl()).willReturn(aResponse()));

        assertThat(http.call(get("http://rebinding.example/", false)).status()).isEqualTo(200);
        assertThat(internet.looks()).hasSize(1);
        assertThatThrownBy(() -> http.call(get("http://rebinding.example/", false)))
                .isInstanceOf(NotAnswered.class)
                .hasMessage("the host is not on the public internet");
        assertThat(internet.looks()).hasSize(2);
        assertThat(TRAP.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "//inside.example/",
                "http://inside.example/",
                "/again",
                "http://169.254.169.254/latest/meta-data/",
                "file:///etc/passwd",
                "gopher://127.0.0.1/"
            })
    void no_redirect_is_followed(String location) {
        for (int status : new int[] {300, 301, 302, 303, 307, 308}) {
            OUTSIDE.resetRequests();
            OUTSIDE.stubFor(
                    any(anyUrl()).willReturn(aResponse().withStatus(status).withHeader("Location", location)));

            assertThat(http.call(get("http://public.example/", false)).status()).isEqualTo(status);
            assertThat(http.fetch(URI.create("http://public.example/"), Map.of(), false, Duration.ofSeconds(5), 1_000)
                            .status())
                    .isEqualTo(status);
            assertThat(OUTSIDE.getAllServeEvents()).hasSize(2);
        }
        assertThat(TRAP.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://169.254.169.254/", "http://[fe80::1]/", "http://0.0.0.0/", "http://metadata.example/"})
    void not_even_with_leave_to_go_inside_are_metadata_called_up(String address) {
        assertThatThrownBy(() -> http.call(get(address, true)))
                .isInstanceOf(NotAnswered.class)
                .hasMessage("the host is no machine");
        assertThat(TRAP.getAllServeEvents()).isEmpty();
    }

    @Test
    void only_the_hosts_and_ports_of_the_settings_are_called_up_and_only_with_https() throws IOException {
        OutgoingSettings settings =
                new OutgoingSettings(List.of("hooks.example", "*.News.example"), List.of(443, 8443), false);

        assertThat(settings.problem(URI.create("https://hooks.example/x"), false))
                .isEmpty();
        assertThat(settings.problem(URI.create("https://HOOKS.example.:8443/x"), false))
                .isEmpty();
        assertThat(settings.problem(URI.create("https://a.b.news.example/x"), false))
                .isEmpty();
        assertThat(settings.problem(URI.create("https://news.example/x"), false))
                .isPresent();
        assertThat(settings.problem(URI.create("https://evilnews.example/x"), false))
                .isPresent();
        assertThat(settings.problem(URI.create("https://a.hooks.example/x"), false))
                .isPresent();
        assertThat(settings.problem(URI.create("https://hooks.example:444/x"), false))
                .isPresent();
        assertThat(settings.problem(URI.create("http://hooks.example/x"), false))
                .isPresent();
        assertThat(settings.problem(URI.create("http://10.0.0.5:9000/x"), true)).isEmpty();
        assertThat(settings.problem(URI.create("ftp://10.0.0.5/x"), true)).isPresent();
        try (GuardedHttp strict = new GuardedHttp(settings, internet)) {
            assertThatThrownBy(() -> strict.call(get("https://public.example/", false)))
                    .isInstanceOf(NotAnswered.class)
                    .hasMessageContaining("watchdesk.outgoing.hosts");
        }
        assertThat(internet.looks()).isEmpty();
    }

    private static Call get(String address, boolean inside) {
        return new Call("GET", URI.create(address), Map.of(), new byte[0], inside, Duration.ofSeconds(5));
    }
}
