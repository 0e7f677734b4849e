package io.watchdesk.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Looks through pieces of content in pages, however many there are. */
public interface PieceList {

    /**
     * The newest pieces first.
     *
     * @param text part of a title or topic, or a whole id; blank for any
     * @param stage null for any
     */
    Page find(String text, Piece.Stage stage, int offset, int limit);

    /** Title by id; an id that nobody knows is left out. */
    Map<String, String> titles(Collection<String> pieceIds);

    /** Lines by id; an id that nobody knows is left out. */
    Map<String, Line> lines(Collection<String> pieceIds);

    /** The submitted versions of a piece without their texts, the newest first. */
    List<Submission> submissions(String pieceId);

    /** Files whose right ends on one of these days, by day; {@code until} is the first day after. */
    List<Expiry> rightsEnding(LocalDate from, LocalDate until, int limit);

    /** @param total how many there are on all pages together */
    record Page(List<Line> pieces, long total) {}

    /** One piece in a list. */
    record Line(String id, String title, Piece.Stage stage, String planner, List<String> accounts, Instant openedAt) {}

    /** @param editor who submitted it */
    record Submission(int number, String editor, Instant submittedAt, String hash) {}

    /** @param day the last one on which it may be used */
    record Expiry(String assetId, String pieceId, String fileName, LocalDate day) {}
}
