package io.watchdesk.publishing;

import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.Contents;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds as rows. */
@Component
@Transactional
class HoldBook implements Holds {

    private final JdbcClient jdbc;
    private final Publications publications;
    private final Contents contents;
    private final Accounts accounts;
    private final People people;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HoldBook(
            JdbcClient jdbc,
            Publications publications,
            Contents contents,
            Accounts accounts,
            People people,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.publications = publications;
        this.contents = contents;
        this.accounts = accounts;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Hold place(Hold.Scope scope, String value, String reason, String owner) {
        check(scope, value);
        if (reason == null || reason.isBlank()) {
            throw new Refused("A hold needs a reason.");
        }
        lockGuard();
        String id = "H-"
                + jdbc.sql("select nextval('hold_number')").query(Long.class).single();
        jdbc.sql("""
                        insert into publication_hold (id, scope, scope_value, reason, owner, placed_by, since)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        scope.name(),
                        scope == Hold.Scope.EVERYTHING ? null : value,
                        reason,
                        owner,
                        people.actor(),
                        Publications.utc(clock.instant()))
                .update();
        Hold hold = get(id);
        audit.record("publishing.holdPlaced", id, null, hold);
        events.publishEvent(new HoldPlaced(hold, covered(hold)));
        return hold;
    }

    @Override
    public Hold release(String holdId, String reason) {
        lockGuard();
        Hold before = get(holdId);
        if (before.releasedAt() != null) {
            return before;
        }
        jdbc.sql("update publication_hold set released_by = ?, release_reason = ?, released_at = ? where id = ?")
                .params(people.actor(), reason, Publications.utc(clock.instant()), holdId)
                .update();
        Hold after = get(holdId);
        audit.record("publishing.holdReleased", holdId, before, after);
        events.publishEvent(new HoldReleased(after, free(after)));
        return after;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Hold> openFor(String publicationId) {
        WaitingPost publication = WaitingPost.of(publications.get(publicationId));
        String topic = contents.piece(publication.pieceId()).brief().topic();
        return open().stream().filter(hold -> holds(hold, publication, topic)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Hold> passedBy(String publicationId) {
        WaitingPost publication = WaitingPost.of(publications.get(publicationId));
        String topic = contents.piece(publication.pieceId()).brief().topic();
        return open().stream()
                .filter(hold -> exempt(hold, publication))
                .filter(hold -> covers(hold, publication, topic))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Hold> open() {
        return jdbc.sql("select * from publication_hold where released_at is null order by since, length(id), id")
                .query(HoldBook::row)
                .list();
    }

    /** Keeps holds from being placed or released until the transaction ends: the last step before a call. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lockGuard() {
        jdbc.sql("select id from publication_hold_guard where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> wouldCover(Hold.Scope scope, String value) {
        check(scope, value);
        return covered(new Hold(null, scope, value, null, null, null, null, null, null));
    }

    private List<String> covered(Hold hold) {
        List<WaitingPost> waiting = publications.waiting();
        Map<String, String> topics = hold.scope() == Hold.Scope.TOPIC ? topics(waiting) : Map.of();
        return waiting.stream()
                .filter(p -> holds(hold, p, topics.get(p.pieceId())))
                .map(WaitingPost::id)
                .toList();
    }

    /** What this hold covers and no other that stands. */
    private List<String> free(Hold released) {
        List<WaitingPost> waiting = publications.waiting();
        Map<String, String> topics = topics(waiting);
        List<Hold> open = open();
        return waiting.stream()
                .filter(p -> holds(released, p, topics.get(p.pieceId())))
                .filter(p -> open.stream().noneMatch(hold -> holds(hold, p, topics.get(p.pieceId()))))
                .map(WaitingPost::id)
                .toList();
    }

    /** All at once: thousands may wait. */
    private Map<String, String> topics(List<WaitingPost> waiting) {
        return contents.topics(waiting.stream().map(WaitingPost::pieceId).collect(Collectors.toSet()));
    }

    private static boolean holds(Hold hold, WaitingPost publication, String topic) {
        return covers(hold, publication, topic) && !exempt(hold, publication);
    }

    /** A crisis does not hold its own word; it is held by every other order. */
    private static boolean exempt(Hold hold, WaitingPost publication) {
        return publication.crisisId() != null && publication.crisisId().equals(hold.owner());
    }

    private static boolean covers(Hold hold, WaitingPost publication, String topic) {
        return switch (hold.scope()) {
            case EVERYTHING -> true;
            case ACCOUNT -> hold.value().equals(publication.accountId());
            case PIECE -> hold.value().equals(publication.pieceId());
            case TOPIC -> folded(hold.value()).equals(folded(topic));
        };
    }

    private void check(Hold.Scope scope, String value) {
        if (scope == Hold.Scope.ACCOUNT) {
            accounts.require(value);
        } else if (scope == Hold.Scope.PIECE) {
            contents.piece(value);
        } else if (scope == Hold.Scope.TOPIC && (value == null || value.isBlank())) {
            throw new Refused("A hold on a topic needs the topic.");
        }
    }

    private static String folded(String topic) {
        return Normalizer.normalize(topic.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private Hold get(String id) {
        return jdbc.sql("select * from publication_hold where id = ?")
                .param(id)
                .query(HoldBook::row)
                .optional()
                .orElseThrow(() -> new Refused("There is no hold %s.".formatted(id)));
    }

    private static Hold row(ResultSet row, int number) throws SQLException {
        return new Hold(
                row.getString("id"),
                Hold.Scope.valueOf(row.getString("scope")),
                row.getString("scope_value"),
                row.getString("reason"),
                row.getString("owner"),
                row.getString("placed_by"),
                Publications.instant(row, "since"),
                row.getString("released_by"),
                Publications.instant(row, "released_at"));
    }
}
