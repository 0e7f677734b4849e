package io.watchdesk.hostile;

import com.fasterxml.jackson.databind.JavaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values that programs stumble over, and JSON made of them around what an address really asks for. */
final class BadValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\uD800",
            "\uDC00\uD800",
            "\uFEFF",
            "\u202Etxt.exe",
            "\u2028\u2029",
            "e\u0301".repeat(200),
            "👩‍👩‍👧‍👦🇨🇳",
            "\r\nX-Forged: 1",
            "\t=1+1",
            "a".repeat(4_001),
            "茶".repeat(60_000),
            "${1+1}",
            "#{''.getClass()}",
            "${T(java.lang.Runtime)}",
            "{{1+1}}",
            "%s%n%x",
            "%00",
            "../../../../etc/passwd",
            "..\\..\\",
            "' OR '1'='1",
            "'; drop table signal; --",
            "%' ESCAPE '!",
            "_%[",
            "\\",
            "\"",
            "<script>alert(1)</script>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "null",
            "true",
            "NaN",
            "Infinity",
            "-1",
            "0x10",
            "1e400",
            "9223372036854775808",
            "99999999999999999999999999",
            "2026-02-30T00:00:00Z",
            "2026-13-45T99:99:99.999+0000",
            "0000-00-00",
            "2026-11-22T10:00:00.000+0000",
            "2026-11-22T10:00:00+99:99",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            "1970-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999Z",
            "P999999999Y",
            "PT-1S",
            "R/PT0S",
            "R99999999999/PT1S",
            "* * * * * ?",
            "Mars/Olympus",
            "javax.naming.InitialContext",
            "application/x-java-serialized-object",
            "http://127.0.0.1:1/",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://[",
            "a@b\r\nBcc: c@d",
            "camunda-admin",
            "*");

    private static final List<String> RAW = List.of(
            "null",
            "true",
            "-1",
            "0",
            "-0.0",
            "1.5",
            "1e400",
            "-1e400",
            "1e-400",
            "2147483648",
            "9223372036854775808",
            "9".repeat(2_000),
            "[]",
            "{}",
            "[[[[[[[[[[]]]]]]]]]]",
            "[null,null]",
            "{\"\":{}}",
            "[{},[],0,\"\",null]",
            "{\"a\":".repeat(300) + "1" + "}".repeat(300),
            "NaN",
            "Infinity",
            "01",
            "+1",
            ".5",
            "1.",
            "0x1F",
            "undefined",
            "'single'",
            "\"\\uD800\"",
            "\"\\x41\"",
            "\"\\u00\"",
            "\"unended",
            "\"a\u0001b\"",
            "/* comment */ 1",
            ",");

    private static final int DEEPEST = 4;

    private final Random random;

    BadValues(Random random) {
        this.random = random;
    }

    <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    boolean in(int often) {
        return random.nextInt(often) == 0;
    }

    String text() {
        return any(TEXTS);
    }

    /** A short one, for addresses and headers. */
    String shortText() {
        String text = text();
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    String json(JavaType type) {
        return type == null ? (in(2) ? any(RAW) : object(List.of())) : json(type, 0);
    }

    private String json(JavaType type, int depth) {
        if (in(6)) {
            return in(2) ? any(RAW) : quoted(text());
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            List<String> items = new ArrayList<>();
            for (int number = random.nextInt(4); number > 0 && depth < DEEPEST; number--) {
                items.add(json(type.getContentType(), depth + 1));
            }
            return "[" + String.join(",", items) + "]";
        }
        if (type.isMapLikeType()) {
            return object(
                    depth < DEEPEST
                            ? List.of(quoted(shortText()) + ":" + json(type.getContentType(), depth + 1))
                            : List.of());
        }
        Class<?> raw = type.getRawClass();
        if (raw == boolean.class || raw == Boolean.class) {
            return in(2) ? "true" : "false";
        }
        if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            return Integer.toString(random.nextInt(20) - 5);
        }
        if (raw.isEnum() && raw.getEnumConstants().length > 0) {
            return quoted(((Enum<?>) any(List.of(raw.getEnumConstants()))).name());
        }
        Map<String, JavaType> properties = depth < DEEPEST ? Endpoints.properties(type) : Map.of();
        if (properties.isEmpty()) {
            return quoted(in(3) ? "x" : text());
        }
        List<String> fields = new ArrayList<>();
        properties.forEach((name, property) -> {
            // Large queries with everything set would only ever fail at the first field.
            if (properties.size() <= 8 ? !in(5) : in(properties.size() / 4)) {
                fields.add(quoted(name) + ":" + json(property, depth + 1));
            }
        });
        return object(fields);
    }

    private String object(List<String> fields) {
        List<String> all = new ArrayList<>(fields);
        if (in(8)) {
            all.add(quoted(shortText()) + ":" + any(RAW));
        }
        if (in(12) && !all.isEmpty()) {
            all.add(all.get(0));
        }
        return "{" + String.join(",", all) + "}";
    }

    /** A JSON string of this text; what has no place in one is mostly, not always, escaped. */
    String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c) && in(2)) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The bytes of a text, now and then broken as bytes break. */
    byte[] bytes(String text, boolean broken) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!broken) {
            return bytes;
        }
        return switch (random.nextInt(9)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 2 -> joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, bytes);
            case 3 -> java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 4 -> inside(bytes, new byte[] {(byte) 0xC0, (byte) 0x80});
            case 5 -> inside(bytes, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
            case 6 -> inside(bytes, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
            case 7 -> joined(bytes, any(List.of("}", " x", "\0", "{}", ",")).getBytes(StandardCharsets.UTF_8));
            default -> flipped(bytes);
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        for (int times = 0; times < 3 && flipped.length > 0; times++) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] inside(byte[] bytes, byte[] what) {
        int at = random.nextInt(bytes.length + 1);
        return joined(
                joined(java.util.Arrays.copyOf(bytes, at), what),
                java.util.Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
