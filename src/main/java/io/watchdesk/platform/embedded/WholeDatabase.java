package io.watchdesk.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Lets no bean be made over a damaged database file, and seals the file again after everything that could write to it has
 * been closed. Runs after the password is known.
 */
class WholeDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(WholeDatabase.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        String url = environment.getProperty("spring.datasource.url");
        Optional<EmbeddedFiles> embedded = EmbeddedFiles.of(url);
        if (embedded.isEmpty()) {
            return;
        }
        EmbeddedFiles files = embedded.get();
        try {
            Optional<Long> version = new Inspection(
                            files,
                            backups(environment, files),
                            url,
                            environment.getProperty("spring.datasource.username", ""),
                            environment.getProperty("spring.datasource.password", ""),
                            environment.getProperty("watchdesk.node.check-database", Boolean.class, true))
                    .look();
            if (version.isPresent()) {
                Seal.running(version.get()).write(files.seal());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of the database cannot be read.", e);
        }
        // What is registered first is closed last: after the pool, and so after H2 has closed the file.
        ((DefaultListableBeanFactory) context.getBeanFactory())
                .registerDisposableBean("sealOfTheDatabase", () -> close(files));
    }

    static Path backups(Environment environment, EmbeddedFiles files) {
        String directory = environment.getProperty("watchdesk.backup.directory");
        return directory == null || directory.isBlank()
                ? files.backups()
                : Path.of(directory).toAbsolutePath().normalize();
    }

    private static void close(EmbeddedFiles files) {
        try {
            if (Files.exists(files.database())) {
                Seal.closed(files.database()).write(files.seal());
            }
        } catch (IOException e) {
            LOG.warn("The file of the database could not be sealed; the next start reads all of it.", e);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
