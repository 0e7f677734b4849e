package io.watchdesk.oncall;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendars that people subscribe to. The address holds a token of 256 random bits instead of a sign-in; only its hash
 * is stored, so it is shown once, and a new one makes the old one worthless.
 */
@Component
@Transactional
public class Feeds {

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    Feeds(JdbcClient jdbc, People people, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives the current person a new token; the old one is worthless from now on. */
    public String renew() {
        String person = people.current().orElseThrow(() -> new Refused("Please sign in first."));
        end(person);
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        jdbc.sql("insert into oncall_feed (token_hash, person, created_at) values (?, ?, ?)")
                .params(hash(text), person, RotaTable.utc(clock.instant()))
                .update();
        audit.record("oncall.feedOpened", person, null, null);
        return text;
    }

    /** Makes the current person's token worthless; nothing to do when there is none. */
    public void revoke() {
        String person = people.current().orElseThrow(() -> new Refused("Please sign in first."));
        if (end(person) > 0) {
            audit.record("oncall.feedRevoked", person, null, null);
        }
    }

    /** Since when the current person has a feed, or empty. */
    @Transactional(readOnly = true)
    public Optional<Instant> since() {
        return jdbc.sql("select created_at from oncall_feed where person = ? and revoked_at is null")
                .param(people.actor())
                .query((row, number) -> RotaTable.instant(row, "created_at"))
                .optional();
    }

    /** Whose feed this is; empty for what is no token, or no longer one, and for people who are no longer known. */
    @Transactional(readOnly = true)
    public Optional<String> personOf(String token) {
        return jdbc.sql("select person from oncall_feed where token_hash = ? and revoked_at is null")
                .param(hash(token))
                .query(String.class)
                .optional()
                .filter(person -> people.find(person).isPresent());
    }

    private int end(String person) {
        return jdbc.sql("update oncall_feed set revoked_at = ? where person = ? and revoked_at is null")
                .params(RotaTable.utc(clock.instant()), person)
                .update();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
