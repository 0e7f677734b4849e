package io.watchdesk.screening.links;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.headRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.watchdesk.platform.OutgoingSettings;
import io.watchdesk.platform.web.GuardedHttp;
import io.watchdesk.testing.SmallInternet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calling links up against a server that answers as the test wishes, under a name and a public address of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LinkProbeTest {

    private static final byte[] PUBLIC = {93, (byte) 184, (byte) 216, 34};
    private static final byte[] PRIVATE = {10, 0, 0, 7};

    @TempDir
    static Path directory;

    private static TestCertificate certificate;

    private WireMockServer server;
    private final List<InetAddress> resolved = new ArrayList<>();
    private SmallInternet network;
    private GuardedHttp http;
    private LinkProbe probe;
    /** Gives up soon, for servers that never answer; the others may run on a busy machine. */
    private LinkProbe hasty;

    @BeforeEach
    void a_server_with_a_certificate() throws Exception {
        if (certificate == null) {
            certificate = TestCertificate.of("links.example", directory.resolve("links.p12"));
        }
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(certificate.store().toString())
                .keystorePassword(TestCertificate.PASSWORD)
                .keyManagerPassword(TestCertificate.PASSWORD)
                .keystoreType("PKCS12"));
        server.start();
        resolved.add(InetAddress.getByAddress(PUBLIC));
        network = new SmallInternet(this::addresses, this::served, certificate.trusted());
        OutgoingSettings anyPort = new OutgoingSettings(
                List.of(), IntStream.rangeClosed(1, 65_535).boxed().toList(), false);
        http = new GuardedHttp(anyPort, network);
        probe = new LinkProbe(http, Duration.ofMinutes(1));
        hasty = new LinkProbe(http, Duration.ofSeconds(2));
    }

    /** Every name leads to the given addresses. */
    private InetAddress[] addresses(String host) throws UnknownHostException {
        if (resolved.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return resolved.toArray(InetAddress[]::new);
    }

    /** The public address is this machine. */
    private OptionalInt served(InetSocketAddress target) {
        return Arrays.equals(target.getAddress().getAddress(), PUBLIC)
                ? OptionalInt.of(target.getPort())
                : OptionalInt.empty();
    }

    @AfterEach
    void the_server_goes() throws IOException {
        http.close();
        server.stop();
    }

    @Test
    void a_page_that_is_there_is_reachable_and_asked_for_with_its_own_host_and_path() throws Exception {
        server.stubFor(head(urlEqualTo("/a?b=%E8%8C%B6")).willReturn(ok()));

        assertThat(probe.problem(link("/a?b=茶"))).isEmpty();
        server.verify(1, headRequestedFor(urlEqualTo("/a?b=%E8%8C%B6")));
        assertThat(network.looks()).containsExactly("links.example");
        assertThat(network.connected()).containsExactly(InetAddress.getByAddress(PUBLIC));
    }

    @Test
    void a_page_that_is_gone_is_named_with_its_status() throws Exception {
        server.stubFor(any(anyUrl()).willReturn(status(404)));

        assertThat(probe.problem(link("/gone")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("404"));
    }

    @Test
    void a_server_that_knows_no_HEAD_is_asked_with_GET() throws Exception {
        server.stubFor(head(anyUrl()).willReturn(status(405)));
        server.stubFor(get(anyUrl()).willReturn(ok("x".repeat(100_000))));

        assertThat(probe.problem(link("/"))).isEmpty();
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        server.stubFor(head(urlEqualTo("/from")).willReturn(temporaryRedirect("https://links.example/to")));

        assertThat(probe.problem(link("/from"))).isEmpty();
        server.verify(0, headRequestedFor(urlEqualTo("/to")));
        assertThat(network.connected()).hasSize(1);
    }

    @Test
    void a_server_that_is_too_slow_or_breaks_off_is_unreachable() throws Exception {
        server.stubFor(head(urlEqualTo("/slow")).willReturn(ok().withFixedDelay(8_000)));
        server.stubFor(head(urlEqualTo("/broken")).willReturn(ok().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));

        assertThat(hasty.problem(link("/slow"))).contains("there was no answer in time");
        assertThat(probe.problem(link("/broken"))).isPresent();
    }

    @Test
    void a_server_that_drips_bytes_is_cut_off() throws Exception {
        try (ServerSocket drip = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread dripping = new Thread(() -> drip(drip), "drip");
            dripping.start();
            long began = System.nanoTime();
            Address address = Address.parse("https://links.example:" + drip.getLocalPort() + "/");

            assertThat(hasty.problem(address)).isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
            dripping.interrupt();
        }
    }

    @Test
    void a_certificate_for_another_name_is_not_accepted() throws Exception {
        server.stubFor(any(anyUrl()).willReturn(ok()));
        Address other = Address.parse("https://other.example:" + server.httpsPort() + "/");

        assertThat(probe.problem(other)).contains("its certificate or encryption is not accepted");
    }

    @Test
    void a_name_with_any_private_address_is_refused_without_a_connection() throws Exception {
        resolved.add(InetAddress.getByAddress(PRIVATE));

        assertThat(probe.problem(link("/"))).contains("the host is not on the public internet");
        assertThat(network.connected()).isEmpty();
    }

    @Test
    void a_port_that_the_settings_do_not_name_is_not_called_up() throws Exception {
        try (GuardedHttp strict = new GuardedHttp(OutgoingSettings.standard(), network)) {
            assertThat(new LinkProbe(strict, Duration.ofMinutes(1)).problem(link("/")))
                    .hasValueSatisfying(problem -> assertThat(problem).contains("watchdesk.outgoing.ports"));
        }
        assertThat(network.looks()).isEmpty();
    }

    @Test
    void an_unknown_name_is_unreachable() throws Exception {
        resolved.clear();

        assertThat(probe.problem(link("/"))).isEqualTo(Optional.of("the host is unknown"));
    }

    private Address link(String path) throws Exception {
        return Address.parse("https://links.example:" + server.httpsPort() + path);
    }

    /** One byte of a TLS record that never ends, again and again. */
    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(new byte[] {22, 3, 3, 0x3F, (byte) 0xFF});
            while (!Thread.currentThread().isInterrupted()) {
                socket.getOutputStream().write(0);
                socket.getOutputStream().flush();
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L);
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }
}
