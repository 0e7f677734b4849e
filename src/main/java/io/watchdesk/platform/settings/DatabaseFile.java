package io.watchdesk.platform.settings;

import io.watchdesk.platform.embedded.EmbeddedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        EmbeddedFiles files = EmbeddedFiles.of(environment.getProperty("spring.datasource.url"))
                .orElse(null);
        try {
            if (files != null && Files.exists(files.database())) {
                EmbeddedFiles.restrict(files.database(), "rw-------");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of the database cannot be kept to this user.", e);
        }
    }

    static void unlock(ConfigurableEnvironment environment) throws IOException {
        EmbeddedFiles files = EmbeddedFiles.of(environment.getProperty("spring.datasource.url"))
                .orElse(null);
        if (files == null) {
            return;
        }
        Path database = files.database();
        if (Files.exists(database)) {
            EmbeddedFiles.restrict(database, "rw-------");
        }
        Path key = files.key();
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

    private static void create(Path key) throws IOException {
        boolean ours = !Files.exists(key.getParent());
        Files.createDirectories(key.getParent());
        if (ours) {
            EmbeddedFiles.restrict(key.getParent(), "rwx------");
        }
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        Path written = Files.createTempFile(key.getParent(), "password", null);
        Files.writeString(written, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
        EmbeddedFiles.restrict(written, "rw-------");
        Files.move(written, key, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
