package io.watchdesk.faults;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.watchdesk.faults.Evidence.Answer;
import io.watchdesk.faults.Evidence.Receipt;
import io.watchdesk.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Everything that outlives the lives of one application: its database, the platforms, the mail server, and what was seen.
 */
final class World implements AutoCloseable {

    private static final double BYTES_OF_AN_EMPTY_DATABASE = 1_400_000;
    /** How the log indents what belongs to a message. */
    static final String CAUSES = "    | ";

    private static final double TABLES = 110;

    /** Eight accounts on a platform that can be asked, two on one that cannot, one on our own site. */
    private static final List<String> ACCOUNTS = List.of(
            "newsroom",
            "wire-1",
            "wire-2",
            "wire-3",
            "wire-4",
            "wire-5",
            "wire-6",
            "wire-7",
            "wire-8",
            "wire-blind-1",
            "wire-blind-2");

    /** All accounts on platforms, as a brief names them. */
    static final String PLATFORMS = String.join(",", ACCOUNTS.subList(1, ACCOUNTS.size()));

    private final Path home;
    private final LifeJar jar;
    private final OwnPostgres postgres;
    private final String database;
    private final Platforms platforms = new Platforms(4000);
    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Collection<Receipt> receipts = new ConcurrentLinkedQueue<>();
    private final Collection<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Collection<String> log = new ConcurrentLinkedQueue<>();
    private final Collection<Pattern> caused = new ConcurrentLinkedQueue<>();
    private int lives;
    private boolean furnished;
    private Instant restSince;

    /** A world with an empty H2 file. */
    static World onH2(Path home, LifeJar jar) {
        return new World(home, jar, null, null);
    }

    /** A world with an empty database on a PostgreSQL server of its own. */
    static World onPostgres(Path home, LifeJar jar) {
        return new World(home, jar, OwnPostgres.start(home.resolve("postgres")), OwnPostgres.FIRST);
    }

    /** A world with an empty database of its own on a PostgreSQL server that others use, too, and that stays. */
    static World onPostgres(Path home, LifeJar jar, OwnPostgres postgres) {
        return new World(home, jar, postgres, postgres.create());
    }

