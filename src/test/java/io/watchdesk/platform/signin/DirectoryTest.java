package io.watchdesk.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import io.watchdesk.platform.signin.DirectorySettings.GroupEntries;
import io.watchdesk.platform.signin.DirectorySettings.PeopleEntries;
import io.watchdesk.testing.TestDirectory;
import io.watchdesk.testing.TestTls;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a real LDAP server over the wire, and the ways in which that goes wrong. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectoryTest {

    private static final String PEOPLE = "ou=people," + TestDirectory.ROOT;
    private static final String GROUPS = "ou=groups," + TestDirectory.ROOT;
    private static final SSLContext TLS = TestTls.localhost().context();

    private final List<InMemoryDirectoryServer> servers = new ArrayList<>();

    @AfterEach
    void the_servers_end() {
        servers.forEach(server -> server.shutDown(true));
    }

    @Test
    void it_is_read_over_tls_from_the_first_byte_and_with_StartTLS() throws Exception {
        for (InMemoryDirectoryServer server : List.of(encrypted(TestTls.localhost()), startTls())) {
            pia(server);
            String url = (server == servers.get(0) ? "ldaps" : "ldap") + "://localhost:" + server.getListenPort();

            assertThat(directory(false, url).signIn("pia", "right"))
                    .contains(new OutsidePerson(
                            "pia", "pia", "Pia", "Lindner 林", "pia@example.com", Set.of("Redaktion")));
        }
    }

    @Test
    void nothing_is_said_to_a_server_that_does_not_encrypt() throws Exception {
        InMemoryDirectoryServer open = started(InMemoryListenerConfig.createLDAPConfig("plain", 0));
        pia(open);
        String url = "ldap://localhost:" + open.getListenPort();

        assertThatThrownBy(() -> directory(false, url).signIn("pia", "right")).isInstanceOf(DirectoryAway.class);
        assertThat(directory(true, url).signIn("pia", "right"))
                .as("only where the settings say so")
                .isPresent();
    }

    @Test
    void a_certificate_that_nobody_trusts_is_not_accepted() throws Exception {
        InMemoryDirectoryServer stranger = encrypted(TestTls.stranger());

        assertThatThrownBy(() -> directory(false, "ldaps://localhost:" + stranger.getListenPort())
                        .signIn("pia", "right"))
                .isInstanceOf(DirectoryAway.class);
    }

    @Test
    void a_certificate_of_another_host_is_not_accepted() throws Exception {
        // Names of this machine itself are not compared, so it needs an address that others see.
        String seen = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElse(null);
        assumeTrue(seen != null, "this machine has no address but its own");
        InMemoryDirectoryServer known = encrypted(TestTls.localhost());
        pia(known);

        assertThat(directory(false, "ldaps://localhost:" + known.getListenPort())
                        .signIn("pia", "right"))
                .isPresent();
        assertThatThrownBy(() -> directory(false, "ldaps://" + seen + ":" + known.getListenPort())
                        .signIn("pia", "right"))
                .isInstanceOf(DirectoryAway.class);
    }

    @Test
    void the_next_host_answers_for_one_that_is_down_and_one_that_hangs_is_given_up() throws Exception {
        InMemoryDirectoryServer up = startTls();
        pia(up);
        int down = freePort();
        assertThat(directory(false, "ldap://localhost:" + down, "ldap://localhost:" + up.getListenPort())
                        .signIn("pia", "right"))
                .isPresent();

        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            Instant begun = Instant.now();
            assertThatThrownBy(() -> directory(false, "ldap://localhost:" + silent.getLocalPort())
                            .signIn("pia", "right"))
                    .isInstanceOf(DirectoryAway.class);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "p*",
                "pia)(uid=*",
                "pia)(|(uid=*",
                "*)(uid=*))(|(uid=*",
                "pia))(&(uid=pia",
                "*)(objectClass=*",
                "\\2a",
                "pia\u0000",
                "pia)(mail=*",
                "PIA",
                "pia ",
                " pia",
                "uid=pia," + PEOPLE,
                "(uid=pia)",
                "",
                " "
            })
    void a_name_is_a_name_and_no_part_of_a_question(String name) throws Exception {
        InMemoryDirectoryServer server = startTls();
        pia(server);

        assertThat(directory(false, "ldap://localhost:" + server.getListenPort())
                        .signIn(name, "right"))
                .isEmpty();
    }

    @Test
    void a_wrong_or_empty_password_opens_nothing() throws Exception {
        InMemoryDirectoryServer server = startTls();
        pia(server);
        Directory directory = directory(false, "ldap://localhost:" + server.getListenPort());

        for (String password : new String[] {"wrong", "", null, "right ", "Right", "*"}) {
            assertThat(directory.signIn("pia", password))
                    .as(String.valueOf(password))
                    .isEmpty();
        }
    }

    @Test
    void everybody_is_read_page_by_page_with_members_by_dn_and_by_id() throws Exception {
        InMemoryDirectoryServer server = startTls();
        for (int number = 0; number < 1_203; number++) {
            person(server, "p" + number, "P" + number, "Many", "p" + number + "@example.com");
        }
        List<String> members =
                new ArrayList<>(List.of("dn: cn=Redaktion," + GROUPS, "objectClass: groupOfNames", "cn: Redaktion"));
        for (int number = 0; number < 1_200; number++) {
            members.add("member: UID=p" + number + ", ou=People,dc=example,dc=com");
        }
        server.add(members.toArray(String[]::new));
        server.add(
                "dn: cn=posix," + GROUPS,
                "objectClass: posixGroup",
                "cn: Posix",
                "gidNumber: 1",
                "memberUid: P1201",
                "memberUid: p5");

        assertThat(directory(false, "ldap://localhost:" + server.getListenPort())
                        .everybody())
                .hasSize(1_200)
                .noneMatch(person -> person.id().equals("p1201"));
        assertThat(directory(
                                settings(false, "memberUid", "ldap://localhost:" + server.getListenPort()),
                                Set.of("posix"))
                        .everybody())
                .extracting(OutsidePerson::id)
                .containsExactlyInAnyOrder("p1201", "p5");
    }

    @Test
    void two_entries_with_one_id_are_nobody() throws Exception {
        InMemoryDirectoryServer server = startTls();
        pia(server);
        server.add("dn: ou=b," + PEOPLE, "objectClass: organizationalUnit", "ou: b");
        server.add("dn: uid=pia,ou=b," + PEOPLE, "objectClass: person", "uid: pia", "sn: Other", "userPassword: right");
        server.modify(
                "dn: cn=Redaktion," + GROUPS, "changetype: modify", "add: member", "member: uid=pia,ou=b," + PEOPLE);
        Directory directory = directory(false, "ldap://localhost:" + server.getListenPort());

        assertThat(directory.signIn("pia", "right")).isEmpty();
        assertThat(directory.everybody()).isEmpty();
    }

    @Test
    void what_is_kept_there_cannot_do_harm_here() throws Exception {
        InMemoryDirectoryServer server = startTls();
        person(server, "eve", "Eve\r\nBcc: all@example.com", "\u202eevil", "eve@example.com>, <b@example.com");
        server.add(
                "dn: cn=Redaktion," + GROUPS,
                "objectClass: groupOfNames",
                "cn: Redaktion",
                "member: uid=eve," + PEOPLE);

        assertThat(directory(false, "ldap://localhost:" + server.getListenPort())
                        .signIn("eve", "right"))
                .contains(
                        new OutsidePerson("eve", "eve", "Eve Bcc: all@example.com", "evil", null, Set.of("Redaktion")));
    }

    private static void pia(InMemoryDirectoryServer server) throws Exception {
        person(server, "pia", "Pia", "Lindner 林", "pia@example.com");
        server.add(
                "dn: cn=Redaktion," + GROUPS,
                "objectClass: groupOfNames",
                "cn: redaktion",
                "member: uid=pia," + PEOPLE);
    }

    private static void person(InMemoryDirectoryServer server, String id, String first, String last, String mail)
            throws Exception {
        com.unboundid.ldap.sdk.Entry entry = new com.unboundid.ldap.sdk.Entry("uid=" + id + "," + PEOPLE);
        entry.addAttribute("objectClass", "person");
        entry.addAttribute("uid", id);
        entry.addAttribute("givenName", first);
        entry.addAttribute("sn", last);
        entry.addAttribute("mail", mail);
        entry.addAttribute("userPassword", "right");
        server.add(entry);
    }

    private InMemoryDirectoryServer encrypted(TestTls tls) throws Exception {
        return started(
                InMemoryListenerConfig.createLDAPSConfig("TLS", 0, tls.context().getServerSocketFactory()));
    }

    private InMemoryDirectoryServer startTls() throws Exception {
        return started(InMemoryListenerConfig.createLDAPConfig("StartTLS", null, 0, TLS.getSocketFactory()));
    }

    private InMemoryDirectoryServer started(InMemoryListenerConfig listener) throws Exception {
        InMemoryDirectoryServer server = TestDirectory.server(listener);
        server.startListening();
        servers.add(server);
        return server;
    }

    private static Directory directory(boolean plain, String... urls) throws Exception {
        return directory(settings(plain, "member", urls), Set.of("Redaktion"));
    }

    private static Directory directory(DirectorySettings settings, Set<String> groups) throws Exception {
        return new Directory(settings, new DirectoryConnections(settings, TLS), groups);
    }

    private static DirectorySettings settings(boolean plain, String member, String... urls) {
        return new DirectorySettings(
                List.of(urls),
                plain,
                null,
                TestDirectory.READER,
                TestDirectory.READER_PASSWORD,
                new PeopleEntries(PEOPLE, "(objectClass=person)", "uid", "givenName", "sn", "mail"),
                new GroupEntries(GROUPS, "(|(objectClass=groupOfNames)(objectClass=posixGroup))", "cn", member),
                Duration.ofMinutes(5),
                Duration.ofSeconds(2));
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
