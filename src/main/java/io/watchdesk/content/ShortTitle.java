package io.watchdesk.content;

/** Titles as lists and mail subjects show them. */
public final class ShortTitle {

    private static final int LIMIT = 120;

    private ShortTitle() {}

    /** At most 120 characters, never half an emoji. */
    public static String of(String title) {
        String line = title.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LIMIT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LIMIT - 1)) + "…";
    }
}
