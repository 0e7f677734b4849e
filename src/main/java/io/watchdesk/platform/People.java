package io.watchdesk.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Who is at work: the signed-in person and the members of groups, as the identity service knows them. */
public interface People {

    /** The actor recorded for work that no person triggered: timers, jobs, start-up. */
    String SYSTEM = "system";

    /** The id of the person whose request is being served, or empty in jobs and timers. */
    Optional<String> current();

    /** The id of the current person, or {@link #SYSTEM}. */
    default String actor() {
        return current().orElse(SYSTEM);
    }

    /** The person with this id, or empty. */
    Optional<Person> find(String id);

    /** Everybody who can sign in, ordered by id. */
    List<Person> all();

    /** All members of a group, ordered by id; empty when the group is unknown. */
    List<Person> inGroup(String group);

    /** The groups of a person, ordered by id. */
    List<String> groupsOf(String id);

    /**
     * Does something without a person: no right of the current person is asked for, and {@link #current} is empty. For
     * what the rules of the house need, never for what the person asked for.
     */
    <T> T asSystem(Supplier<T> deed);

    /**
     * Does something in the name of a person who has proved by another way than signing in who that is, for example by a
     * signed link. The rights of that person are asked for.
     */
    <T> T as(String person, Supplier<T> deed);

    /** First and last name if the person is known, else the id itself. */
    default String displayName(String id) {
        return find(id).map(Person::displayName).orElse(id);
    }

    /**
     * Somebody who can sign in.
     *
     * @param email may be null: then no mail can reach this person
     */
    record Person(String id, String firstName, String lastName, String email) {

        /** First and last name, or the id where both are missing. */
        public String displayName() {
            String name = ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
            return name.isEmpty() ? id : name;
        }
    }
}
