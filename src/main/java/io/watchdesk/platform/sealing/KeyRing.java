package io.watchdesk.platform.sealing;

import io.watchdesk.platform.Seal;
import io.watchdesk.platform.SealedColumn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** All keys of this installation. A sealed value says which of them opens it. */
final class KeyRing implements Seal {

    /** What every sealed value begins with; the id of its key follows. */
    static final String MARK = "sealed:";

    private final Map<String, SealingKey> keys = new LinkedHashMap<>();
    private final SealingKey current;

    /** @param keys the first seals */
    KeyRing(List<SealingKey> keys) {
        this.current = keys.get(0);
        keys.forEach(key -> this.keys.put(key.id(), key));
    }

    @Override
    public String seal(String place, String text) {
        return text == null
                ? null
                : MARK + current.id() + ":" + Base64.getEncoder().encodeToString(current.seal(place, packed(text)));
    }

    @Override
    public String open(String place, String sealed) {
        if (sealed == null || !sealed.startsWith(MARK)) {
            return sealed;
        }
        int end = sealed.indexOf(':', MARK.length());
        SealingKey key = end < 0 ? null : keys.get(sealed.substring(MARK.length(), end));
        if (key == null) {
            throw new IllegalStateException("The key of the sealed value of %s is missing.".formatted(place));
        }
        return unpacked(key.open(place, Base64.getDecoder().decode(sealed.substring(end + 1))));
    }

    /** The key that seals. */
    String current() {
        return current.id();
    }

    boolean has(String id) {
        return keys.containsKey(id);
    }

    boolean isSeveral() {
        return keys.size() > 1;
    }

    /** The value under the current key. */
    String renewed(SealedColumn column, Object row, String value) {
        return seal(column.place(row), open(column.place(row), value));
    }

    /** Sealed text cannot be packed any more, and the columns were made for texts that are not a third longer. */
    private static byte[] packed(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String unpacked(byte[] packed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
