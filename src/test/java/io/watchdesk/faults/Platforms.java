package io.watchdesk.faults;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The platforms where posts go out: they remember every post that they accepted, and fail as they are told. */
final class Platforms implements AutoCloseable {

    /** What a platform does with a call. */
    enum Mood {
        WELL(true),
        ACCEPTS_AND_IS_SILENT(true),
        ACCEPTS_AND_RESETS(true),
        ACCEPTS_AND_SAYS_NOTHING(true),
        ACCEPTS_AND_BREAKS_OFF(true),
        ACCEPTS_AND_ANSWERS_RUBBISH(true),
        ACCEPTS_AND_ANSWERS_500(true),
        SAYS_DUPLICATE(true),
        BUSY_503(false),
        TOO_MANY_429(false),
        FAILS_500(false),
        RESETS(false),
        UNAUTHORIZED_401(false);

        private final boolean accepts;

        Mood(boolean accepts) {
            this.accepts = accepts;
        }
    }

    private final Map<String, Integer> posts = new ConcurrentHashMap<>();
    private final Set<String> saidAbsent = ConcurrentHashMap.newKeySet();
    private final Map<Mood, Integer> moods = new ConcurrentHashMap<>();
    private final Queue<Mood> next = new ConcurrentLinkedQueue<>();
    private final int silence;
    private volatile Supplier<Mood> usual = () -> Mood.WELL;
    private final WireMockServer server;

    /** @param silence for how long a silent platform is silent, milliseconds; longer than a caller waits */
    Platforms(int silence) {
        this.silence = silence;
        server = new WireMockServer(WireMockConfiguration.wireMockConfig()
                .dynamicPort()
                .disableRequestJournal()
                .containerThreads(60)
                .extensions(new Behaviour()));
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
    }

    String root() {
        return server.baseUrl();
    }

    /** Every accepted post, by its key. */
    Map<String, Integer> posts() {
        return Map.copyOf(posts);
    }

    /** How often each mood was met. */
    Map<Mood, Integer> moods() {
        return Map.copyOf(moods);
    }

    /** The next calls meet these moods, one each. */
    void next(Mood... expected) {
        next.addAll(java.util.List.of(expected));
    }

    /** Every call meets the same mood until told otherwise. */
    void always(Mood mood) {
        usual = () -> mood;
    }

    /** This share of the calls meets a fault of chance. */
    void faults(double share, long seed) {
        Random chance = new Random(seed);
        Mood[] all = Mood.values();
        usual = () -> {
            synchronized (chance) {
                return chance.nextDouble() < share ? all[1 + chance.nextInt(all.length - 1)] : Mood.WELL;
            }
        };
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Behaviour implements ResponseDefinitionTransformerV2 {

        @Override
        public String getName() {
            return "platforms";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            String key = event.getRequest().getHeader("Idempotency-Key");
            if (event.getRequest().getMethod().equals(RequestMethod.GET)) {
                return (posts.containsKey(key) ? accepted(key) : absent(key)).build();
            }
            Mood scripted = next.poll();
            Mood mood = scripted == null ? usual.get() : scripted;
            moods.merge(mood, 1, Integer::sum);
            if (mood.accepts) {
                accept(key);
            }
            return answer(mood, key).build();
        }

        /**
         * On a busy machine a call may still be on its way while its sender is told that nothing is there and sends it
         * again: whoever keeps keys makes one post of the two.
         */
        private void accept(String key) {
            if (saidAbsent.contains(key)) {
                posts.putIfAbsent(key, 1);
            } else {
                posts.merge(key, 1, Integer::sum);
            }
        }

        private ResponseDefinitionBuilder absent(String key) {
            saidAbsent.add(key);
            return WireMock.aResponse().withStatus(404);
        }

        private ResponseDefinitionBuilder answer(Mood mood, String key) {
            return switch (mood) {
                case WELL -> accepted(key);
                case ACCEPTS_AND_IS_SILENT -> accepted(key).withFixedDelay(silence);
                case ACCEPTS_AND_RESETS, RESETS -> WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
                case ACCEPTS_AND_SAYS_NOTHING -> WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE);
                case ACCEPTS_AND_BREAKS_OFF ->
                    WireMock.aResponse().withStatus(200).withFault(Fault.MALFORMED_RESPONSE_CHUNK);
                case ACCEPTS_AND_ANSWERS_RUBBISH ->
                    WireMock.aResponse().withStatus(200).withBody("<html>Welcome back!</html>");
                case ACCEPTS_AND_ANSWERS_500, FAILS_500 -> WireMock.aResponse().withStatus(500);
                case SAYS_DUPLICATE -> WireMock.aResponse().withStatus(422).withBody("{\"code\":\"DUPLICATE_POST\"}");
                case BUSY_503 -> WireMock.aResponse().withStatus(503);
                case TOO_MANY_429 -> WireMock.aResponse().withStatus(429).withHeader("Retry-After", "1");
                case UNAUTHORIZED_401 -> WireMock.aResponse().withStatus(401);
            };
        }

        private ResponseDefinitionBuilder accepted(String key) {
            return WireMock.aResponse()
                    .withStatus(200)
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"id\":\"r-%s\",\"link\":\"https://wire.example/%s\"}".formatted(key, key));
        }
    }
}
