package io.watchdesk.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.account.Account;
import io.watchdesk.content.Version.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.springframework.stereotype.Component;

/** SHA-256 over the RFC 8785 form of exactly what goes out, so that equal content has one hash and any change another. */
@Component
class ContentHash {

    private final ObjectMapper json;

    ContentHash(ObjectMapper json) {
        this.json = json;
    }

    String canonicalForm(
            String title,
            String body,
            List<Variant> variants,
            List<String> links,
            List<Asset> assets,
            AiDeclaration ai,
            List<Account> accounts) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("title", title);
        form.put("body", body);
        form.put("variants", variants);
        form.put("links", links);
        form.put("assets", assets.stream().map(ContentHash::asset).toList());
        form.put("ai", ai);
        form.put("accounts", accounts.stream().map(ContentHash::account).toList());
        try {
            return new JsonCanonicalizer(json.writeValueAsString(form)).getEncodedString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A version cannot be written as JSON.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static Map<String, Object> asset(Asset asset) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", asset.id());
        form.put("kind", asset.kind());
        form.put("fileName", asset.fileName());
        form.put("sha256", asset.sha256());
        form.put("rights", asset.rights());
        return form;
    }

    /** Only what shapes the post: working hours and grace may change without touching an approval. */
    private static Map<String, Object> account(Account account) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", account.id());
        form.put("name", account.name());
        form.put("channel", account.channel());
        form.put("platform", account.platform());
        form.put("aiLabel", account.aiLabel());
        return form;
    }
}
