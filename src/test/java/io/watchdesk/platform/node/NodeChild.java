package io.watchdesk.platform.node;

import io.watchdesk.WatchdeskApplication;
import io.watchdesk.demo.process.DemoWorkload;
import io.watchdesk.platform.signin.QuickHash;
import io.watchdesk.publishing.Answer;
import io.watchdesk.publishing.Channel;
import io.watchdesk.publishing.LookUp;
import io.watchdesk.publishing.Order;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The whole application as a process of its own; only the site is far away, and knows no keys. */
final class NodeChild {

    private NodeChild() {}

    /** Starts like the application itself. */
    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        var application =
                new SpringApplicationBuilder(WatchdeskApplication.class, FarAway.class, QuickHash.class).run(arguments);
        int pieces = application.getEnvironment().getProperty("watchdesk.test.pieces", Integer.class, 0);
        if (pieces > 0) {
            Path go = Path.of(application.getEnvironment().getProperty("watchdesk.test.go", "."));
            while (!Files.exists(go)) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            DemoWorkload.begin(application, pieces);
        }
    }

    /**
     * Puts the platform of the test in the place of the embedded site. No stereotype, so that the application of other tests
     * does not find it.
     */
    static class FarAway {

        @Bean
        static BeanPostProcessor farAwaySite(Environment environment) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof Channel channel && channel.id().equals("site")
                            ? new FarAwayChannel(
                                    channel, URI.create(environment.getProperty("watchdesk.test.platform", "")))
                            : bean;
                }
            };
        }
    }

    private record FarAwayChannel(Channel site, URI platform) implements Channel {

        private static final HttpClient HTTP = HttpClient.newHttpClient();

        @Override
        public String id() {
            return site.id();
        }

        @Override
        public boolean byPerson() {
            return false;
        }

        @Override
        public Answer publish(Order order) {
            try {
                int status = HTTP.send(
                                HttpRequest.newBuilder(platform.resolve("/posts/" + order.publicationId()))
                                        .POST(BodyPublishers.noBody())
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode();
                return status == 200
                        ? new Answer.Done(
                                order.publicationId(), link(order), Instant.parse("2026-11-22T00:00:00Z"), "Taken.")
                        : new Answer.Unknown("The platform answers with " + status + ".");
            } catch (IOException e) {
                return new Answer.Unknown("The platform does not answer.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Answer.Unknown("The call was given up.");
            }
        }

        @Override
        public LookUp lookUp(Order order) {
            return new LookUp.Unclear("This platform knows no keys; please look.");
        }

        @Override
        public Answer update(Order order, String remoteId) {
            return new Answer.Refusal("Nothing is corrected here.");
        }

        @Override
        public Answer takeDown(String remoteId, String reason) {
            return new Answer.Refusal("Nothing is taken down here.");
        }

        private String link(Order order) {
            return "https://platform.example/" + order.publicationId();
        }
    }
}
