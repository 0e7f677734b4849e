package io.watchdesk.crisis;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.HeldAnswers;
import io.watchdesk.publishing.HeldPosts;
import io.watchdesk.publishing.Holds;
import io.watchdesk.publishing.PublicationDecisions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the release review. */
@Service
@Transactional
class HeldContentReview implements HeldContent {

    private static final int LONGEST_REASON = 1000;

    private final Crises crises;
    private final CrisisResponse response;
    private final Timeline timeline;
    private final HeldContentDecisions decisions;
    private final CrisisScope scope;
    private final HeldPosts posts;
    private final HeldAnswers answers;
    private final Holds holds;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    HeldContentReview(
            Crises crises,
            CrisisResponse response,
            Timeline timeline,
            HeldContentDecisions decisions,
            CrisisScope scope,
            HeldPosts posts,
            HeldAnswers answers,
            Holds holds,
            People people,
            AuditLog audit,
            Clock clock) {
        this.crises = crises;
        this.response = response;
        this.timeline = timeline;
        this.decisions = decisions;
        this.scope = scope;
        this.posts = posts;
        this.answers = answers;
        this.holds = holds;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(String crisisId) {
        return items(crises.get(crisisId));
    }

    @Override
    public void decide(String crisisId, String publicationId, Answer answer) {
        Crisis crisis = crises.lock(crisisId);
        Item item = items(crisis).stream()
                .filter(each -> each.post().publication().id().equals(publicationId))
                .findFirst()
                .orElseThrow(() -> new Refused("%s is not held by %s.".formatted(publicationId, crisisId)));
        Answer checked = checked(item, answer);
        decisions.put(crisisId, publicationId, checked, people.actor(), clock.instant());
        audit.record("crisis.heldContentDecided", crisisId, item.decision(), Map.of(publicationId, checked));
    }

    @Override
    public void carryOut(String crisisId) {
        Crisis crisis = crises.lock(crisisId);
        List<Item> items = items(crisis);
        if (crisis.drill()) {
            timeline.record(
                    crisisId,
                    "crisis.heldContentReviewed",
                    "In a real crisis %d posts would have been held.".formatted(items.size()));
        } else {
            everythingIsDecided(items);
            rewritesAgree(items);
            scope.holdsOf(crisisId)
                    .forEach(
                            hold -> holds.release(hold.id(), "%s is over; every post is decided.".formatted(crisisId)));
            Set<String> rewritten = new HashSet<>();
            items.forEach(item -> apply(crisis, item, rewritten));
            decisions.applied(crisisId, clock.instant());
            timeline.record(
                    crisisId,
                    "crisis.heldContentReviewed",
                    "The holds are lifted; %d held posts were decided.".formatted(items.size()));
        }
        response.reached(crisisId, Milestone.HELD_CONTENT_REVIEWED);
        audit.record("crisis.heldContentReviewed", crisisId, null, Map.of("posts", items.size()));
    }

    private List<Item> items(Crisis crisis) {
        Map<String, Decision> decided = decisions.of(crisis.id());
        return posts.waiting(scope.areas(crisis)).stream()
                .filter(post -> crisis.drill() || post.heldBy(crisis.id()))
                .map(post -> new Item(
                        post,
                        !post.publication().slot().at().isAfter(clock.instant()),
                        post.handedOver(),
                        post.holdsOfOthers(crisis.id()).toList(),
                        decided.get(post.publication().id())))
                .toList();
    }

    private Answer checked(Item item, Answer answer) {
        if (answer == null || answer.choice() == null) {
            throw new Refused("Say what shall become of %s.".formatted(name(item)));
        }
        String reason = answer.reason() == null ? "" : answer.reason().strip();
        if (reason.length() > LONGEST_REASON) {
            throw new Refused("The reason is longer than %d characters.".formatted(LONGEST_REASON));
        }
        possible(item, answer.choice());
        switch (answer.choice()) {
            case KEEP, MOVE -> {
                if (!answer.reapproved() && !item.handedOver()) {
                    throw new Refused(
                            "Read %s again and say that it is right as it is after the crisis.".formatted(name(item)));
                }
            }
            case REWRITE, DROP -> {
                if (reason.isEmpty()) {
                    throw new Refused("Say why %s is %s."
                            .formatted(name(item), answer.choice() == Choice.DROP ? "dropped" : "rewritten"));
                }
            }
            case STOPPED -> {
                if (reason.isEmpty()) {
                    throw new Refused("Say what shows that the platform stopped %s.".formatted(name(item)));
                }
            }
        }
        String newSlot = answer.choice() == Choice.MOVE ? ahead(item, answer.newSlot()) : null;
        return new Answer(answer.choice(), reason, newSlot, answer.reapproved());
    }

    /** What can be decided may become impossible while time passes, so it is asked again when it is carried out. */
    private void possible(Item item, Choice choice) {
        if (item.handedOver() && choice != Choice.STOPPED && choice != Choice.KEEP) {
            throw new Refused("%s was handed over before the hold; tell %s and say what shows that it was stopped."
                    .formatted(name(item), item.post().platform()));
        }
        if (!item.handedOver() && choice == Choice.STOPPED) {
            throw new Refused("%s is not with a platform; the hold stops it.".formatted(name(item)));
        }
        if (choice == Choice.KEEP && item.past() && !item.handedOver()) {
            throw new Refused(
                    "The planned time of %s is over; nothing late goes out by itself. Give it a new time, rewrite or drop it."
                            .formatted(name(item)));
        }
        if ((choice == Choice.KEEP || choice == Choice.MOVE)
                && !item.handedOver()
                && !item.post().approved()) {
            throw new Refused("%s has no approval in force any more. Rewrite or drop it.".formatted(name(item)));
        }
    }

    private String ahead(Item item, String newSlot) {
        try {
            LocalDateTime local = LocalDateTime.parse(newSlot == null ? "" : newSlot.strip());
            var zone = item.post().publication().slot().zone();
            if (!local.atZone(zone).toInstant().isAfter(clock.instant())) {
                throw new Refused("The new time of %s is over already.".formatted(name(item)));
            }
            return newSlot.strip();
        } catch (DateTimeParseException unreadable) {
            throw new Refused("The new time of %s is missing. Write it as 2026-12-01T08:30.".formatted(name(item)));
        }
    }

    private void everythingIsDecided(List<Item> items) {
        List<Item> undecided =
                items.stream().filter(item -> item.decision() == null).toList();
        if (!undecided.isEmpty()) {
            String others = undecided.size() == 1 ? "" : " So are %d others.".formatted(undecided.size() - 1);
            throw new Refused("%s is not decided yet.%s".formatted(name(undecided.get(0)), others));
        }
        for (Item item : items) {
            possible(item, item.decision().choice());
            if (item.decision().choice() == Choice.MOVE) {
                ahead(item, item.decision().newSlot());
            }
        }
    }

    /** A rewritten text takes the approval from the whole piece, so no other account may keep the old one. */
    private static void rewritesAgree(List<Item> items) {
        for (Item item : items) {
            if (item.decision().choice() != Choice.REWRITE) {
                continue;
            }
            items.stream()
                    .filter(other -> pieceOf(other).equals(pieceOf(item)))
                    .filter(other -> Set.of(Choice.KEEP, Choice.MOVE)
                            .contains(other.decision().choice()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new Refused("%s is to be rewritten, so %s cannot go out with the old text."
                                .formatted(name(item), name(other)));
                    });
        }
    }

    private void apply(Crisis crisis, Item item, Set<String> rewritten) {
        Decision decision = item.decision();
        boolean nothingToDo = decision.choice() == Choice.STOPPED
                || decision.choice() == Choice.KEEP
                        && (item.handedOver() || !item.otherHolds().isEmpty())
                || decision.choice() == Choice.REWRITE && !rewritten.add(pieceOf(item));
        if (!nothingToDo) {
            try {
                answers.answer(
                        item.post().publication().id(),
                        switch (decision.choice()) {
                            case KEEP -> PublicationDecisions.Decision.KEEP;
                            case MOVE -> PublicationDecisions.Decision.MOVE;
                            case REWRITE -> PublicationDecisions.Decision.REVISE;
                            case DROP, STOPPED -> PublicationDecisions.Decision.DROP;
                        },
                        decision.reason().isEmpty() ? "After the crisis: " + crisis.title() : decision.reason(),
                        decision.newSlot());
            } catch (Refused refused) {
                throw new Refused("%s: %s".formatted(name(item), refused.getMessage()));
            }
        }
        timeline.record(
                crisis.id(),
                "crisis.heldContentDecided",
                "%s: %s%s%s."
                        .formatted(
                                name(item),
                                Outcomes.text(decision.choice()),
                                decision.newSlot() == null ? "" : " to " + decision.newSlot(),
                                decision.reason().isEmpty() ? "" : ", " + decision.reason()));
    }

    private static String pieceOf(Item item) {
        return item.post().publication().pieceId();
    }

    private static String name(Item item) {
        return "%s \"%s\" on %s"
                .formatted(
                        item.post().publication().id(),
                        item.post().title(),
                        item.post().accountName());
    }
}
