package io.watchdesk.escalation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes links and recognises its own. The address holds an id and a signature; everything else stays here. */
@Component
class LinkBook implements Links {

    /** Where links lead, below the address of this installation. */
    static final String PATH = "/crisis/ack/";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int LONGEST_TOKEN = 200;

    private final LinkStore store;
    private final EscalationSettings settings;
    private final Clock clock;
    private final String baseUrl;
    private final SecureRandom random = new SecureRandom();

    LinkBook(
            LinkStore store, EscalationSettings settings, Clock clock, @Value("${watchdesk.base-url}") String baseUrl) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    @Override
    @Transactional
    public String link(String crisisId, String person, int tier, Purpose purpose) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        PageLink link = new PageLink(
                HexFormat.of().formatHex(id),
                crisisId,
                person,
                tier,
                purpose,
                now,
                now.plus(settings.linkValid()),
                null);
        store.insert(link);
        return baseUrl + PATH + link.id() + "." + signature(link);
    }

    /** The link with this token if we made it, used and expired ones included. */
    Optional<PageLink> find(String token) {
        return known(token, false);
    }

    /** Like {@link #find}, and keeps others from using it until the transaction ends. */
    Optional<PageLink> lock(String token) {
        return known(token, true);
    }

    /** It works no more. */
    void used(PageLink link) {
        store.used(link.id(), clock.instant());
    }

    boolean expired(PageLink link) {
        return link.expiresAt().isBefore(clock.instant());
    }

    private Optional<PageLink> known(String token, boolean locked) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        String id = token.substring(0, dot);
        return (locked ? store.lock(id) : store.find(id)).filter(link -> signed(link, token.substring(dot + 1)));
    }

    private boolean signed(PageLink link, String signature) {
        return MessageDigest.isEqual(
                signature(link).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(PageLink link) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(store.key(), ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(link.content().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", e);
        }
    }
}
