package io.watchdesk.faults;

import static io.watchdesk.testing.SignalSender.SECRET;
import static io.watchdesk.testing.SignalSender.json;
import static io.watchdesk.testing.SignalSender.seconds;
import static io.watchdesk.testing.SignalSender.signature;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.testing.SignalSender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What senders of signals do wrong; each is answered with a sentence, and nothing of it is stored but what was said to be. */
final class SenderFaults {

    private static final int TOO_LARGE = 1024 * 1024;

    private final World world;
    private final SignalSender sender;

    SenderFaults(World world, Life life) {
        this.world = world;
        this.sender = new SignalSender(life.root(), "monitor");
    }

    /** Causes all of them; answers their names. */
    List<String> all() {
        Map<String, Runnable> kinds = new LinkedHashMap<>();
        kinds.put("another text under a known id", this::anotherTextUnderAKnownId);
        kinds.put("a signal replayed with an old time", this::replayed);
        kinds.put("a signature of somebody else", this::signedBySomebodyElse);
        kinds.put("a signal of one megabyte", this::tooLarge);
        kinds.put("a signal that is no JSON", this::noJson);
        kinds.put("text with NUL, directions and halves of characters", this::strangeText);
        kinds.values().forEach(Runnable::run);
        return List.copyOf(kinds.keySet());
    }

    /** What names neither account nor topic would hold all that is to be published. */
    private static Map<String, String> said(String title) {
        return Map.of("title", title, "account", "newsroom", "topic", "sender");
    }

    /** F33: the first one stays. */
    private void anotherTextUnderAKnownId() {
        String id = UUID.randomUUID().toString();
        SignalSender.Answer first = seen("first", sender.send(id, said("Once"), Instant.now()));
        world.receipts().add(new Evidence.Receipt("monitor", id, first.signal()));
        assertThat(first.status()).as(first.toString()).isEqualTo(202);
        assertThat(seen("changed", sender.send(id, said("Changed"), Instant.now()))
                        .status())
                .isEqualTo(409);
        assertThat(seen("again", sender.send(id, said("Once"), Instant.now())).signal())
                .isEqualTo(first.signal());
    }

    /** F34. */
    private void replayed() {
        Instant before = Instant.now().minus(Duration.ofMinutes(6));
        assertThat(seen("replayed", sender.send(UUID.randomUUID().toString(), said("Old"), before))
                        .status())
                .isEqualTo(401);
    }

    private void signedBySomebodyElse() {
        assertThat(seen("signed by somebody else", sender.send("a secret of nobody", said("Forged")))
                        .status())
                .isEqualTo(401);
    }

    /** F36. */
    private void tooLarge() {
        assertThat(raw("too large", json(Map.of("title", "Large", "text", "x".repeat(TOO_LARGE))))
                        .status())
                .isEqualTo(413);
    }

    /** F37. */
    private void noJson() {
        for (String body :
                List.of("", "{", "[]", "[".repeat(2000), "{\"title\":NaN}", "{\"title\":1e400}", "\uFEFF{}")) {
            assertThat(raw("no JSON", body.getBytes(StandardCharsets.UTF_8)).status())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    /** F38: stored as it can be, or refused; never a fault. */
    private void strangeText() {
        for (String text :
                List.of("\\u0000 end", "\\u202Egnp.exe", "\\uD83D half", "\\uD83D\\uDE00 whole", "\\uFFFE")) {
            int status = raw(
                            "strange text",
                            ("{\"title\":\"" + text + "\",\"account\":\"newsroom\",\"topic\":\"strange text\"}")
                                    .getBytes(StandardCharsets.UTF_8))
                    .status();
            assertThat(status).as(text).isIn(202, 400, 422);
        }
        byte[] overlong = {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xC0, (byte) 0x80, '"', '}'};
        assertThat(raw("overlong", overlong).status()).isIn(202, 400, 422);
    }

    private SignalSender.Answer raw(String what, byte[] body) {
        String id = UUID.randomUUID().toString();
        String now = seconds(Instant.now());
        return seen(what, sender.send(id, now, "v1," + signature(SECRET, id, now, body), body));
    }

    private SignalSender.Answer seen(String what, SignalSender.Answer answer) {
        world.answers()
                .add(new Evidence.Answer(
                        "signal, " + what,
                        answer.status(),
                        answer.header("Retry-After"),
                        answer.response().body()));
        return answer;
    }
}
