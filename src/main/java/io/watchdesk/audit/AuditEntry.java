package io.watchdesk.audit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * One link of the chain. The hash stands over a commitment to the words, not over the words: a name can be taken out of
 * them later, and the chain still holds.
 *
 * @param sequence counts from 1 without a gap
 * @param at when it was recorded, in microseconds
 * @param actor id of the person, or {@code system}
 * @param action {@code <capability>.<stateInPastTense>}
 * @param subject id of what it happened to
 * @param before old value as JSON text, or null
 * @param after new value as JSON text, or null
 * @param previousHash hash of the entry before it; 64 zeros for the first
 * @param hash SHA-256 as 64 hexadecimal digits over sequence, time, action, commitment and previous hash; in entries from
 *     before commitments over everything above
 * @param salt random, so that nobody can guess the words of a redacted entry from its commitment; null in old entries
 * @param commitment SHA-256 over salt and words as they were when it was recorded; null in old entries
 * @param redactedBy the destruction record that took a name out of it, or null
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String actor,
        String action,
        String subject,
        String before,
        String after,
        String previousHash,
        String hash,
        String salt,
        String commitment,
        String redactedBy) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    /** An entry with the hash that its contents call for. */
    static AuditEntry chained(
            long sequence,
            Instant at,
            String actor,
            String action,
            String subject,
            String before,
            String after,
            String previousHash) {
        AuditEntry open = new AuditEntry(
                sequence, at, actor, action, subject, before, after, previousHash, "", newSalt(), null, null);
        String commitment = open.commitmentToWords();
        AuditEntry committed = new AuditEntry(
                sequence, at, actor, action, subject, before, after, previousHash, "", open.salt, commitment, null);
        return new AuditEntry(
                sequence,
                at,
                actor,
                action,
                subject,
                before,
                after,
                previousHash,
                committed.hashOfCommitment(),
                open.salt,
                commitment,
                null);
    }

    /** The same entry with other words; what the chain stands on stays as it is. */
    AuditEntry redacted(String record, String newActor, String newSubject, String newBefore, String newAfter) {
        return new AuditEntry(
                sequence,
                at,
                newActor,
                action,
                newSubject,
                newBefore,
                newAfter,
                previousHash,
                hash,
                newSalt(),
                commitment,
                record);
    }

    /**
     * Whether contents and hash still belong together. What a redacted entry says is vouched for by the record of its
     * redaction instead.
     */
    boolean intact() {
        if (commitment == null) {
            return redactedBy != null || hash.equals(hashOfWords());
        }
        return hash.equals(hashOfCommitment()) && (redactedBy != null || commitment.equals(commitmentToWords()));
    }

    /** SHA-256 over the salt and everything that the entry says. */
    String commitmentToWords() {
        return sha256(salt == null ? "" : salt, words());
    }

    private String hashOfCommitment() {
        Map<String, String> contents = new LinkedHashMap<>();
        contents.put("sequence", Long.toString(sequence));
        contents.put("at", at.toString());
        contents.put("action", action);
        contents.put("commitment", commitment);
        return sha256("", contents, previousHash);
    }

    /** How entries from before commitments were chained. */
    private String hashOfWords() {
        return sha256("", words(), previousHash);
    }

    /** The values count as the text that is stored, because reading them as numbers could hide a change behind rounding. */
    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("sequence", Long.toString(sequence));
        words.put("at", at.toString());
        words.put("actor", actor);
        words.put("action", action);
        words.put("subject", subject);
        words.put("before", before);
        words.put("after", after);
        return words;
    }

    private static String newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /** SHA-256 over a prefix, the canonical JSON (RFC 8785) of the contents, and what follows. */
    private static String sha256(String prefix, Map<String, String> contents, String... following) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(prefix.getBytes(StandardCharsets.US_ASCII));
            digest.update(new JsonCanonicalizer(JSON.writeValueAsString(contents)).getEncodedUTF8());
            for (String text : following) {
                digest.update(text.getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("An audit entry cannot be written as JSON.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime knows no SHA-256.", e);
        }
    }
}
