package io.watchdesk.platform.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps the embedded database to this user of the machine: its directory and files are nobody else's to read, and a new
 * database gets a random password, kept beside it. A database from before, or with a password from the settings, is
 * opened as it was. Runs after the {@link SettingsGate}, so wrong settings leave no trace.
 */
class DatabaseFile implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    /** The password that stands in the packaged settings and so is no secret. */
    static final String KNOWN_TO_ALL = "watchdesk";

    private static final String PASSWORD = "spring.datasource.password";
    private static final String FILE = "jdbc:h2:file:";
    private static final int PASSWORD_BYTES = 24;

    /** H2 runs no other class of ours or of a library, whatever somebody writes into the database. */
    private static final String ALLOWED_CLASSES = "h2.allowedClasses";

    private static final String TRIGGERS = "io.watchdesk.audit.AppendOnlyTrigger,io.watchdesk.crisis.TimelineTrigger";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (System.getProperty(ALLOWED_CLASSES) == null) {
            System.setProperty(ALLOWED_CLASSES, TRIGGERS);
        }
        context.addApplicationListener(
                (ApplicationListener<ContextRefreshedEvent>) refreshed -> restrictNew(context.getEnvironment()));
        try {
            unlock(context.getEnvironment());
        } catch (IOException e) {
            throw new UncheckedIOException("The directory of the database cannot be prepared.", e);
        }
    }

    /** H2 makes a new file readable for everybody. */
    private static void restrictNew(ConfigurableEnvironment environment) {
        Path database = database(environment.getProperty("spring.datasource.url", ""));
        try {
            if (database != null && Files.exists(database)) {
                restrict(database, "rw-------");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of the database cannot be kept to this user.", e);
        }
    }

    static void unlock(ConfigurableEnvironment environment) throws IOException {
        Path database = database(environment.getProperty("spring.datasource.url", ""));
        if (database == null) {
            return;
        }
        if (Files.exists(database)) {
            restrict(database, "rw-------");
        }
        Path key = database.resolveSibling(database.getFileName().toString().replaceFirst("\\.mv\\.db$", ".password"));
        if (!KNOWN_TO_ALL.equals(environment.getProperty(PASSWORD)) || Files.exists(database) && !Files.exists(key)) {
            return;
        }
        if (!Files.exists(key)) {
            create(key);
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "password of the database",
                        Map.of(
                                PASSWORD,
                                Files.readString(key, StandardCharsets.UTF_8).strip())));
    }

    /** The file of the embedded database, or null for other databases. */
    private static Path database(String url) {
        if (!url.regionMatches(true, 0, FILE, 0, FILE.length())) {
            return null;
        }
        String file = url.substring(FILE.length()).split(";", 2)[0];
        return Path.of(file + ".mv.db").toAbsolutePath().normalize();
    }

    private static void create(Path key) throws IOException {
        boolean ours = !Files.exists(key.getParent());
        Files.createDirectories(key.getParent());
        if (ours) {
            restrict(key.getParent(), "rwx------");
        }
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        Path written = Files.createTempFile(key.getParent(), "password", null);
        Files.writeString(written, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
        restrict(written, "rw-------");
        Files.move(written, key, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
