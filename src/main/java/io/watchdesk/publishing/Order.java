package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.content.Asset;
import java.util.List;

/**
 * Exactly what a channel is to send: the approved text for one account.
 *
 * @param key the same for every attempt of one publication; a channel that knows keys passes it on
 * @param aiLabel the words that declare AI's part, or null when there is none
 */
public record Order(
        String publicationId,
        String key,
        String pieceId,
        int revision,
        Account account,
        String title,
        String body,
        List<String> links,
        List<Asset> assets,
        String aiLabel) {}
