package io.watchdesk.escalation;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Deadlines;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.notification.Link;
import io.watchdesk.notification.Message;
import io.watchdesk.platform.People;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Puts a page into words: what, where, since when, how long there is time, who else was paged, and how to take it. */
@Component
class PageWriter {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
    private static final Map<Deadline, String> CLOCKS = new LinkedHashMap<>();

    static {
        CLOCKS.put(Deadline.TRIAGE, "triage");
        CLOCKS.put(Deadline.COMMAND, "command centre");
        CLOCKS.put(Deadline.HOLDING_STATEMENT, "holding statement");
        CLOCKS.put(Deadline.FULL_STATEMENT, "full statement");
    }

    private final Crises crises;
    private final Deadlines deadlines;
    private final Pages pages;
    private final Links links;
    private final CrisisTasks tasks;
    private final OpenHelp helpers;
    private final AccountNames accounts;
    private final People people;
    private final EscalationSettings settings;
    private final String tasklist;

    PageWriter(
            Crises crises,
            Deadlines deadlines,
            Pages pages,
            Links links,
            @Lazy CrisisTasks tasks,
            OpenHelp helpers,
            AccountNames accounts,
            People people,
            EscalationSettings settings,
            @Value("${watchdesk.base-url}") String baseUrl) {
        this.crises = crises;
        this.deadlines = deadlines;
        this.pages = pages;
        this.links = links;
        this.tasks = tasks;
        this.helpers = helpers;
        this.accounts = accounts;
        this.people = people;
        this.settings = settings;
        this.tasklist = baseUrl.replaceAll("/+$", "") + "/camunda/app/tasklist/default/";
    }

    /**
     * The page for one person, with new links.
     *
     * @param others pages of other crises that this one tells about as well
     */
    Message write(Page page, List<Page> others, String recipient) {
        Crisis crisis = crises.get(page.crisisId());
        List<String> facts = new ArrayList<>(facts(crisis));
        alsoPaged(page, recipient, facts);
        List<Link> leads = new ArrayList<>();
        leads.add(new Link(deed(page), links.link(crisis.id(), recipient, page.tier(), page.purpose())));
        leads.add(task(crisis.id(), recipient));
        for (Page other : others) {
            Crisis also = crises.get(other.crisisId());
            if (also.open() && also.holder() == null) {
                facts.add("Waiting as well: %s %s (%s).".formatted(also.mark(), also.bareTitle(), also.id()));
                leads.add(
                        new Link("Take " + also.id(), links.link(also.id(), recipient, other.tier(), other.purpose())));
            }
        }
        return new Message.CrisisPaged(
                crisis.id(), crisis.bareTitle(), crisis.mark(), why(page, crisis, recipient), facts, leads);
    }

    /** What, where, since when and until when. */
    private List<String> facts(Crisis crisis) {
        List<String> facts = new ArrayList<>();
        if (!crisis.reasons().isEmpty()) {
            facts.add("What: " + String.join(" ", crisis.reasons()));
        }
        facts.add("Where: "
                + (crisis.accounts().isEmpty() ? "the whole house" : String.join(", ", accounts.of(crisis)))
                + (crisis.topic() == null ? "" : ", topic " + crisis.topic()));
        facts.add("First seen: " + DAY_AND_TIME.format(crisis.firstSighted()));
        String clocks = CLOCKS.entrySet().stream()
                .flatMap(clock -> deadlines.due(crisis.id(), clock.getKey()).stream()
                        .map(due -> clock.getValue() + " " + time(crisis.firstSighted(), due)))
                .collect(Collectors.joining(", "));
        if (!clocks.isEmpty()) {
            facts.add("Due, counted from the first sighting: " + clocks);
        }
        return facts;
    }

    private static String time(Instant from, Instant due) {
        return due.isBefore(from.plusSeconds(12 * 60 * 60)) ? TIME.format(due) : DAY_AND_TIME.format(due);
    }

    private void alsoPaged(Page page, String recipient, List<String> facts) {
        String others = pages.of(page.crisisId()).stream()
                .filter(Page::calls)
                .filter(other -> !other.person().equals(recipient))
                .map(other -> people.displayName(other.person())
                        + (other.tier() == 0 ? " (fallback)" : " (tier %s)".formatted(other.tier())))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            facts.add("Also paged: " + others);
        }
    }

    private String why(Page page, Crisis crisis, String recipient) {
        String take = " Open the link and press the button, or claim the task in Tasklist.";
        if (page.calls() && !recipient.equals(page.person())) {
            boolean next = page.nextPeople().contains(recipient);
            return (next
                                    ? "%s cannot be reached, and you are next on tier %s."
                                    : "Nothing reaches %s or anybody else of tier %s, and you are the fallback person.")
                            .formatted(people.displayName(page.person()), page.tier())
                    + take;
        }
        return switch (page.kind()) {
            case FIRST ->
                (page.tier() == 0 && recipient.equals(settings.fallbackPerson())
                                ? "Nobody else is on call, and you are the fallback person."
                                : "You are on call on tier %s, and nobody has taken this yet.".formatted(page.tier()))
                        + take;
            case REPEAT -> "You were paged before, and still nobody has taken this." + take;
            case RELEASED -> "Whoever had taken this does not have it any more." + take;
            case STILL_ON_IT ->
                "You have taken this, and nothing was heard of you since. Are you still on it? Without an"
                        + " answer somebody else is called.";
            case HAND_OVER ->
                "%s asks you to take this over."
                        .formatted(crisis.holder() == null ? "The team" : people.displayName(crisis.holder()));
            case HELP ->
                "%s has taken this and needs help. %s Open the link and press the button, or claim the task in Tasklist."
                        .formatted(
                                crisis.holder() == null ? "Somebody" : people.displayName(crisis.holder()),
                                helpers.reasons(crisis.id()));
        };
    }

    private static String deed(Page page) {
        return switch (page.kind()) {
            case FIRST, REPEAT, RELEASED -> "Take it";
            case STILL_ON_IT -> "Yes, still on it";
            case HAND_OVER -> "Take it over";
            case HELP -> "I help";
        };
    }

    private Link task(String crisisId, String person) {
        return tasks.firstFor(crisisId, person)
                .map(task -> new Link(
                        "Open the task", tasklist + "#/?task=" + URLEncoder.encode(task, StandardCharsets.UTF_8)))
                .orElseGet(() -> new Link("Open Tasklist", tasklist));
    }
}
