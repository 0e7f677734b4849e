package io.watchdesk.audit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * One link of the chain.
 *
 * @param sequence counts from 1 without a gap
 * @param at when it was recorded, in microseconds
 * @param actor id of the person, or {@code system}
 * @param action {@code <capability>.<stateInPastTense>}
 * @param subject id of what it happened to
 * @param before old value as JSON text, or null
 * @param after new value as JSON text, or null
 * @param previousHash hash of the entry before it; 64 zeros for the first
 * @param hash SHA-256 as 64 hexadecimal digits over everything above
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
        String hash) {

    private static final JsonMapper JSON = new JsonMapper();

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
        AuditEntry open = new AuditEntry(sequence, at, actor, action, subject, before, after, previousHash, "");
        return new AuditEntry(sequence, at, actor, action, subject, before, after, previousHash, open.hashOfContents());
    }

    /** Whether contents and hash still belong together. */
    boolean intact() {
        return hash.equals(hashOfContents());
    }

    /**
     * SHA-256 over the canonical JSON (RFC 8785) of the entry, followed by the previous hash. The values count as the text
     * that is stored, because reading them as numbers could hide a change behind rounding.
     */
    private String hashOfContents() {
        try {
            Map<String, String> contents = new LinkedHashMap<>();
            contents.put("sequence", Long.toString(sequence));
            contents.put("at", at.toString());
            contents.put("actor", actor);
            contents.put("action", action);
            contents.put("subject", subject);
            contents.put("before", before);
            contents.put("after", after);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(new JsonCanonicalizer(JSON.writeValueAsString(contents)).getEncodedUTF8());
            digest.update(previousHash.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("Audit entry %d cannot be written as JSON.".formatted(sequence), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime knows no SHA-256.", e);
        }
    }
}
