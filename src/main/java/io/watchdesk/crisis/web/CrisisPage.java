package io.watchdesk.crisis.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.watchdesk.platform.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A crisis as forms and pages show it. Enums are lower-camel text.
 *
 * @param tableLevel what the tables say about the facts of now
 * @param commander who commands, or null
 * @param matterPublic null while triage has not said so
 * @param facts the inputs of the severity table; a missing one is unknown
 * @param clocks what still runs, soonest first
 * @param missing what keeps it from being closed, as sentences
 * @param mayCommand whether the signed-in person may lower the level, declare it over and close it
 * @param wish the open wish to lower the level, or null
 */
record CrisisPage(
        String id,
        String title,
        String level,
        @Said(orTyped = true) List<String> reasons,
        String tableLevel,
        String state,
        boolean drill,
        String scenario,
        String topic,
        List<Named> accounts,
        Instant firstSighted,
        Instant openedAt,
        Named holder,
        Instant acknowledgedAt,
        Instant closedAt,
        String outcome,
        Named commander,
        Boolean matterPublic,
        Map<String, String> facts,
        List<RoleLine> roles,
        HoldLine hold,
        List<ClockLine> clocks,
        List<SignalLine> signals,
        Map<String, Instant> milestones,
        @Said List<String> missing,
        boolean mayCommand,
        WishLine wish) {

    /** Somebody or something with a name for people. */
    record Named(String id, String name) {}

    /** A person's time in a role. */
    record RoleLine(String role, Named person, Instant since, Instant until) {}

    /**
     * What it does to scheduled content.
     *
     * @param demand {@code placed}, {@code proposed} or {@code none}
     * @param held whether it holds something; in a drill on paper
     * @param affected waiting publications in its scope now
     */
    record HoldLine(String demand, boolean held, List<String> affected) {}

    /** A clock that runs. */
    record ClockLine(String clock, Instant due, boolean past) {}

    /** A signal that belongs to it. */
    record SignalLine(String id, String source, String title, String link, Instant occurredAt) {}

    /** A wish to lower the level. */
    record WishLine(String level, String reason, Named askedBy) {}

    /** A crisis in a list. */
    record Line(
            String id,
            String title,
            String level,
            String state,
            boolean drill,
            List<Named> accounts,
            String topic,
            Instant firstSighted,
            Instant openedAt,
            Named holder,
            Instant closedAt) {}

    /**
     * One entry of the time line.
     *
     * @param composed whether we wrote the text, and not a person
     */
    record EntryLine(
            long number,
            Instant at,
            String kind,
            Named by,
            @Said String text,
            @JsonIgnore boolean composed) implements Said.Sometimes {}
}
