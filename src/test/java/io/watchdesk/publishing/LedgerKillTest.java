package io.watchdesk.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.publishing.Publication.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A machine that dies at every step, again and again, on a file database as it is shipped. It is another JVM that is
 * halted, so nothing is closed or flushed.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerKillTest {

    /** Deaths at each step and channel; {@code -Dwatchdesk.test.ledger-rounds=9} makes it a hundred. */
    private static final long ROUNDS = Long.getLong("watchdesk.test.ledger-rounds", 2);

    /** The few libraries that the ledger needs: a short class path starts a JVM in half the time. */
    private static final Pattern NEEDED = Pattern.compile(
            ".*/(spring-(core|beans|context|aop|tx|jdbc|expression|jcl)|h2|jackson-\\w+|slf4j-api|micrometer-\\w+)-[^/]*jar");

    @TempDir
    Path directory;

    @Test
    void deaths_at_every_step_make_no_second_post_and_lose_none() {
        CompletableFuture<Machine> journal =
                CompletableFuture.supplyAsync(() -> new Machine("journal", "real").dieAgainAndAgain());
        Machine site = new Machine("newsroom", "real").dieAgainAndAgain();

        assertThat(journal.join().ends())
                .isEqualTo(Map.of(
                        "BEFORE_CLAIM_COMMIT PUBLISHED, posts: 1", ROUNDS,
                        "AFTER_CLAIM_COMMIT PUBLISHED, posts: 1", ROUNDS,
                        "AFTER_CALL_STARTED UNKNOWN, posts: 0", ROUNDS,
                        "AFTER_POST_STORED UNKNOWN, posts: 1", ROUNDS,
                        "BEFORE_RECORDING_COMMIT UNKNOWN, posts: 1", ROUNDS,
                        "AFTER_RECORDING PUBLISHED, posts: 1", ROUNDS));
        assertThat(site.ends().keySet())
                .hasSize(KillStep.values().length)
                .as("the site knows keys, so nothing stays unknown")
                .allMatch(end -> end.endsWith(" PUBLISHED, posts: 1"));
    }

    @Test
    void a_ledger_that_forgets_the_call_posts_twice_and_this_test_sees_it() {
        Machine forgetful = new Machine("journal", "forgetful");
        forgetful.live(KillStep.AFTER_POST_STORED, 1);
        forgetful.live(null, 2);

        assertThat(forgetful.ends()).containsOnlyKeys("AFTER_POST_STORED PUBLISHED, posts: 2");
    }

    /** One machine with its disk: a database, the platform's journal, and what the lives printed. */
    private final class Machine {

        private final String account;
        private final String ledger;
        private final Path home;
        private final String database;
        private final List<KillStep> deaths = new ArrayList<>();

        Machine(String account, String ledger) {
            this.account = account;
            this.ledger = ledger;
            try {
                this.home = Files.createDirectories(directory.resolve(account + "-" + ledger));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            this.database = "jdbc:h2:file:%s/ledger;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=FALSE"
                    .formatted(home);
            LedgerWorld.createTables(dataSource());
        }

        Machine dieAgainAndAgain() {
            KillStep[] steps = KillStep.values();
            int lives = (int) ROUNDS * steps.length;
            for (int life = 1; life <= lives; life++) {
                live(steps[(life - 1) % steps.length], life);
            }
            live(null, lives + 1);
            return this;
        }

        /** Starts the JVM; with a step it publishes one more piece and must die there. */
        void live(KillStep death, int life) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Xmx128m",
                    "-Duser.timezone=UTC",
                    "-cp",
                    classPath(),
                    LedgerKillChild.class.getName(),
                    database,
                    home.resolve("journal").toString(),
                    ledger));
            if (death != null) {
                deaths.add(death);
                command.addAll(List.of(account, "C-" + life, death.name()));
            }
            try {
                Path output = home.resolve("life-" + life + ".txt");
                Process child = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                boolean ended = child.waitFor(2, TimeUnit.MINUTES);
                child.destroyForcibly();
                assertThat(ended).as("life %s of %s ends", life, account).isTrue();
                assertThat(child.exitValue())
                        .as("life %s of %s to die at %s; it said %s", life, account, death, Files.readString(output))
                        .isEqualTo(death == null ? 0 : LedgerKillChild.KILLED);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** How many publications ended in which way, by the step at which the machine died on their way. */
        Map<String, Long> ends() {
            JdbcClient jdbc = JdbcClient.create(dataSource());
            List<String> posts = posts(jdbc);
            List<String> ends = new ArrayList<>();
            for (int life = 1; life <= deaths.size(); life++) {
                Map<String, Object> row = jdbc.sql("select id, state from publication where piece_id = ?")
                        .param("C-" + life)
                        .query()
                        .singleRow();
                State state = State.valueOf((String) row.get("STATE"));
                ends.add("%s %s, posts: %d"
                        .formatted(deaths.get(life - 1), state, Collections.frequency(posts, row.get("ID"))));
            }
            assertThat(posts)
                    .as("posts without a publication")
                    .hasSize(ends.stream()
                            .mapToInt(end -> Integer.parseInt(end.substring(end.lastIndexOf(' ') + 1)))
                            .sum());
            return ends.stream().collect(Collectors.groupingBy(end -> end, TreeMap::new, Collectors.counting()));
        }

        private List<String> posts(JdbcClient jdbc) {
            try {
                return account.equals("newsroom")
                        ? jdbc.sql("select post_id from site_revision")
                                .query(String.class)
                                .list()
                        : Files.readAllLines(home.resolve("journal"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private DataSource dataSource() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(database);
            source.setUser("sa");
            return source;
        }

        private static String classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                    .filter(entry ->
                            !entry.endsWith(".jar") || NEEDED.matcher(entry).matches())
                    .collect(Collectors.joining(java.io.File.pathSeparator));
        }
    }
}
