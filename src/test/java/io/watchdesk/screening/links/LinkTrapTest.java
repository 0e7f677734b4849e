package io.watchdesk.screening.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.platform.OutgoingSettings;
import io.watchdesk.platform.web.GuardedHttp;
import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Finding.Severity;
import io.watchdesk.screening.ScreeningSettings;
import io.watchdesk.screening.Subject;
import io.watchdesk.screening.Subject.Text;
import io.watchdesk.screening.WordList;
import io.watchdesk.testing.SmallInternet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links made to lead the check into our own network; a server on this machine waits for them and must never be called. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LinkTrapTest {

    private static final WordList LIST = new WordList("L-7", new WordList.Entries(List.of(), List.of(), List.of()));

    /** What an attacker's name server would answer. */
    private static final Map<String, String> NAMES = Map.of(
            "inside.attacker.example", "127.0.0.1",
            "six.attacker.example", "::1",
            "mapped.attacker.example", "::ffff:127.0.0.1",
            "metadata.attacker.example", "169.254.169.254",
            "private.attacker.example", "192.168.0.1",
            "zero.attacker.example", "0.0.0.0",
            "nat64.attacker.example", "64:ff9b::7f00:1",
            "compatible.attacker.example", "::127.0.0.1",
            "local.attacker.example", "fe80::1",
            "unique.attacker.example", "fd00::1");

    private static final AtomicInteger HITS = new AtomicInteger();
    private static ServerSocket trap;

    private final AtomicInteger rebindings = new AtomicInteger();
    private final SmallInternet attackers = new SmallInternet(this::addresses, LinkTrapTest::served);
    private GuardedHttp http;
    private LinkScreener screener;

    @BeforeEach
    void a_check_of_links() {
        // The trap's own port is allowed, so that it is not the port which saves us.
        http = new GuardedHttp(new OutgoingSettings(List.of(), List.of(443, trap.getLocalPort()), false), attackers);
        screener = new LinkScreener(
                new LinkProbe(http, Duration.ofSeconds(1)),
                new ScreeningSettings(
                        new ScreeningSettings.Links(true, 1_000, 15_000), new ScreeningSettings.Assets(30)));
    }

    @AfterEach
    void the_check_ends() throws IOException {
        http.close();
    }

    /** Names as the attacker answers, numbers as Java reads them, all others this machine. */
    private InetAddress[] addresses(String host) throws UnknownHostException {
        if (host.startsWith("rebinding.")) {
            boolean first = rebindings.incrementAndGet() == 1;
            return InetAddress.getAllByName(first ? "93.184.216.34" : "127.0.0.1");
        }
        if (host.startsWith("both.")) {
            return new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("127.0.0.1")};
        }
        if (NAMES.containsKey(host)) {
            return InetAddress.getAllByName(NAMES.get(host));
        }
        if (host.endsWith(".example")) {
            throw new UnknownHostException(host);
        }
        return host.matches("[0-9a-fx.:\\[\\]]+|localhost")
                ? InetAddress.getAllByName(host)
                : new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    /** Real connections to this machine, none to anywhere else. */
    private static OptionalInt served(InetSocketAddress target) {
        boolean here =
                target.getAddress().isLoopbackAddress() || target.getAddress().isAnyLocalAddress();
        return here ? OptionalInt.of(trap.getLocalPort()) : OptionalInt.empty();
    }

    @BeforeAll
    @SuppressWarnings("try")
    static void a_trap_waits() throws IOException {
        trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread waiting = new Thread(
                () -> {
                    while (!trap.isClosed()) {
                        try (Socket visitor = trap.accept()) {
                            HITS.incrementAndGet();
                        } catch (IOException e) {
                            return;
                        }
                    }
                },
                "trap");
        waiting.setDaemon(true);
        waiting.start();
    }

    @AfterAll
    static void the_trap_goes() throws IOException {
        trap.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.0.0.1:PORT/",
                "https://127.1/",
                "https://127.0.1/",
                "https://0/",
                "https://0.0.0.0:PORT/",
                "https://2130706433/",
                "https://017700000001/",
                "https://0x7f000001/",
                "https://0x7f.0x0.0x0.0x1/",
                "https://0177.0.0.1/",
                "https://0x7f.1/",
                "https://127.0.0.1./",
                "https://127.000.000.001/",
                "https://[::1]/",
                "https://[::1]:PORT/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[0:0:0:0:0:ffff:127.0.0.1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[fe80::1%25lo]/",
                "https://localhost/",
                "https://localhost:PORT/",
                "https://LOCALHOST./",
                "https://localhost.localdomain/",
                "https://inside.attacker.example/",
                "https://six.attacker.example/",
                "https://mapped.attacker.example/",
                "https://metadata.attacker.example/latest/meta-data/",
                "https://private.attacker.example/",
                "https://zero.attacker.example/",
                "https://nat64.attacker.example/",
                "https://compatible.attacker.example/",
                "https://local.attacker.example/",
                "https://unique.attacker.example/",
                "https://both.attacker.example/",
                "https://①②⑦.⓪.⓪.①/",
                "https://127。0。0。1/",
                "https://１２７.０.０.１/",
                "https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
                "https://brand.example@127.0.0.1/",
                "https://127.0.0.1#@brand.example/",
                "https://brand.example:443@127.0.0.1:PORT/",
                "https://127.0.0.1\\@brand.example/",
                "https://brand.example\\.127.0.0.1/",
                "https://127.0.0.1%2f@brand.example/",
                "https://%6cocalhost/",
                "https://127.0.0.1%00.brand.example/",
                "https:127.0.0.1/",
                "https:///127.0.0.1/",
                "https:\\\\127.0.0.1/",
                "https://127.0.0.1\u200B/",
                "https://local\u00ADhost/",
                "//127.0.0.1/",
                "http://127.0.0.1:PORT/",
                "ftp://127.0.0.1:PORT/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:PORT/_x",
                "jar:https://127.0.0.1:PORT/!/",
                "dict://127.0.0.1:PORT/x",
                "https://127.0.0.1\r\nHost: brand.example/",
                "https://::1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://0251.0376.0251.0376/",
                "https://2852039166/",
                "https://[fd00:ec2::254]/latest/",
                "https://trap/",
                "https://127.0.0.1:0443/"
            })
    void leads_nowhere(String link) {
        String real = link.replace("PORT", Integer.toString(trap.getLocalPort()));

        List<Finding> declared =
                screener.screen(new Subject(List.of(), List.of(real), List.of(), List.of(), List.of()), LIST);
        screener.screen(
                new Subject(
                        List.of(new Text("body", "see " + real + " now")), List.of(), List.of(), List.of(), List.of()),
                LIST);

        assertThat(HITS).hasValue(0);
        assertThat(declared)
                .anyMatch(f -> f.severity() == Severity.BLOCK || f.reason().contains("could not be opened"));
    }

    @Test
    void a_name_that_changes_its_mind_is_asked_only_once() {
        screener.screen(
                new Subject(List.of(), List.of("https://rebinding.attacker.example/"), List.of(), List.of(), List.of()),
                LIST);

        assertThat(HITS).hasValue(0);
        assertThat(attackers.looks()).containsExactly("rebinding.attacker.example");
    }

    @Test
    void the_trap_does_count_visitors() throws IOException {
        int before = HITS.get();
        try (Socket visitor = attackers.socket()) {
            visitor.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), 443), 1_000);
            org.awaitility.Awaitility.await().until(() -> HITS.get() > before);
        } finally {
            HITS.set(0);
        }
        assertThat(HITS).hasValue(0);
    }
}
