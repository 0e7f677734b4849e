package io.watchdesk.crisis;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Version;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.People;
import io.watchdesk.publishing.HoldPlaced;
import io.watchdesk.publishing.Ledger;
import io.watchdesk.publishing.Publication;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells those who are not on call: whose posts are held, and in a red crisis everybody that nothing is posted for now, and
 * when it is over. A drill tells none of them. What happens in a crisis is only noted in its transaction and told soon
 * after in one of its own, so that a large house slows no crisis down.
 */
@Component
public class CrisisLetters {

    private static final int MOST_POSTS = 30;
    private static final String SILENCE = "silence";
    private static final String OVER = "over";
    private static final String HELD = "held ";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private final CrisisBook book;
    private final Ledger ledger;
    private final Contents contents;
    private final Accounts accounts;
    private final Notifications notifications;
    private final People people;
    private final LetterSettings settings;
    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final TransactionTemplate transaction;

    CrisisLetters(
            CrisisBook book,
            Ledger ledger,
            Contents contents,
            Accounts accounts,
            Notifications notifications,
            People people,
            LetterSettings settings,
            JdbcClient jdbc,
            JdbcOperations batches,
            TransactionTemplate transaction) {
        this.book = book;
        this.ledger = ledger;
        this.contents = contents;
        this.accounts = accounts;
        this.notifications = notifications;
        this.people = people;
        this.settings = settings;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
    }

    @EventListener
    void held(HoldPlaced placed) {
        String owner = placed.hold().owner();
        if (owner != null && owner.startsWith("CR-")) {
            note(owner, placed.publications().stream().map(HELD::concat).toList());
        }
    }

    @EventListener
    void declared(CrisisDeclared declared) {
        silence(declared.crisis());
    }

    @EventListener
    void levelChanged(LevelChanged changed) {
        silence(changed.crisis());
    }

    /** Everybody who was asked to be silent hears that it is over. */
    @EventListener
    void ended(CrisisEnded ended) {
        if (isNoted(ended.crisis().id(), SILENCE)) {
            note(ended.crisis().id(), OVER);
        }
    }

    private void silence(Crisis crisis) {
        if (crisis.level() == Level.RED && !crisis.drill() && crisis.open()) {
            note(crisis.id(), SILENCE);
        }
    }

    /** Tells what is noted and not told yet. */
    public void send() {
        jdbc.sql("select distinct crisis_id from crisis_letter where told = false order by crisis_id")
                .query(String.class)
                .list()
                .forEach(crisisId ->
                        transaction.executeWithoutResult(status -> send(book.get(crisisId), lockWaiting(crisisId))));
    }

    private List<Letter> lockWaiting(String crisisId) {
        return jdbc.sql("select * from crisis_letter where crisis_id = ? and told = false order by letter for update")
                .param(crisisId)
                .query((row, number) ->
                        new Letter(row.getString("crisis_id"), row.getString("letter"), row.getString("actor")))
                .list();
    }

    private void send(Crisis crisis, List<Letter> letters) {
        tellOwners(crisis, letters);
        for (Letter letter : letters) {
            if (letter.letter().equals(SILENCE)) {
                tellStaff(letter, doNotPost(crisis));
            } else if (letter.letter().equals(OVER)) {
                tellStaff(letter, over(crisis));
            }
            jdbc.sql("update crisis_letter set told = true where crisis_id = ? and letter = ?")
                    .params(letter.crisisId(), letter.letter())
                    .update();
        }
    }

    /** Account owners hear of every held post, planners and writers of their own. */
    private void tellOwners(Crisis crisis, List<Letter> letters) {
        Map<String, List<String>> posts = new TreeMap<>();
        for (Letter letter : letters) {
            if (letter.letter().startsWith(HELD)) {
                Publication publication = ledger.get(letter.letter().substring(HELD.length()));
                String line = line(publication);
                Set<String> concerned = concerned(publication);
                concerned.remove(letter.actor());
                concerned.forEach(person ->
                        posts.computeIfAbsent(person, each -> new ArrayList<>()).add(line));
            }
        }
        posts.forEach((person, lines) -> notifications.tellPerson(
                person,
                new Message.PostsHeld(
                        crisis.id(),
                        crisis.bareTitle(),
                        crisis.mark(),
                        lines.size() == 1
                                ? "1 scheduled post is held because of it:"
                                : lines.size() + " scheduled posts are held because of it:",
                        shown(lines))));
    }

    private void tellStaff(Letter letter, Message message) {
        Set<String> staff = members(settings.staff());
        staff.remove(letter.actor());
        staff.forEach(person -> notifications.tellPerson(person, message));
    }

    private Message doNotPost(Crisis crisis) {
        return new Message.DoNotPost(
                crisis.id(),
                crisis.bareTitle(),
                crisis.mark(),
                crisis.accounts().isEmpty()
                        ? List.of()
                        : List.of("It concerns " + String.join(", ", names(crisis.accounts())) + "."));
    }

    private static Message over(Crisis crisis) {
        return new Message.CrisisFollowUp(
                crisis.id(),
                crisis.bareTitle(),
                crisis.mark(),
                "Over",
                List.of("The crisis is over. You may post and comment again; held posts are decided one by one."),
                List.of());
    }

    private Set<String> concerned(Publication publication) {
        Set<String> concerned = members(settings.accountOwners());
        concerned.add(contents.piece(publication.pieceId()).planner());
        concerned.add(
                contents.version(publication.pieceId(), publication.revision()).author());
        return concerned;
    }

    private String line(Publication publication) {
        Version version = contents.version(publication.pieceId(), publication.revision());
        return "%s on %s, planned for %s (%s)"
                .formatted(
                        version.title(),
                        names(List.of(publication.accountId())).get(0),
                        TIME.format(publication.slot().at()),
                        publication.id());
    }

    private static List<String> shown(List<String> lines) {
        if (lines.size() <= MOST_POSTS) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, MOST_POSTS));
        shown.add("and %d more.".formatted(lines.size() - MOST_POSTS));
        return shown;
    }

    private void note(String crisisId, String letter) {
        note(crisisId, List.of(letter));
    }

    /**
     * What is not noted yet, in one batch, and what is noted asked for once: where each insert asked by itself, a database that
     * knows a small table read all of it each time. A hold may name an owner that is no crisis of this house: nobody waits for
     * that.
     */
    private void note(String crisisId, List<String> letters) {
        if (count("select count(*) from crisis where id = ?", crisisId) == 0) {
            return;
        }
        String actor = people.actor();
        Set<String> noted = Set.copyOf(jdbc.sql("select letter from crisis_letter where crisis_id = ?")
                .param(crisisId)
                .query(String.class)
                .list());
        batches.batchUpdate(
                "insert into crisis_letter (crisis_id, letter, actor, told) values (?, ?, ?, false)",
                letters.stream()
                        .distinct()
                        .filter(letter -> !noted.contains(letter))
                        .map(letter -> new Object[] {crisisId, letter, actor})
                        .toList());
    }

    private boolean isNoted(String crisisId, String letter) {
        return count("select count(*) from crisis_letter where crisis_id = ? and letter = ?", crisisId, letter) > 0;
    }

    private int count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Integer.class).single();
    }

    private Set<String> members(List<String> groups) {
        Set<String> members = new TreeSet<>();
        groups.forEach(group -> people.inGroup(group).forEach(person -> members.add(person.id())));
        return members;
    }

    private List<String> names(List<String> ids) {
        return ids.stream()
                .map(id -> accounts.find(id).map(Account::name).orElse(id))
                .toList();
    }

    private record Letter(String crisisId, String letter, String actor) {}
}
