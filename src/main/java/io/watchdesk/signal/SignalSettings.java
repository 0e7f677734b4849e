package io.watchdesk.signal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where signals come from and how they are taken in, the settings below {@code watchdesk.signals}.
 *
 * @param quota how many new signals a source may bring within the quota window
 * @param floodWindow within such a time, a source beyond its quota becomes one signal itself
 * @param tolerance how far the time of a signed request may be from ours
 * @param bodyLimit the largest request to a hook
 * @param sweepEvery how often stored signals without an assessment are looked for
 * @param unreachableAfter a mailbox or feed that cannot be read for so long becomes a signal itself
 * @param spike when many signals are more than usual; the thresholds stand in the decision table {@code signal-spike}
 */
@ConfigurationProperties("watchdesk.signals")
public record SignalSettings(
        @DefaultValue List<Source> sources,
        @DefaultValue("60") int quota,
        @DefaultValue("PT1M") Duration quotaWindow,
        @DefaultValue("PT1H") Duration floodWindow,
        @DefaultValue("PT5M") Duration tolerance,
        @DefaultValue("256KB") DataSize bodyLimit,
        @DefaultValue("PT5S") Duration sweepEvery,
        @DefaultValue("PT30M") Duration unreachableAfter,
        @DefaultValue Spike spike) {

    /** The source with this id, if there is one. */
    public Optional<Source> source(String id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    /** How many new signals this source may bring within the quota window. */
    public int quotaOf(Source source) {
        return source.quota() == null ? quota : source.quota();
    }

    /**
     * Somebody or something that brings signals, by exactly one of four ways.
     *
     * @param id kebab-case; stands in the hook's address and with every signal, so it never changes
     * @param account the account that its signals are about where they name none; null for none
     * @param topic the topic of its signals where they name none; null for none
     * @param quota its own quota, or null for that of all
     */
    public record Source(
            String id,
            String account,
            String topic,
            Integer quota,
            Webhook webhook,
            Alertmanager alertmanager,
            Mailbox mailbox,
            Feed feed) {}

    /**
     * Requests signed after Standard Webhooks.
     *
     * @param secrets {@code whsec_} and base64; each is good for signing, so that one can be changed without a gap
     */
    public record Webhook(@DefaultValue List<String> secrets) {}

    /**
     * Notifications of Prometheus Alertmanager, with a bearer token or with user and password.
     *
     * @param accountLabel the label that names the account
     * @param topicLabel the label that names the topic; without it the alert's name is the topic
     */
    public record Alertmanager(
            @DefaultValue List<String> tokens,
            String user,
            @DefaultValue List<String> passwords,
            @DefaultValue("account") String accountLabel,
            @DefaultValue("topic") String topicLabel) {}

    /**
     * Unread mail in a folder of an IMAP server.
     *
     * @param tls whether the connection is encrypted from the start (IMAPS); otherwise STARTTLS is demanded of a server
     *     that is not this machine
     * @param checkedBy the name of the own mail server in its {@code Authentication-Results} headers (RFC 8601), whose
     *     results of SPF, DKIM and DMARC are shown with each mail; without it none are shown
     */
    public record Mailbox(
            String host,
            @DefaultValue("993") int port,
            @DefaultValue("true") boolean tls,
            String user,
            String password,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("PT30S") Duration every,
            String checkedBy) {}

    /**
     * Entries of an RSS or Atom feed that contain one of the keywords.
     *
     * @param maxAge older entries are no news
     * @param privateNetwork whether this feed's own host may be inside our network
     */
    public record Feed(
            URI url,
            @DefaultValue List<String> keywords,
            @DefaultValue("PT5M") Duration every,
            @DefaultValue("P2D") Duration maxAge,
            @DefaultValue("false") boolean privateNetwork) {}

    /**
     * @param window how long signals about one account and topic are counted together
     * @param baseline the time before it that tells what is usual
     * @param usualAtLeast the least that counts as usual in one window, so that a rare topic is no surge at its first signal
     */
    public record Spike(
            @DefaultValue("PT1H") Duration window,
            @DefaultValue("P28D") Duration baseline,
            @DefaultValue("1") double usualAtLeast) {}
}
