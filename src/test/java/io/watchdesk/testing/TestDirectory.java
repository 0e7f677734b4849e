package io.watchdesk.testing;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * A real LDAP server inside the tests, with StartTLS and a certificate of its own. The shared application reads people from
 * it besides its own; it is empty until a test puts somebody into it, and everybody is only read when a test says so.
 */
public final class TestDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The entry above everything. */
    public static final String ROOT = "dc=example,dc=com";

    /** Who may read the directory. */
    public static final String READER = "cn=watchdesk," + ROOT;

    /** The password of {@link #READER}. */
    public static final String READER_PASSWORD = "reads only";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String key = "watchdesk.sign-in.directory.";
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(key + "urls[0]", "ldap://localhost:" + Holder.PORT);
        settings.put(key + "ssl-bundle", "directory");
        settings.put(
                "spring.ssl.bundle.pem.directory.truststore.certificate",
                TestTls.localhost().certificatePem());
        settings.put(key + "bind-dn", READER);
        settings.put(key + "bind-password", READER_PASSWORD);
        settings.put(key + "people.base", "ou=people," + ROOT);
        settings.put(key + "groups.base", "ou=groups," + ROOT);
        settings.put(key + "every", "PT0S");
        settings.put(key + "timeout", "PT2S");
        settings.put("watchdesk.sign-in.own-passwords", "true");
        settings.put("watchdesk.sign-in.break-glass", "admin");
        settings.put("watchdesk.sign-in.groups[0].theirs", "Redaktion");
        settings.put("watchdesk.sign-in.groups[0].ours[0]", "writers");
        settings.put("watchdesk.sign-in.groups[1].theirs", "Bereitschaft");
        settings.put("watchdesk.sign-in.groups[1].ours[0]", "oncall-tier-1");
        settings.put("watchdesk.sign-in.groups[2].theirs", "Leitung");
        settings.put("watchdesk.sign-in.groups[2].ours[0]", "camunda-admin");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test directory", settings));
    }

    /** The server, started on first use; it can be stopped and started again. */
    public static InMemoryDirectoryServer server() {
        return Holder.SERVER;
    }

    /** A server of one's own with the three entries that hold everything, not started. */
    public static InMemoryDirectoryServer server(InMemoryListenerConfig listener) {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(ROOT);
            config.setListenerConfigs(listener);
            config.addAdditionalBindCredentials(READER, READER_PASSWORD);
            config.setSchema(null);
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add("dn: " + ROOT, "objectClass: domain", "dc: example");
            server.add("dn: ou=people," + ROOT, "objectClass: organizationalUnit", "ou: people");
            server.add("dn: ou=groups," + ROOT, "objectClass: organizationalUnit", "ou: groups");
            return server;
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {

        static final int PORT = freePort();
        static final InMemoryDirectoryServer SERVER = start();

        static InMemoryDirectoryServer start() {
            try {
                InMemoryDirectoryServer server = server(InMemoryListenerConfig.createLDAPConfig(
                        "StartTLS", null, PORT, TestTls.localhost().context().getSocketFactory()));
                server.startListening();
                return server;
            } catch (LDAPException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
