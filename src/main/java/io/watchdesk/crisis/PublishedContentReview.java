package io.watchdesk.crisis;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.HeldPosts;
import io.watchdesk.publishing.TakedownOrders;
import io.watchdesk.publishing.Takedowns;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules for posts that are out. */
@Service
@Transactional
class PublishedContentReview implements PublishedContent {

    private static final String WORKED_BY_HAND = "manual";

    private final Crises crises;
    private final Timeline timeline;
    private final CrisisScope scope;
    private final HeldPosts posts;
    private final TakedownOrders takedowns;
    private final Accounts accounts;
    private final ClosingSettings settings;
    private final JdbcClient jdbc;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    PublishedContentReview(
            Crises crises,
            Timeline timeline,
            CrisisScope scope,
            HeldPosts posts,
            TakedownOrders takedowns,
            Accounts accounts,
            ClosingSettings settings,
            JdbcClient jdbc,
            People people,
            AuditLog audit,
            Clock clock) {
        this.crises = crises;
        this.timeline = timeline;
        this.scope = scope;
        this.posts = posts;
        this.takedowns = takedowns;
        this.accounts = accounts;
        this.settings = settings;
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(String crisisId) {
        Crisis crisis = crises.get(crisisId);
        Map<String, Decided> decided = decided(crisisId);
        Instant since = crisis.openedAt().minus(settings.publishedWithin());
        return posts.published(scope.affected(crisis), since).stream()
                .map(post -> item(post, decided.get(post.publication().id())))
                .toList();
    }

    @Override
    public void decide(String crisisId, String publicationId, Verdict verdict, String reason) {
        Crisis crisis = crises.lock(crisisId);
        Item item = of(crisisId).stream()
                .filter(each -> each.post().publication().id().equals(publicationId))
                .findFirst()
                .orElseThrow(() -> new Refused("%s is not out in the scope of %s.".formatted(publicationId, crisisId)));
        String why = reason == null ? "" : reason.strip();
        check(item, verdict, why);
        jdbc.sql("delete from published_verdict where crisis_id = ? and publication_id = ?")
                .params(crisisId, publicationId)
                .update();
        jdbc.sql("""
                        insert into published_verdict (crisis_id, publication_id, verdict, reason, decided_by, decided_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        crisisId,
                        publicationId,
                        verdict.name(),
                        why,
                        people.actor(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (verdict != Verdict.KEEP && !crisis.drill()) {
            String order = verdict == Verdict.HIDE ? "Hide it, do not delete it. %s".formatted(why) : why;
            takedowns.order(publicationId, Takedowns.Reason.BRAND_HARM, order, crisisId + " " + crisis.title());
        }
        timeline.record(
                crisisId,
                "crisis.publishedContentDecided",
                "%s \"%s\" on %s: %s%s."
                        .formatted(
                                publicationId,
                                item.post().title(),
                                item.post().accountName(),
                                Outcomes.text(verdict),
                                why.isEmpty() ? "" : ", " + why));
        audit.record(
                "crisis.publishedContentDecided",
                crisisId,
                null,
                Map.of("publication", publicationId, "verdict", verdict, "reason", why));
    }

    private static void check(Item item, Verdict verdict, String why) {
        if (verdict == null) {
            throw new Refused("Choose keep, hide or withdraw.");
        }
        if (item.verdict() != null && item.verdict() != Verdict.KEEP) {
            throw new Refused("%s is being taken down already; %s decided so."
                    .formatted(item.post().publication().id(), item.by()));
        }
        if (verdict != Verdict.KEEP && why.isEmpty()) {
            throw new Refused("Say why the post is taken from the public.");
        }
        if (why.length() > 900) {
            throw new Refused("The reason is longer than 900 characters.");
        }
        if (verdict == Verdict.HIDE && !item.canHide()) {
            throw new Refused("%s cannot hide a post; keep it or withdraw it."
                    .formatted(item.post().platform()));
        }
    }

    private Item item(HeldPosts.Post post, Decided decided) {
        boolean canHide = accounts.find(post.publication().accountId())
                .map(Account::channel)
                .filter(WORKED_BY_HAND::equals)
                .isPresent();
        return decided == null
                ? new Item(post, canHide, null, null, null, null)
                : new Item(post, canHide, decided.verdict(), decided.reason(), decided.by(), decided.at());
    }

    private Map<String, Decided> decided(String crisisId) {
        Map<String, Decided> found = new HashMap<>();
        jdbc.sql("select * from published_verdict where crisis_id = ?")
                .param(crisisId)
                .query((row, n) -> found.put(
                        row.getString("publication_id"),
                        new Decided(
                                Verdict.valueOf(row.getString("verdict")),
                                row.getString("reason"),
                                row.getString("decided_by"),
                                row.getObject("decided_at", OffsetDateTime.class)
                                        .toInstant())))
                .list();
        return found;
    }

    private record Decided(Verdict verdict, String reason, String by, Instant at) {}
}
