package io.watchdesk.escalation;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.escalation.Page.Attempt;
import io.watchdesk.escalation.Page.Result;
import io.watchdesk.escalation.Page.State;
import io.watchdesk.notification.Express;
import io.watchdesk.oncall.Contacts;
import io.watchdesk.oncall.Contacts.Address;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the model {@code crisis-page}, each in the transaction of its job. */
@Component
@Transactional
public class PageSteps {

    private final Pages pages;
    private final Crises crises;
    private final Timeline timeline;
    private final Contacts contacts;
    private final People people;
    private final OpenHelp help;
    private final Express express;
    private final PageCourier courier;
    private final PagingSettings settings;
    private final EscalationSettings escalation;
    private final Clock clock;

    PageSteps(
            Pages pages,
            Crises crises,
            Timeline timeline,
            Contacts contacts,
            People people,
            OpenHelp help,
            Express express,
            PageCourier courier,
            PagingSettings settings,
            EscalationSettings escalation,
            Clock clock) {
        this.pages = pages;
        this.crises = crises;
        this.timeline = timeline;
        this.contacts = contacts;
        this.people = people;
        this.help = help;
        this.express = express;
        this.courier = courier;
        this.settings = settings;
        this.escalation = escalation;
        this.clock = clock;
    }

    /** Notes what is asked for. */
    public String request(Paging.Request request) {
        return pages.add(request, clock.instant());
    }

    /** Finds the next address that was not tried in this round. */
    public Chosen choose(String pageId) {
        List<Page> locked = pages.lockWithRepeats(pageId);
        Page page = locked.stream()
                .filter(each -> each.id().equals(pageId))
                .findFirst()
                .orElseThrow();
        Instant now = clock.instant();
        pages.endUnanswered(pageId, now);
        List<Attempt> attempts = pages.attempts(pageId);
        Optional<Attempt> delivered = attempts.stream()
                .filter(each -> each.result() == Result.DELIVERED)
                .findFirst();
        if (delivered.isPresent() && (page.state() == State.SENDING || page.state() == State.UNREACHED)) {
            // The answer came when its timer had given it up, perhaps after everybody had been tried.
            delivered(pageId);
            return Chosen.none(Choice.NOT_NEEDED);
        }
        Optional<String> why = whyNotNeeded(page);
        if (why.isPresent()) {
            if (delivered.isEmpty() && page.state() != State.TOLD_WITH) {
                pages.state(pageId, State.NOT_NEEDED, null, why.get(), now);
            }
            return Chosen.none(Choice.NOT_NEEDED);
        }
        if (page.kind() == Paging.Kind.REPEAT && page.state() == State.REQUESTED) {
            Instant free = pages.lastDelivered(page.person())
                    .map(last -> last.plus(settings.bundleWindow()))
                    .orElse(now);
            if (free.isAfter(now)) {
                return new Chosen(Choice.LATER, null, null, free);
            }
            takeAlong(page, locked);
        }
        return next(page, attempts, delivered, now);
    }

    private Chosen next(Page page, List<Attempt> attempts, Optional<Attempt> delivered, Instant now) {
        List<Attempt> tried = attempts.stream()
                .filter(each -> delivered.isPresent() || each.round() == page.round())
                .toList();
        for (String candidate : candidates(page, delivered)) {
            for (Address address : reachable(candidate)) {
                if (tried.stream().noneMatch(each -> each.to(candidate, address))) {
                    boolean fallback = page.calls()
                            && !candidate.equals(page.person())
                            && candidate.equals(escalation.fallbackPerson())
                            && !page.nextPeople().contains(candidate)
                            && tried.stream().noneMatch(each -> each.person().equals(candidate));
                    pages.next(page.id(), address);
                    return new Chosen(fallback ? Choice.FALLBACK : Choice.PERSON, candidate, address, null);
                }
            }
        }
        if (delivered.isPresent()) {
            return Chosen.none(Choice.NOT_NEEDED);
        }
        if (!page.calls()) {
            String sentence = "%s could not be reached.".formatted(people.displayName(page.person()));
            pages.state(page.id(), State.UNREACHED, null, sentence, now);
            timeline.record(page.crisisId(), "escalation.personUnreachable", sentence);
            return Chosen.none(Choice.NOT_NEEDED);
        }
        return Chosen.none(Choice.NOBODY);
    }

    /**
     * Begins a try; what it says leaves the house when this transaction has committed.
     *
     * @param told the address as {@link Chosen#told} told it
     */
    public Sending send(String pageId, String person, Address told) {
        Page page = pages.lock(pageId);
        Address address = pages.inFull(pageId, told);
        Instant now = clock.instant();
        pages.endUnanswered(pageId, now);
        List<Attempt> before = pages.attempts(pageId);
        int number = 1
                + (int) before.stream()
                        .filter(each -> each.round() == page.round() && each.to(person, address))
                        .count();
        Attempt attempt = new Attempt(
                UUID.randomUUID().toString(), pageId, page.round(), person, address, number, Result.WAITING);
        pages.add(attempt, courier.messageId(page, attempt), now);
        if (before.stream().noneMatch(each -> each.result() == Result.DELIVERED)) {
            pages.state(pageId, State.SENDING);
        }
        courier.take(page, pages.toldWith(pageId), attempt);
        return new Sending(attempt.id(), number, now.plus(settings.answerWithin()));
    }

