package io.watchdesk.desk.web;

import io.watchdesk.desk.LiveTopic;
import io.watchdesk.platform.OrderlyEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that something they follow has changed, never what: the page fetches its parts anew, with the rights
 * that the person has then. Nothing is asked while nobody looks.
 */
@Component
class LiveChannel implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveChannel.class);
    private static final long MILLIS_BETWEEN_LOOKS = 1000;

    /** Looks between two signs of life; proxies cut a line that is silent for a minute. */
    private static final int LOOKS_A_BEAT = 15;

    /** A page opens its line anew after this; so a line outlives the end of a session by this much at most. */
    private static final long MILLIS_OPEN = 120_000;

    private static final int HASH_BYTES = 16;
    private static final int MOST_OF_ONE = 8;
    private static final int MOST = 1000;

    private final Map<String, LiveTopic> topics;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private ScheduledExecutorService thread;
    private int looks;

    LiveChannel(List<LiveTopic> topics) {
        this.topics = topics.stream().collect(Collectors.toMap(LiveTopic::id, topic -> topic));
    }

    Map<String, LiveTopic> topics() {
        return topics;
    }

    /**
     * What a page that is about to be made will have seen of its topics, to be told when its line opens; null for a page
     * that follows nothing. A hash, because a fingerprint may tell how much there is.
     */
    String seen(String page) {
        Set<String> followed = topics.values().stream()
                .filter(topic -> topic.page().equals(page))
                .map(LiveTopic::id)
                .collect(Collectors.toSet());
        return followed.isEmpty() ? null : hash(fingerprints(followed));
    }

    /**
     * A line for a page; the oldest of a person's many lines is closed for the newest. What has happened since the page was
     * made is told at once.
     *
     * @param wanted ids of topics that the person may follow
     * @param seen what {@link #seen} said when the page was made
     */
    SseEmitter open(String person, Set<String> wanted, String seen) {
        List<Line> mine =
                lines.stream().filter(line -> line.person().equals(person)).toList();
        if (mine.size() >= MOST_OF_ONE) {
            close(mine.get(0));
        }
        if (lines.size() >= MOST) {
            close(lines.get(0));
        }
        SseEmitter emitter = new SseEmitter(MILLIS_OPEN);
        Line line = new Line(person, wanted, emitter);
        emitter.onCompletion(() -> lines.remove(line));
        emitter.onTimeout(() -> close(line));
        emitter.onError(broken -> lines.remove(line));
        lines.add(line);
        Map<String, String> now = fingerprints(wanted);
        now.forEach(known::putIfAbsent);
        send(line, SseEmitter.event().reconnectTime(MILLIS_BETWEEN_LOOKS).comment("open"));
        if (!hash(now).equals(seen)) {
            send(line, SseEmitter.event().name("changed").data(String.join(",", wanted)));
        }
        return emitter;
    }

    private Map<String, String> fingerprints(Set<String> wanted) {
        return wanted.stream().collect(Collectors.toMap(topic -> topic, this::fingerprint, (a, b) -> a, TreeMap::new));
    }

    private static String hash(Map<String, String> fingerprints) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256")
                    .digest(fingerprints.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private void look() {
        if (lines.isEmpty()) {
            known.clear();
            return;
        }
        looks++;
        Set<String> followed =
                lines.stream().flatMap(line -> line.topics().stream()).collect(Collectors.toSet());
        known.keySet().retainAll(followed);
        for (String topic : followed) {
            String before = known.get(topic);
            String now = fingerprint(topic);
            known.put(topic, now);
            if (before != null && !before.equals(now)) {
                lines.stream()
                        .filter(line -> line.topics().contains(topic))
                        .forEach(line ->
                                send(line, SseEmitter.event().name("changed").data(topic)));
            }
        }
        if (looks % LOOKS_A_BEAT == 0) {
            lines.forEach(line -> send(line, SseEmitter.event().comment("here")));
        }
    }

    private String fingerprint(String topic) {
        return String.valueOf(topics.get(topic).fingerprint());
    }

    private void carefully() {
        try {
            look();
        } catch (RuntimeException failed) {
            // The next look comes in a second; a database that is away must not end the thread.
            LOG.debug("The live topics of the desk cannot be asked.", failed);
        }
    }

    private void send(Line line, SseEmitter.SseEventBuilder event) {
        try {
            line.emitter().send(event);
        } catch (IOException | IllegalStateException gone) {
            lines.remove(line);
        }
    }

    private void close(Line line) {
        lines.remove(line);
        line.emitter().complete();
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "desk-live");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(
                this::carefully, MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    /** Before the web server waits for its requests: an open line never ends by itself in that time. */
    @Override
    public void stop() {
        OrderlyEnd.of(thread);
        thread = null;
        List.copyOf(lines).forEach(this::close);
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private record Line(String person, Set<String> topics, SseEmitter emitter) {}
}
