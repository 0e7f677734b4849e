package io.watchdesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The whole application as another JVM on a file database, killed again and again at moments of chance while ladders
 * climb. {@code -Dwatchdesk.test.ladder-kills=50} kills it more often than an ordinary build has time for.
 */
@EnabledIfSystemProperty(
        named = "watchdesk.test.ladder-kills",
        matches = "[1-9]\\d*",
        disabledReason = "a kill costs some 15 seconds; -Dwatchdesk.test.ladder-kills=50 runs it")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LadderKillTest {

    private static final int KILLS = Integer.getInteger("watchdesk.test.ladder-kills", 0);
    private static final int CRISES_A_LIFE = 4;
    private static final long LONGEST_LIFE_MILLIS = 6000;
    private static final long SEED = 20261122;

    @TempDir
    Path home;

    @Test
    void however_often_the_machine_dies_nobody_is_silent_and_nothing_climbs_twice() throws Exception {
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        rehearse(mail.getSmtp().getPort());
        Random chance = new Random(SEED);
        try {
            for (int life = 1; life <= KILLS; life++) {
                Process child = born(life, mail.getSmtp().getPort(), CRISES_A_LIFE);
                await(child, life);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(chance.nextLong(LONGEST_LIFE_MILLIS)));
                assertThat(child.isAlive())
                        .as("life %s until it is killed; %s", life, said(life))
                        .isTrue();
                child.destroyForcibly().waitFor();
                Files.delete(home.resolve(LadderKillChild.READY));
            }
            Process last = born(KILLS + 1, mail.getSmtp().getPort(), 0);
            assertThat(last.waitFor(10, TimeUnit.MINUTES))
                    .as("the last life ends; %s", said(KILLS + 1))
                    .isTrue();
            assertThat(last.exitValue()).as(said(KILLS + 1)).isZero();
        } finally {
            mail.stop();
        }
        everyLadderWasClimbedOnce();
    }

    private void everyLadderWasClimbedOnce() throws IOException {
        // One connection for all questions: H2 would open and close the whole file for each.
        try (SingleConnectionDataSource connection = new SingleConnectionDataSource(
                "jdbc:h2:file:%s/watchdesk".formatted(home),
                "watchdesk",
                Files.readString(home.resolve("watchdesk.password")).strip(),
                true)) {
            everyLadderWasClimbedOnce(JdbcClient.create(connection));
        }
    }

    private static void everyLadderWasClimbedOnce(JdbcClient jdbc) {
        List<String> crises = jdbc.sql("select id from crisis order by id")
                .query(String.class)
                .list();
        assertThat(crises).hasSizeGreaterThanOrEqualTo(KILLS);
        for (String crisis : crises) {
            List<String> climbs = jdbc.sql("select text from crisis_timeline where crisis_id = ?"
                            + " and kind = 'escalation.tierCalled' order by id")
                    .param(crisis)
                    .query(String.class)
                    .list();
            assertThat(climbs)
                    .as("climbs of %s", crisis)
                    .extracting(text -> text.substring(0, "Tier 1".length()))
                    .containsExactly("Tier 1", "Tier 2", "Tier 3", "Tier 4");
            Map<String, Object> ladder = jdbc.sql("select step, loop_count from crisis_ladder where crisis_id = ?")
                    .param(crisis)
                    .query()
                    .singleRow();
            assertThat((Integer) ladder.get("STEP"))
                    .as("steps of %s: its climbs and its loops, none lost and none doubled", crisis)
                    .isEqualTo(climbs.size() + (Integer) ladder.get("LOOP_COUNT"));
            assertThat(steps(jdbc, crisis)).as("paged steps of %s", crisis).isEqualTo(ladder.get("STEP"));
            int open = jdbc.sql("select count(*) from crisis where id = ? and state = 'OPEN'")
                    .param(crisis)
                    .query(Integer.class)
                    .single();
            assertThat(jdbc.sql("select count(*) from act_ru_job j join act_ru_execution e"
                                    + " on e.id_ = j.process_instance_id_ where e.business_key_ = ? and j.type_ = 'timer'"
                                    + " and j.process_def_key_ = 'crisis-escalation' and j.retries_ > 0")
                            .param(crisis)
                            .query(Integer.class)
                            .single())
                    .as("running timers of %s", crisis)
                    .isEqualTo(open);
        }
        assertThat(jdbc.sql("select id from crisis where not exists (select 1 from crisis_page p"
                                + " where p.crisis_id = crisis.id and p.state = 'delivered')")
                        .query(String.class)
                        .list())
                .as("crises of which nobody knows")
                .isEmpty();
        assertThat(jdbc.sql("select p.id || ' ' || p.state from crisis_page p where p.state in ('requested',"
                                + " 'sending', 'unreached') and not exists (select 1 from act_ru_variable v"
                                + " join act_ru_job j on j.process_instance_id_ = v.proc_inst_id_"
                                + " where v.name_ = 'pageId' and v.text_ = p.id and j.retries_ > 0)")
                        .query(String.class)
                        .list())
                .as("pages that reached nobody and that nothing tries again")
                .isEmpty();
        System.out.printf(
                "%d kills, %d crises, %d pages, %s%n",
                KILLS,
                crises.size(),
                jdbc.sql("select count(*) from crisis_page")
                        .query(Integer.class)
                        .single(),
                jdbc.sql("select state, count(*) pages from crisis_page group by state order by state")
                        .query()
                        .listOfRows());
    }

    /** Starts and ends it once, so that every later life finds its classes in an archive and starts in half the time. */
    private void rehearse(int mailPort) throws Exception {
        Process rehearsal = born(0, mailPort, LadderKillChild.REHEARSAL, "-XX:ArchiveClassesAtExit=" + archive());
        assertThat(rehearsal.waitFor(15, TimeUnit.MINUTES))
                .as("the rehearsal ends; %s", said(0))
                .isTrue();
        assertThat(rehearsal.exitValue()).as(said(0)).isZero();
    }

    private Path archive() {
        return home.resolve("classes.jsa");
    }

    /** The archive takes classes from jars only. */
    private String classPath() throws IOException {
        StringJoiner jars = new StringJoiner(File.pathSeparator);
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path jar = home.resolve("classes-" + ++number + ".jar");
                if (!Files.exists(jar)) {
                    ToolProvider.findFirst("jar")
                            .orElseThrow()
                            .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", entry, ".");
                }
                jars.add(jar.toString());
            } else if (Files.exists(path)) {
                jars.add(entry);
            }
        }
        return jars.toString();
    }

    private static Integer steps(JdbcClient jdbc, String crisis) {
        return jdbc.sql("select count(distinct step) from crisis_page where crisis_id = ?")
                .param(crisis)
                .query(Integer.class)
                .single();
    }

    private Process born(int life, int mailPort, int crises) throws IOException {
        return born(life, mailPort, crises, "-XX:SharedArchiveFile=" + archive());
    }

    private Process born(int life, int mailPort, int crises, String archive) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        archive,
                        "-Xmx512m",
                        "-cp",
                        classPath(),
                        LadderKillChild.class.getName(),
                        home.toString(),
                        Integer.toString(mailPort),
                        Integer.toString(crises))
                .redirectErrorStream(true)
                .redirectOutput(output(life).toFile())
                .start();
    }

    private void await(Process child, int life) throws IOException {
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!Files.exists(home.resolve(LadderKillChild.READY))) {
            assertThat(child.isAlive())
                    .as("life %s begins; %s", life, said(life))
                    .isTrue();
            assertThat(System.nanoTime())
                    .as("life %s begins in time; %s", life, said(life))
                    .isLessThan(patience);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private Path output(int life) {
        return home.resolve("life-" + life + ".txt");
    }

    private String said(int life) throws IOException {
        return Files.exists(output(life)) ? Files.readString(output(life)) : "";
    }
}
