package io.watchdesk.crisis;

import io.watchdesk.publishing.HeldPosts;
import java.time.Instant;
import java.util.List;

/** Posts that were out already when a crisis came and that lie in its scope. */
public interface PublishedContent {

    /** What went out within {@code watchdesk.closing.published-within}, newest first, and what was decided already. */
    List<Item> of(String crisisId);

    /**
     * Decides about one post. Hiding and withdrawing start its takedown at once, except in a drill.
     *
     * @throws io.watchdesk.platform.Refused when it is not in the list, a reason is missing, its takedown has begun, or its
     *     channel cannot hide
     */
    void decide(String crisisId, String publicationId, Verdict verdict, String reason);

    /** What becomes of a post; in forms as lower-camel text. */
    enum Verdict {
        KEEP,
        /** A person hides it on the platform without deleting it. */
        HIDE,
        /** It is taken down. */
        WITHDRAW
    }

    /**
     * @param canHide whether a person works the platform and can hide it there
     * @param verdict null while nobody decided
     */
    record Item(HeldPosts.Post post, boolean canHide, Verdict verdict, String reason, String by, Instant at) {}
}
