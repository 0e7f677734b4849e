package io.watchdesk.publishing.channel;

import io.watchdesk.content.Asset;
import java.time.Instant;
import java.util.List;

/**
 * A post on the embedded site as it stands now.
 *
 * @param id the publication's id; stands in the permanent link
 * @param key the ledger key of the revision shown
 * @param aiLabel the words that declare AI's part, or null
 * @param updatedAt when it was published or last corrected
 * @param takenDownAt null while it can be read
 */
public record SitePost(
        String id,
        String accountId,
        String link,
        int revision,
        String key,
        String title,
        String body,
        List<String> links,
        String aiLabel,
        List<Media> media,
        Instant publishedAt,
        Instant updatedAt,
        Instant takenDownAt) {

    /** Whether the text was replaced after it was published. */
    public boolean corrected() {
        return updatedAt.isAfter(publishedAt);
    }

    /** A file that belongs to the revision shown. */
    public record Media(String assetId, Asset.Kind kind, String fileName, String mediaType, String sha256) {}
}
