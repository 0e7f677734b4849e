package io.watchdesk.publishing;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.publishing.Publication.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One life of a machine: it goes on with what the last life left, as the engine's jobs would, then publishes one more
 * piece and dies at the step it is told. Arguments: database, journal, ledger (real or forgetful), account, piece, step.
 */
final class LedgerKillChild {

    static final int KILLED = 137;

    private LedgerKillChild() {}

    public static void main(String[] arguments) {
        DataSource database = JdbcConnectionPool.create(arguments[0], "sa", "");
        Path journal = Path.of(arguments[1]);
        AnnotationConfigApplicationContext world = new AnnotationConfigApplicationContext();
        world.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "child",
                        Map.of("watchdesk.base-url", "https://site.example", "watchdesk.node.name", "node-1")));
        world.setAllowBeanDefinitionOverriding(true);
        world.registerBean(DataSource.class, () -> database);
        world.registerBean("journalChannel", Channel.class, () -> new JournalChannel(journal));
        world.registerBean("dyingChannels", BeanPostProcessor.class, DyingChannels::new);
        world.register(
                LedgerWorld.class,
                arguments[2].equals("forgetful") ? ForgetfulPublishRun.class : ChannelPublishRun.class);
        world.registerBean("auditLog", AuditLog.class, () -> (action, subject, before, after) -> {
            if (action.equals("publishing.published")) {
                KillStep.BEFORE_RECORDING_COMMIT.reached();
            }
        });
        world.refresh();
        live(world, arguments);
        world.close();
        System.exit(0);
    }

    private static void live(AnnotationConfigApplicationContext world, String[] arguments) {
        Ledger ledger = world.getBean(Ledger.class);
        List<Publication> left = ledger.inState(State.PLANNED, State.READY, State.IN_FLIGHT, State.UNKNOWN);
        left.forEach(publication -> drive(world, publication.id()));
        if (arguments.length > 3) {
            Slot slot = PlayedDesk.slot(PlayedDesk.START);
            String id = ledger.plan(arguments[4], arguments[3], 1, slot).id();
            KillStep.dieAt(KillStep.valueOf(arguments[5]));
            drive(world, id);
        }
    }

    /** The steps of the process content-publication, each from the state that the row has now. */
    private static void drive(AnnotationConfigApplicationContext world, String id) {
        Ledger ledger = world.getBean(Ledger.class);
        PublishRun run = world.getBean(PublishRun.class);
        State state = ledger.get(id).state();
        if (state == State.UNKNOWN) {
            run.lookUp(id);
            state = ledger.get(id).state();
        }
        if (state == State.PLANNED || state == State.READY) {
            world.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
                ledger.claim(id);
                KillStep.BEFORE_CLAIM_COMMIT.reached();
            });
            KillStep.AFTER_CLAIM_COMMIT.reached();
            state = ledger.get(id).state();
        }
        if (state == State.IN_FLIGHT) {
            PublishRun.Result result = run.publish(id);
            KillStep.AFTER_RECORDING.reached();
            if (result.outcome() == PublishRun.Outcome.UNKNOWN) {
                drive(world, id, run.lookUp(id));
            }
        }
    }

    private static void drive(AnnotationConfigApplicationContext world, String id, PublishRun.Result lookedUp) {
        if (lookedUp.outcome() == PublishRun.Outcome.NOT_SENT) {
            drive(world, id);
        }
    }

    /** The fault that the ledger exists to prevent: it does not remember that a call was begun. */
    static class ForgetfulPublishRun extends ChannelPublishRun {

        ForgetfulPublishRun(
                Publications rows,
                Clearance clearance,
                HoldBook holds,
                Exemptions exemptions,
                Channels channels,
                Orders orders,
                io.watchdesk.platform.People people,
                AuditLog audit,
                org.springframework.transaction.PlatformTransactionManager transactions) {
            super(rows, clearance, holds, exemptions, channels, orders, people, audit, transactions);
        }

        @Override
        void markStarted(String publicationId) {}
    }

    /** Lets the machine die right before and right after a channel took a post. */
    private static final class DyingChannels implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Channel channel ? new DyingChannel(channel) : bean;
        }
    }

    private record DyingChannel(Channel channel) implements Channel {

        @Override
        public String id() {
            return channel.id();
        }

        @Override
        public boolean byPerson() {
            return channel.byPerson();
        }

        @Override
        public Answer publish(Order order) {
            KillStep.AFTER_CALL_STARTED.reached();
            Answer answer = channel.publish(order);
            KillStep.AFTER_POST_STORED.reached();
            return answer;
        }

        @Override
        public LookUp lookUp(Order order) {
            return channel.lookUp(order);
        }

        @Override
        public Answer update(Order order, String remoteId) {
            return channel.update(order, remoteId);
        }

        @Override
        public Answer takeDown(String remoteId, String reason) {
            return channel.takeDown(remoteId, reason);
        }
    }

    /** A platform that takes every post it is sent, knows no keys and can tell nothing afterwards; durable at once. */
    private record JournalChannel(Path journal) implements Channel {

        @Override
        public String id() {
            return "journal";
        }

        @Override
        public boolean byPerson() {
            return false;
        }

        @Override
        public Answer publish(Order order) {
            try (FileChannel file = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                file.write(ByteBuffer.wrap((order.publicationId() + "\n").getBytes(StandardCharsets.UTF_8)));
                file.force(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Answer.Done(
                    null, "https://journal.example/" + order.publicationId(), PlayedDesk.START, "Accepted.");
        }

        @Override
        public LookUp lookUp(Order order) {
            return new LookUp.Unclear("Nobody can tell.");
        }

        @Override
        public Answer update(Order order, String remoteId) {
            return new Answer.Refusal("A journal is never changed.");
        }

        @Override
        public Answer takeDown(String remoteId, String reason) {
            return new Answer.Refusal("A journal is never changed.");
        }
    }
}
