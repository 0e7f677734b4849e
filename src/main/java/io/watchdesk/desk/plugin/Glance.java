package io.watchdesk.desk.plugin;

import io.watchdesk.content.Category;
import io.watchdesk.content.Piece.Stage;
import io.watchdesk.content.Version.Variant;
import io.watchdesk.publishing.Publication.State;
import io.watchdesk.review.Verdict;
import io.watchdesk.review.VersionDifference;
import io.watchdesk.screening.Finding;
import java.time.Instant;
import java.util.List;

/**
 * What a task is about, for whoever sees the task.
 *
 * @param piece the piece of content, or null
 * @param crisis the id of the crisis, or null
 * @param signal the id of the signal that is not a crisis yet, or null
 * @param walk how the process came here, or null where the person may not know the model
 * @param now the server's time, because clocks of browsers differ
 */
public record Glance(TaskShown task, PieceShown piece, String crisis, String signal, Walks.Walk walk, Instant now) {

    /** @param assignee null while nobody has claimed it */
    public record TaskShown(String id, String name, Named assignee, Instant created, Instant due, Instant followUp) {}

    /** Somebody or something with a name for people. */
    public record Named(String id, String name) {}

    /**
     * A piece of content.
     *
     * @param zone of its first account; every moment of the piece is shown in it
     * @param wished null for "next free slot"
     * @param text the newest submitted text, or null while nothing was submitted
     * @param changes since the version before, or null for a first version
     * @param log what happened to it, the newest first
     */
    public record PieceShown(
            String id,
            String title,
            Stage stage,
            Category category,
            List<Named> accounts,
            String zone,
            Instant wished,
            String planner,
            String audience,
            TextShown text,
            List<Finding> findings,
            Changes changes,
            List<RoundShown> reviews,
            List<PublicationShown> publications,
            List<LogLine> log) {}

    /** A submitted text. */
    public record TextShown(
            int version, String title, String body, List<Variant> variants, String editor, Instant submittedAt) {}

    /** What changed since a version. */
    public record Changes(int since, List<VersionDifference.Part> parts) {}

    /** @param verdict null while it runs */
    public record RoundShown(int version, Instant openedAt, Verdict verdict, List<SignOffShown> signOffs) {}

    /** Somebody's word about a version. */
    public record SignOffShown(
            String stage, String person, Verdict verdict, String reason, String comment, Instant at) {}

    /** A post of it, planned or out. */
    public record PublicationShown(String id, String account, State state, Instant slot, String zone, String link) {}

    /** One line of the audit log, without what was changed. */
    public record LogLine(Instant at, String actor, String action) {}
}
