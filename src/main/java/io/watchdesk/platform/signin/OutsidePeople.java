package io.watchdesk.platform.signin;

import io.watchdesk.platform.OutsideGroupsChanged;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps those whom somebody outside vouches for among our own people, so that tasks, mails and pages need nobody outside:
 * a directory that is down must not silence a page. Known by what the source calls them for ever, not by their name.
 */
@Component
class OutsidePeople {

    private static final Duration WORTH_WRITING = Duration.ofMinutes(1);

    private final SignInSettings settings;
    private final GroupMeanings meanings;
    private final IdentityService identities;
    private final People people;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OutsidePeople(
            SignInSettings settings,
            GroupMeanings meanings,
            IdentityService identities,
            People people,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.meanings = meanings;
        this.identities = identities;
        this.people = people;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Brings name, mail address and groups of a person to what the source says.
     *
     * @return the id here, which stays the same when the source changes the name
     * @throws Refused if the id cannot be used here or belongs to somebody else
     */
    String keep(String source, OutsidePerson person) {
        try {
            return inOneGo(source, person);
        } catch (DuplicateKeyException | ProcessEngineException atTheSameMoment) {
            return inOneGo(source, person);
        }
    }

    /** Whether somebody outside vouches for this person. */
    boolean isOutside(String id) {
        return row(id).isPresent();
    }

    /** Whether the source that vouched for this person no longer does. */
    boolean hasLeft(String id) {
        return row(id).map(row -> row.leftAt() != null).orElse(false);
    }

    /** Takes every right away; the name stays, because records name it. */
    void left(String id) {
        transaction.executeWithoutResult(status -> people.asSystem(() -> {
            Row row = row(id).orElse(null);
            if (row == null || row.leftAt() != null) {
                return null;
            }
            List<String> before = people.groupsOf(id);
            before.forEach(group -> identities.deleteMembership(id, group));
            database.sql("update outside_person set left_at = ? where person = ?")
                    .params(now(), id)
                    .update();
            events.publishEvent(new OutsideGroupsChanged(id, before, List.of(), row.source()));
            return null;
        }));
    }

    /** Ids of those whom the source still vouches for and whom it has not confirmed since then. */
    List<String> notConfirmedSince(String source, Instant then) {
        return database.sql(
                        "select person from outside_person where source = ? and left_at is null and confirmed_at < ?"
                                + " order by person")
                .params(source, Timestamp.from(then))
                .query(String.class)
                .list();
    }

    /** The person whom the source calls so, if it was here before. */
    Optional<String> known(String source, String subject) {
        return database.sql("select person from outside_person where source = ? and subject = ?")
                .params(source, subject)
                .query(String.class)
                .optional();
    }

    private String inOneGo(String source, OutsidePerson person) {
        return transaction.execute(status -> people.asSystem(() -> {
            String id = known(source, person.subject()).orElseGet(() -> welcome(source, person));
            profile(id, person);
            groups(id, source, meanings.of(person.groups()));
            Row row = row(id).orElseThrow();
            if (row.leftAt() != null
                    || row.confirmedAt().isBefore(clock.instant().minus(WORTH_WRITING))) {
                database.sql("update outside_person set confirmed_at = ?, left_at = null where person = ?")
                        .params(now(), id)
                        .update();
            }
            return id;
        }));
    }

    /** Somebody whom we do not know yet, or only under this name. */
    private String welcome(String source, OutsidePerson person) {
        String id = person.id();
        if (!id.matches(OutsidePerson.ID) || id.equals(People.SYSTEM) || id.equals(settings.breakGlass())) {
            throw new Refused(
                    "Nobody can be called \"%s\" here. An administrator can give you another name where you signed in."
                            .formatted(id.length() > 64 ? id.substring(0, 64) : id));
        }
        boolean here = people.find(id).isPresent();
        Row row = row(id).orElse(null);
        if (here && row != null && row.source().equals(source)) {
            throw new Refused(
                    ("%s was somebody else here before. An administrator who is sure that the name was given to you"
                                    + " since then removes that person in Admin; then sign in again.")
                            .formatted(id));
        }
        if (here && !settings.adoptExisting()) {
            throw new Refused(("There is a person %s in Watchdesk already, and whether that is you cannot be known. An"
                            + " administrator can say so with watchdesk.sign-in.adopt-existing, or remove that person in Admin.")
                    .formatted(id));
        }
        database.sql("delete from outside_person where person = ?").params(id).update();
        database.sql("insert into outside_person (person, source, subject, confirmed_at) values (?, ?, ?, ?)")
                .params(id, source, person.subject(), now())
                .update();
        return id;
    }

    private void profile(String id, OutsidePerson person) {
        User known = identities.createUserQuery().userId(id).singleResult();
        User user = known == null ? identities.newUser(id) : known;
        boolean same = known != null
                && Objects.equals(user.getFirstName(), person.firstName())
                && Objects.equals(user.getLastName(), person.lastName())
                && Objects.equals(user.getEmail(), person.email());
        if (!same) {
            user.setFirstName(person.firstName());
            user.setLastName(person.lastName());
            user.setEmail(person.email());
            identities.saveUser(user);
        }
    }

    /** Groups that only Watchdesk knows are left to its administrators. */
    private void groups(String id, String source, Set<String> wanted) {
        Set<String> before = new TreeSet<>(people.groupsOf(id));
        before.retainAll(meanings.ours());
        for (String group : before) {
            if (!wanted.contains(group)) {
                identities.deleteMembership(id, group);
            }
        }
        for (String group : wanted) {
            if (!before.contains(group)) {
                identities.createMembership(id, group);
            }
        }
        if (!before.equals(wanted)) {
            events.publishEvent(new OutsideGroupsChanged(
                    id, List.copyOf(before), wanted.stream().sorted().toList(), source));
        }
    }

    private Optional<Row> row(String id) {
        return database.sql("select source, confirmed_at, left_at from outside_person where person = ?")
                .params(String.valueOf(id))
                .query((result, number) -> new Row(
                        result.getString(1),
                        result.getTimestamp(2).toInstant(),
                        result.getTimestamp(3) == null
                                ? null
                                : result.getTimestamp(3).toInstant()))
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private record Row(String source, Instant confirmedAt, Instant leftAt) {}
}
