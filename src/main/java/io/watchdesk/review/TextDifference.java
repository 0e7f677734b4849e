package io.watchdesk.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What changed between two texts, in pieces that a reader can follow: whole words where words have spaces, single characters
 * in Chinese and Japanese, and never half an emoji.
 */
public final class TextDifference {

    /** Beyond so many pieces on both sides a block is shown as replaced; nobody reads finer changes in it, and time is short. */
    private static final int FINEST = 4000;

    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");
    private static final String WITHOUT_SPACES =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";
    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{N}&&[^%1$s]][\\p{L}\\p{M}\\p{N}_'’&&[^%1$s]]*|[ \\t]+|\\X".formatted(WITHOUT_SPACES));

    private TextDifference() {}

    /** The way from the old text to the new one; all deletions and equal pieces together are the old text. */
    public static List<Piece> between(String before, String after) {
        List<Piece> pieces = new ArrayList<>();
        List<Piece> lines = compare(split(LINE, before), split(LINE, after));
        for (int i = 0; i < lines.size(); i++) {
            Piece piece = lines.get(i);
            boolean replaced = piece.change() == Change.REMOVED
                    && i + 1 < lines.size()
                    && lines.get(i + 1).change() == Change.ADDED;
            if (replaced) {
                i++;
                pieces.addAll(compare(
                        split(WORD, piece.text()), split(WORD, lines.get(i).text())));
            } else {
                pieces.add(piece);
            }
        }
        return merged(pieces);
    }

    /** What both have in common at their beginning and end is cut off first: mostly, little is left to compare. */
    private static List<Piece> compare(List<String> before, List<String> after) {
        int head = 0;
        while (head < before.size() && head < after.size() && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < before.size() - head
                && tail < after.size() - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<Piece> pieces = new ArrayList<>();
        add(pieces, Change.SAME, before.subList(0, head));
        middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), pieces);
        add(pieces, Change.SAME, before.subList(before.size() - tail, before.size()));
        return merged(pieces);
    }

    private static void middle(List<String> before, List<String> after, List<Piece> pieces) {
        if (before.isEmpty() || after.isEmpty() || before.size() + after.size() > FINEST) {
            add(pieces, Change.REMOVED, before);
            add(pieces, Change.ADDED, after);
            return;
        }
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(), null)
                .getDeltas()) {
            int start = delta.getSource().getPosition();
            add(pieces, Change.SAME, before.subList(at, start));
            add(pieces, Change.REMOVED, delta.getSource().getLines());
            add(pieces, Change.ADDED, delta.getTarget().getLines());
            at = start + delta.getSource().getLines().size();
        }
        add(pieces, Change.SAME, before.subList(at, before.size()));
    }

    private static void add(List<Piece> pieces, Change change, List<String> texts) {
        if (!texts.isEmpty()) {
            pieces.add(new Piece(change, String.join("", texts)));
        }
    }

    /** Neighbours of one kind become one piece; between two unchanged ones, what was removed stands before what was added. */
    private static List<Piece> merged(List<Piece> pieces) {
        List<Piece> merged = new ArrayList<>();
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        StringBuilder same = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.change() == Change.SAME) {
                flush(merged, Change.REMOVED, removed);
                flush(merged, Change.ADDED, added);
                same.append(piece.text());
            } else {
                flush(merged, Change.SAME, same);
                (piece.change() == Change.REMOVED ? removed : added).append(piece.text());
            }
        }
        flush(merged, Change.SAME, same);
        flush(merged, Change.REMOVED, removed);
        flush(merged, Change.ADDED, added);
        return List.copyOf(merged);
    }

    private static void flush(List<Piece> merged, Change change, StringBuilder text) {
        if (!text.isEmpty()) {
            merged.add(new Piece(change, text.toString()));
            text.setLength(0);
        }
    }

    private static List<String> split(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** What happened to a piece of text. */
    public enum Change {
        SAME,
        REMOVED,
        ADDED
    }

    /** A stretch of text and what happened to it. */
    public record Piece(Change change, String text) {}
}
