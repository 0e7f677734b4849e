package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.content.Asset;
import io.watchdesk.content.Contents;
import io.watchdesk.platform.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes packs for people who post by hand. */
@Component
@Transactional(readOnly = true)
public class Packs {

    /** Weibo closes a tag with a second sign, the others end it at a space. */
    private static final Pattern TAG = Pattern.compile("#([^#\\s]{1,60})#|#([\\p{L}\\p{N}_]{1,60})");

    private final Ledger ledger;
    private final Holds holds;
    private final Orders orders;
    private final Contents contents;

    Packs(Ledger ledger, Holds holds, Orders orders, Contents contents) {
        this.ledger = ledger;
        this.holds = holds;
        this.orders = orders;
        this.contents = contents;
    }

    /** The pack of a publication. */
    public Pack of(String publicationId) {
        Publication publication = ledger.get(publicationId);
        Order order = orders.of(publication);
        Account account = order.account();
        String replaces = publication.corrects() == null
                ? null
                : ledger.get(publication.corrects()).link();
        return new Pack(
                publication.id(),
                publication.pieceId(),
                publication.state(),
                account.name(),
                account.platform(),
                publication.slot(),
                replaces,
                holds.openFor(publicationId).stream()
                        .map(hold -> "Held by %s: %s".formatted(hold.owner(), hold.reason()))
                        .toList(),
                text(order.title(), account.titleLimit()),
                text(order.body(), account.bodyLimit()),
                tags(order.title() + "\n" + order.body()),
                order.links(),
                order.assets().stream().map(asset -> media(publication, asset)).toList(),
                order.aiLabel(),
                checklist(order, replaces));
    }

    /** The file of one of its assets; refuses an asset of another publication. */
    public byte[] file(String publicationId, String assetId) {
        Asset asset = asset(publicationId, assetId);
        return contents.file(asset.id());
    }

    /** One of its assets; refuses an asset of another publication. */
    public Asset asset(String publicationId, String assetId) {
        return orders.of(ledger.get(publicationId)).assets().stream()
                .filter(candidate -> candidate.id().equals(assetId))
                .findFirst()
                .orElseThrow(() -> new Refused("The file %s does not belong to %s.".formatted(assetId, publicationId)));
    }

    private static Pack.Text text(String text, int limit) {
        return new Pack.Text(text, text.codePointCount(0, text.length()), limit);
    }

    private static Pack.Media media(Publication publication, Asset asset) {
        return new Pack.Media(
                asset.id(),
                asset.kind().name().toLowerCase(java.util.Locale.ROOT),
                asset.fileName(),
                asset.mediaType(),
                asset.bytes(),
                "/api/publications/%s/media/%s".formatted(publication.id(), asset.id()));
    }

    static List<String> tags(String text) {
        return TAG.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .distinct()
                .toList();
    }

    private static List<String> checklist(Order order, String replaces) {
        List<String> steps = new ArrayList<>();
        Account account = order.account();
        steps.add("Sign in to %s as %s.".formatted(account.platform(), account.name()));
        if (replaces != null) {
            steps.add("Open the post to correct: %s".formatted(replaces));
        }
        steps.add("Copy title and text without changing a character.");
        order.assets().forEach(asset -> steps.add("Upload the file %s.".formatted(asset.fileName())));
        if (!order.links().isEmpty()) {
            steps.add("Add the links.");
        }
        if (order.aiLabel() != null) {
            steps.add("Declare the AI content on the platform: %s".formatted(order.aiLabel()));
        }
        steps.add("Open the post as a reader and compare it with the pack.");
        steps.add("Copy its link and paste it into the task.");
        return steps;
    }
}