    private World(Path home, LifeJar jar, OwnPostgres postgres, String database) {
        this.jar = jar;
        this.database = database;
        try {
            this.home = Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.postgres = postgres;
        mail.start();
        causes("FallbackPersonCheck|SELF-WATCH");
    }

    Path home() {
        return home;
    }

    LifeJar jar() {
        return jar;
    }

    Platforms platforms() {
        return platforms;
    }

    GreenMail mail() {
        return mail;
    }

    OwnPostgres postgres() {
        return postgres;
    }

    Collection<Receipt> receipts() {
        return receipts;
    }

    Collection<Answer> answers() {
        return answers;
    }

    Collection<String> log() {
        return log;
    }

    /** Everything has come to rest by now; to end the last life may take long on a busy machine. */
    void rests() {
        restSince = Instant.now();
    }

    /** From now on this may stand in the log. */
    void causes(String regex) {
        caused.add(Pattern.compile(regex));
    }

    /**
     * Errors of a time of trouble are taken for its work if they tell of it, themselves or in the lines of their causes;
     * others stay.
     */
    void forgive(Instant begin, Instant end, Pattern trouble) {
        List<String> lines = List.copyOf(log);
        Set<Integer> forgiven = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.contains(" ERROR ")
                    && line.compareTo(begin.toString()) >= 0
                    && line.compareTo(end.toString()) < 0) {
                int last = i + 1;
                while (last < lines.size() && lines.get(last).startsWith(CAUSES)) {
                    last++;
                }
                if (trouble.matcher(String.join("\n", lines.subList(i, last))).find()) {
                    forgiven.add(i);
                }
            }
        }
        log.clear();
        for (int i = 0; i < lines.size(); i++) {
            if (!forgiven.contains(i)) {
                log.add(lines.get(i));
            }
        }
    }

    /** Begins a life. */
    Life life(String... settings) {
        return life(jar.options(), settings);
    }

    /** Begins a life of many minutes, to which the second compiler is worth its work. */
    Life lastingLife(String... settings) {
        return life(jar.lasting(), settings);
    }

    /** Begins a life that leaves the archive of loaded classes behind when it is closed. */
    Life archivingLife(String... settings) {
        return life(jar.archivingOptions(), settings);
    }

    private Life life(List<String> options, String... settings) {
        return Host.begin(options, List.of(this), List.of(begins(settings)))
                .lives()
                .get(0);
    }

    /** A life begins with these settings of its own; answers all its settings. */
    List<String> begins(String... own) {
        lives++;
        restSince = null;
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat(settings().stream(), Arrays.stream(own))
                .forEach(setting -> all.put(setting.split("=", 2)[0], setting));
        return List.copyOf(all.values());
    }

    /** The people are in the database from now on. */
    void furnished() {
        furnished = true;
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--camunda.bpm.webapp.enabled=false",
                "--watchdesk.data-directory=" + home,
                "--watchdesk.base-url=http://localhost:8080",
                "--faults.platforms=" + platforms.root(),
                "--faults.furnished=" + furnished,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.getSmtp().getPort(),
                "--camunda.bpm.job-execution.lock-time-in-millis=10000",
                "--watchdesk.publishing.retry-after=PT1S,PT1S,PT2S,PT2S",
                "--watchdesk.signals.sweep-every=PT1S",
                "--watchdesk.self-watch.every=PT5S"));
        List<String> accounts = ACCOUNTS;
        for (int i = 0; i < accounts.size(); i++) {
            String account = "--watchdesk.accounts[%d].".formatted(i);
            settings.add(account + "id=" + accounts.get(i));
            settings.add(account + "name=" + accounts.get(i));
            settings.add(account + "channel=" + "site");
            settings.add(account + "platform=" + accounts.get(i));
            settings.add(account + "zone=Asia/Shanghai");
            settings.add(account + "country=CN");
        }
        if (postgres != null) {
            settings.addAll(TestDatabase.settings(postgres.url(database)));
        }
        return settings;
    }

    /** What was seen so far. */
    Evidence evidence() {
        return new Evidence(
                List.copyOf(receipts),
                platforms.posts(),
                mails(),
                List.copyOf(answers),
                List.copyOf(log),
                caused,
                lives,
                restSince == null ? Instant.now() : restSince);
    }

    private Map<String, Integer> mails() {
        Map<String, Integer> arrived = new HashMap<>();
        for (var message : mail.getReceivedMessages()) {
            try {
                arrived.merge(message.getHeader("Message-ID")[0], 1, Integer::sum);
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return arrived;
    }

    /** The database; on H2 only while nobody lives. */
    DataSource database() {
        if (postgres != null) {
            return postgres.database(database);
        }
        try {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:file:%s/watchdesk;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE".formatted(home));
            source.setUser("watchdesk");
            source.setPassword(
                    Files.readString(home.resolve("watchdesk.password")).strip());
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JdbcClient jdbc() {
        return JdbcClient.create(database());
    }

    /** How far the first start has come with its tables: from 0, nothing, to about 1, everything. */
    double furnishing() {
        try {
            if (postgres == null) {
                Path file = home.resolve("watchdesk.mv.db");
                return Files.exists(file) ? Files.size(file) / BYTES_OF_AN_EMPTY_DATABASE : 0;
            }
            return jdbc().sql("select count(*) from information_schema.tables where table_schema = 'public'")
                            .query(Long.class)
                            .single()
                    / TABLES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What does not hold. */
    List<Breach> breaches() {
        return whileOpen(
                connection -> new InvariantChecker(JdbcClient.create(new SingleConnectionDataSource(connection, true)))
                        .breaches(evidence()));
    }

    /** Looks at the database with a connection that stays: when the last one goes, H2 makes its file small, for seconds. */
    <T> T whileOpen(Function<Connection, T> look) {
        try (Connection connection = database().getConnection()) {
            return look.apply(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        mail.stop();
        platforms.close();
        if (OwnPostgres.FIRST.equals(database)) {
            postgres.close();
        }
    }
}