    /** Somebody was reached. Answers when the second address is due, or empty. */
    public Optional<Instant> delivered(String pageId) {
        Page page = pages.lock(pageId);
        Instant now = clock.instant();
        List<Attempt> delivered = pages.attempts(pageId).stream()
                .filter(each -> each.result() == Result.DELIVERED)
                .toList();
        Attempt last = delivered.get(delivered.size() - 1);
        String sentence = "%s was reached by %s (%s)."
                .formatted(
                        people.displayName(last.person()),
                        Outcomes.text(last.address().kind()),
                        last.address().masked());
        for (Page told : withOthers(page)) {
            timeline.record(told.crisisId(), "escalation.personPaged", sentence);
        }
        pages.state(pageId, State.DELIVERED, through(last.address()), sentence, now);
        boolean second = page.secondAddressAt() != null
                && delivered.size() == 1
                && reachable(last.person()).size() > 1;
        return second ? Optional.of(page.secondAddressAt()) : Optional.empty();
    }

    /**
     * An address refused for good.
     *
     * @param told the address as {@link Chosen#told} told it
     */
    public void addressRefused(String pageId, String person, Address told) {
        Page page = pages.lock(pageId);
        Address address = pages.inFull(pageId, told);
        String sentence = "%s refuses pages for good.".formatted(address.masked());
        contacts.markDead(person, address, sentence);
        timeline.record(
                page.crisisId(),
                "escalation.addressRefused",
                "The address %s of %s refuses pages for good and is not tried again."
                        .formatted(address.masked(), people.displayName(person)));
    }

    /** Nobody of the tier could be reached; the fallback person is next. */
    public void tierUnreachable(String pageId) {
        Page page = pages.lock(pageId);
        timeline.record(
                page.crisisId(),
                "escalation.tierUnreachable",
                "Nothing was delivered to %s%s. The fallback person, %s, is paged."
                        .formatted(
                                people.displayName(page.person()),
                                page.nextPeople().isEmpty() ? "" : " or the others of tier " + page.tier(),
                                people.displayName(escalation.fallbackPerson())));
    }

    /** Nobody at all could be reached. Answers when it is tried again from the beginning. */
    public Instant nobodyReached(String pageId) {
        Page page = pages.lock(pageId);
        Instant now = clock.instant();
        Instant again = now.plus(settings.startOverAfter());
        String sentence = "Nothing was delivered to anybody, the fallback person included. It is tried again from the"
                + " beginning in %s seconds."
                        .formatted(settings.startOverAfter().toSeconds());
        pages.state(pageId, State.UNREACHED, null, sentence, now);
        pages.round(pageId, page.round() + 1);
        if (page.round() == 1) {
            withOthers(page).forEach(told -> timeline.record(told.crisisId(), "escalation.nobodyReached", sentence));
        }
        return again;
    }

    private void takeAlong(Page page, List<Page> locked) {
        for (Page other : locked) {
            if (!other.id().equals(page.id()) && whyNotNeeded(other).isEmpty()) {
                pages.tellWith(other.id(), page.id());
            }
        }
    }

    private List<Page> withOthers(Page page) {
        return Stream.concat(Stream.of(page), pages.toldWith(page.id()).stream())
                .toList();
    }

    private Optional<String> whyNotNeeded(Page page) {
        if (page.state() == State.TOLD_WITH) {
            return Optional.of("It was told with another page.");
        }
        Crisis crisis = crises.get(page.crisisId());
        if (!crisis.open()) {
            return Optional.of("%s is over.".formatted(crisis.id()));
        }
        String holder = crisis.holder();
        return switch (page.kind()) {
            case FIRST, REPEAT, RELEASED -> {
                if (holder != null) {
                    yield Optional.of("%s has taken it.".formatted(people.displayName(holder)));
                }
                yield pages.isOvertaken(page) ? Optional.of("A newer page follows.") : Optional.empty();
            }
            case STILL_ON_IT ->
                page.person().equals(holder)
                        ? Optional.empty()
                        : Optional.of("%s does not have it any more.".formatted(people.displayName(page.person())));
            case HAND_OVER ->
                page.person().equals(holder)
                        ? Optional.of("%s has taken it over.".formatted(people.displayName(holder)))
                        : Optional.empty();
            case HELP -> help.of(crisis).isEmpty() ? Optional.of("No help is needed any more.") : Optional.empty();
        };
    }

    private List<String> candidates(Page page, Optional<Attempt> delivered) {
        if (delivered.isPresent()) {
            return List.of(delivered.get().person());
        }
        List<String> candidates = new ArrayList<>();
        candidates.add(page.person());
        if (page.calls()) {
            candidates.addAll(page.nextPeople());
            candidates.add(escalation.fallbackPerson());
        }
        return candidates.stream().distinct().toList();
    }

    private List<Address> reachable(String person) {
        return contacts.of(person).stream()
                .filter(address -> address.kind() != Contacts.Kind.MAIL || express.hasMail())
                .toList();
    }

    private static String through(Address address) {
        return Outcomes.text(address.kind()) + ": " + address.masked();
    }

    /** What comes next. */
    public enum Choice {
        /** The person, or the next one of the tier. */
        PERSON,
        /** The fallback person, because nobody of the tier was reached. */
        FALLBACK,
        NOBODY,
        /** Together with other repeated pages to this person. */
        LATER,
        NOT_NEEDED
    }

    /**
     * @param person null unless somebody was chosen
     * @param at when it is due, for {@link Choice#LATER}
     */
    public record Chosen(Choice choice, String person, Address address, Instant at) {

        /** How the person is reached, or null. */
        public Contacts.Kind way() {
            return address == null ? null : address.kind();
        }

        /** The address as it may stand in plain, or null. */
        public String told() {
            return address == null ? null : address.masked();
        }

        static Chosen none(Choice choice) {
            return new Chosen(choice, null, null, null);
        }
    }

    /** @param tries at this address in this round, this one included */
    public record Sending(String attemptId, int tries, Instant answerDueAt) {}
}
