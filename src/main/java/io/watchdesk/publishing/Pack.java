package io.watchdesk.publishing;

import java.util.List;

/**
 * Everything a person needs to post by hand, ready to copy.
 *
 * @param replaces the link of the post whose text this one replaces, or null for a new post
 * @param holds why it must not be posted now, one sentence for each open hold; empty when it may
 * @param tags the hashtags of the text, without their signs
 * @param aiLabel the words that declare AI's part, or null when there is none
 * @param checklist what to do, in order
 */
public record Pack(
        String publicationId,
        String pieceId,
        Publication.State state,
        String accountName,
        String platform,
        Slot slot,
        String replaces,
        List<String> holds,
        Text title,
        Text body,
        List<String> tags,
        List<String> links,
        List<Media> media,
        String aiLabel,
        List<String> checklist) {

    /** A text with its length and the platform's limit, both in characters (Unicode code points). */
    public record Text(String text, int length, int limit) {}

    /** A file with the address to download it from. */
    public record Media(String assetId, String kind, String fileName, String mediaType, long bytes, String href) {}
}
