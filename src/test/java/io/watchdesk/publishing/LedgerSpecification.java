package io.watchdesk.publishing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.watchdesk.testing.TestDatabase;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger on an empty database of its own, with everything around it played. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class LedgerSpecification {

    AnnotationConfigApplicationContext world;
    PlayedDesk desk;
    ScriptedChannel channel;
    Ledger ledger;
    Holds holds;
    PublishRun run;
    AfterCare afterCare;
    TransactionTemplate transaction;

    static {
        ((Logger) LoggerFactory.getLogger("com.zaxxer.hikari")).setLevel(Level.WARN);
    }

    @BeforeEach
    void build() {
        world = new AnnotationConfigApplicationContext();
        new TestDatabase().initialize(world);
        DataSource database = DataSourceBuilder.create()
                .url(world.getEnvironment().getProperty("spring.datasource.url"))
                .username(world.getEnvironment().getProperty("spring.datasource.username", "sa"))
                .password(world.getEnvironment().getProperty("spring.datasource.password", ""))
                .build();
        LedgerWorld.createTables(database);
        channel = new ScriptedChannel();
        world.registerBean(DataSource.class, () -> database);
        world.registerBean(ScriptedChannel.class, () -> channel);
        // Not the JVM's own properties, which the applications of other tests would read too.
        world.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("ledger", Map.of("watchdesk.base-url", "https://site.example")));
        world.register(LedgerWorld.class, ChannelPublishRun.class);
        world.refresh();
        desk = world.getBean(PlayedDesk.class);
        ledger = world.getBean(Ledger.class);
        holds = world.getBean(Holds.class);
        run = world.getBean(PublishRun.class);
        afterCare = world.getBean(AfterCare.class);
        transaction = world.getBean(TransactionTemplate.class);
    }

    @AfterEach
    void close() {
        world.close();
    }

    static Slot at(Instant instant) {
        return PlayedDesk.slot(instant);
    }

    Publication planned(String piece, String account) {
        return ledger.plan(piece, account, 1, at(PlayedDesk.START));
    }

    /** Plans, claims and sends; the journal channel's script decides the end. */
    PublishRun.Result sent(String id) {
        ledger.claim(id);
        return run.publish(id);
    }

    Publication.State state(String id) {
        return ledger.get(id).state();
    }
}
