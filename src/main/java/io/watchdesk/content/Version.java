package io.watchdesk.content;

import java.time.Instant;
import java.util.List;

/**
 * One submitted, unchangeable text of a piece: exactly what is screened, approved and sent out.
 *
 * @param number 1 for the first submission
 * @param links addresses that go out with it, in order
 * @param assets ids of the assets it uses, in order
 * @param author who wrote the first version of the piece
 * @param editor who submitted this version
 * @param contributors everybody who changed the text since the version before, the editor among them
 * @param hash SHA-256 in lower-case hex over {@link Contents#canonicalForm}
 */
public record Version(
        String pieceId,
        int number,
        String title,
        String body,
        List<Variant> variants,
        List<String> links,
        List<String> assets,
        AiDeclaration ai,
        String author,
        String editor,
        List<String> contributors,
        Instant submittedAt,
        String hash) {

    /** The text for one account: its own variant where there is one, else the master text. */
    public Variant forAccount(String accountId) {
        return variants.stream()
                .filter(v -> v.account().equals(accountId))
                .findFirst()
                .orElse(new Variant(accountId, title, body));
    }

    /** Whether this person wrote any of it; such a person never signs it off. */
    public boolean wasWrittenBy(String person) {
        return author.equals(person) || editor.equals(person) || contributors.contains(person);
    }

    /** A text written for one account; it replaces the master's title and body there. */
    public record Variant(String account, String title, String body) {}
}
