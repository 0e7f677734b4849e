package io.watchdesk.platform;

import org.springframework.jdbc.support.JdbcUtils;

/** Outcomes travel through models as lower-camel text: {@code CHANGES_REQUESTED} is {@code changesRequested}. */
public final class Outcomes {

    private Outcomes() {}

    /** The text that a model's condition compares with. */
    public static String text(Enum<?> outcome) {
        return JdbcUtils.convertUnderscoreNameToPropertyName(outcome.name());
    }

    /** The constant for a text, refusing unknown texts with the list of known ones. */
    public static <T> T parse(Class<T> type, String text) {
        for (T constant : type.getEnumConstants()) {
            if (text(((Enum<?>) constant)).equals(text)) {
                return constant;
            }
        }
        StringBuilder known = new StringBuilder();
        for (T constant : type.getEnumConstants()) {
            known.append(known.isEmpty() ? "" : ", ").append(text((Enum<?>) constant));
        }
        throw new Refused("\"%s\" is not one of: %s.".formatted(text, known));
    }
}
