package io.watchdesk.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the world outside saw of a run. It outlives every kill, because it is kept by the process that kills.
 *
 * @param receipts every 2xx answer to a signal
 * @param posts how often a platform accepted a post, by the key that came with it
 * @param mails how often a mail arrived, by Message-ID
 * @param answers every other answer that was read over HTTP
 * @param log what the lives wrote into their logs
 * @param lives how often the application was started
 * @param at when the run had come to rest; what was due later is nobody's fault
 */
record Evidence(
        Collection<Receipt> receipts,
        Map<String, Integer> posts,
        Map<String, Integer> mails,
        Collection<Answer> answers,
        Collection<String> log,
        Collection<Pattern> causedErrors,
        int lives,
        Instant at) {

    /** A signal that was answered with 2xx. */
    record Receipt(String source, String eventId, String signalId) {}

    /** An answer over HTTP. */
    record Answer(String request, int status, String retryAfter, String body) {}

    /** Nothing was seen. */
    static Evidence none() {
        return new Evidence(List.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(), 1, Instant.now());
    }

    Evidence withPosts(Map<String, Integer> other) {
        return new Evidence(receipts, Map.copyOf(other), mails, answers, log, causedErrors, lives, at);
    }

    Evidence withMails(Map<String, Integer> other) {
        return new Evidence(receipts, posts, Map.copyOf(other), answers, log, causedErrors, lives, at);
    }

    Evidence withReceipts(Collection<Receipt> other) {
        return new Evidence(List.copyOf(other), posts, mails, answers, log, causedErrors, lives, at);
    }

    Evidence withLog(Collection<String> other) {
        return new Evidence(receipts, posts, mails, answers, List.copyOf(other), causedErrors, lives, at);
    }

    Evidence withAnswers(Collection<Answer> other) {
        return new Evidence(receipts, posts, mails, List.copyOf(other), log, causedErrors, lives, at);
    }

    /** The same with one more post under this key. */
    Evidence plusPost(String key) {
        Map<String, Integer> more = new HashMap<>(posts);
        more.merge(key, 1, Integer::sum);
        return withPosts(more);
    }

    /** The same with one more line in the log. */
    Evidence plusLine(String line) {
        List<String> more = new ArrayList<>(log);
        more.add(line);
        return withLog(more);
    }
}
