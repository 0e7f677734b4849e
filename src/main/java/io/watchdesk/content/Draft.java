package io.watchdesk.content;

import io.watchdesk.content.Version.Variant;
import java.time.Instant;
import java.util.List;

/**
 * The working copy of a piece: what is being written and is not submitted yet.
 *
 * @param ai null while the writer has not declared it
 * @param contributors everybody who changed the text since the last submitted version
 * @param revision counts the saves; a save that names an older one is refused
 * @param savedBy null while nothing was saved
 */
public record Draft(
        String pieceId,
        String title,
        String body,
        List<Variant> variants,
        List<String> links,
        List<String> assets,
        AiDeclaration ai,
        List<String> contributors,
        int revision,
        String savedBy,
        Instant savedAt) {

    /**
     * What a writer sends to save. Missing lists count as empty.
     *
     * @param revision the revision that the writer's page was built on
     */
    public record Text(
            String title,
            String body,
            List<Variant> variants,
            List<String> links,
            List<String> assets,
            AiDeclaration ai,
            int revision) {

        public Text {
            title = title == null ? "" : title;
            body = body == null ? "" : body;
            variants = variants == null ? List.of() : List.copyOf(variants);
            links = links == null ? List.of() : List.copyOf(links);
            assets = assets == null ? List.of() : List.copyOf(assets);
        }
    }
}
