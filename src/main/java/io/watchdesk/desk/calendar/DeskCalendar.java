package io.watchdesk.desk.calendar;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.PieceList;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.PublicationPlan;
import io.watchdesk.publishing.PublicationPlan.Planned;
import io.watchdesk.review.Holidays;
import io.watchdesk.review.ReviewDeadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands in the calendar between two days; every time is one of the clocks of its account. */
@Component
@Transactional(readOnly = true)
public class DeskCalendar {

    /** More marks than this nobody can tell apart; the page then asks to choose an account or fewer days. */
    private static final int MOST = 2000;

    private static final Duration WIDEST_ZONE = Duration.ofHours(15);

    private final PublicationPlan plan;
    private final ReviewDeadlines deadlines;
    private final PieceList pieces;
    private final Accounts accounts;
    private final Holidays holidays;
    private final Evaluations evaluations;

    DeskCalendar(
            PublicationPlan plan,
            ReviewDeadlines deadlines,
            PieceList pieces,
            Accounts accounts,
            Holidays holidays,
            Evaluations evaluations) {
        this.plan = plan;
        this.deadlines = deadlines;
        this.pieces = pieces;
        this.accounts = accounts;
        this.holidays = holidays;
        this.evaluations = evaluations;
    }

    /**
     * @param until the first day after
     * @param account an account's id, or null for all
     * @param kinds which kinds are wanted
     */
    public Span between(LocalDate from, LocalDate until, String account, Set<Mark.Kind> kinds, Locale language) {
        List<Mark> marks = new ArrayList<>();
        boolean more = false;
        if (kinds.contains(Mark.Kind.PUBLICATION)) {
            List<Planned> found = plan.between(from.atStartOfDay(), until.atStartOfDay(), account, MOST + 1);
            more = found.size() > MOST;
            marks.addAll(publications(found.subList(0, Math.min(MOST, found.size()))));
        }
        if (kinds.contains(Mark.Kind.DEADLINE)) {
            marks.addAll(deadlines(from, until, account));
        }
        if (kinds.contains(Mark.Kind.EVALUATION)) {
            List<Mark> found = evaluations.between(from, until, account, MOST + 1);
            more |= found.size() > MOST;
            marks.addAll(found.subList(0, Math.min(MOST, found.size())));
        }
        if (kinds.contains(Mark.Kind.LICENCE)) {
            pieces.rightsEnding(from, until, MOST).stream()
                    .map(expiry -> Mark.day(
                            Mark.Kind.LICENCE, expiry.day(), null, expiry.pieceId(), expiry.fileName(), "ENDS"))
                    .forEach(marks::add);
        }
        if (kinds.contains(Mark.Kind.HOLIDAY)) {
            marks.addAll(holidays(from, until, account, language));
        }
        if (kinds.contains(Mark.Kind.HOLD)) {
            marks.addAll(holds(from, until, account));
        }
        return new Span(marks, more);
    }

    private List<Mark> publications(List<Planned> found) {
        Map<String, String> titles =
                pieces.titles(found.stream().map(Planned::pieceId).collect(Collectors.toSet()));
        return found.stream()
                .map(planned -> new Mark(
                        Mark.Kind.PUBLICATION,
                        planned.publicationId(),
                        planned.local(),
                        null,
                        name(planned.accountId()),
                        planned.zone(),
                        planned.pieceId(),
                        titles.getOrDefault(planned.pieceId(), planned.pieceId()),
                        planned.state().name(),
                        planned.link(),
                        planned.movable()))
                .toList();
    }

    private List<Mark> deadlines(LocalDate from, LocalDate until, String account) {
        Instant first = from.atStartOfDay().toInstant(ZoneOffset.UTC).minus(WIDEST_ZONE);
        Instant last = until.atStartOfDay().toInstant(ZoneOffset.UTC).plus(WIDEST_ZONE);
        List<ReviewDeadlines.Deadline> found = deadlines.between(first, last, MOST);
        Map<String, PieceList.Line> lines = pieces.lines(
                found.stream().map(ReviewDeadlines.Deadline::pieceId).collect(Collectors.toSet()));
        List<Mark> marks = new ArrayList<>();
        for (ReviewDeadlines.Deadline deadline : found) {
            PieceList.Line line = lines.get(deadline.pieceId());
            List<String> ids = line == null ? List.of() : line.accounts();
            Account shown = ids.stream().findFirst().flatMap(accounts::find).orElse(null);
            ZoneId zone = shown == null ? ZoneOffset.UTC : shown.zone();
            LocalDateTime local = LocalDateTime.ofInstant(deadline.dueAt(), zone);
            boolean inside =
                    !local.toLocalDate().isBefore(from) && local.toLocalDate().isBefore(until);
            if (inside && (account == null || ids.contains(account))) {
                marks.add(new Mark(
                        Mark.Kind.DEADLINE,
                        deadline.pieceId() + "/" + deadline.stage(),
                        local,
                        null,
                        shown == null ? null : shown.name(),
                        zone.getId(),
                        deadline.pieceId(),
                        line == null ? deadline.pieceId() : line.title(),
                        deadline.group(),
                        null,
                        false));
            }
        }
        return marks;
    }

    /** One mark a country and day, however many accounts work there. */
    private List<Mark> holidays(LocalDate from, LocalDate until, String account, Locale language) {
        Map<String, Account> countries = new LinkedHashMap<>();
        accounts.all().stream()
                .filter(each -> account == null || each.id().equals(account))
                .filter(each -> each.country() != null)
                .forEach(each -> countries.putIfAbsent(each.country(), each));
        return countries.entrySet().stream()
                .flatMap(country -> holidays.between(country.getValue(), from, until, language).stream()
                        .map(day -> Mark.day(
                                Mark.Kind.HOLIDAY,
                                day.date(),
                                new Locale.Builder()
                                        .setRegion(country.getKey())
                                        .build()
                                        .getDisplayCountry(language),
                                null,
                                day.name(),
                                day.kind().name())))
                .toList();
    }

    private List<Mark> holds(LocalDate from, LocalDate until, String account) {
        Instant first = from.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant last = until.atStartOfDay().toInstant(ZoneOffset.UTC);
        return plan.heldBetween(first, last, MOST).stream()
                .filter(hold -> account == null || hold.scope() != Hold.Scope.ACCOUNT || account.equals(hold.value()))
                .map(hold -> {
                    ZoneId zone = hold.scope() == Hold.Scope.ACCOUNT
                            ? accounts.find(hold.value()).map(Account::zone).orElse(ZoneOffset.UTC)
                            : ZoneOffset.UTC;
                    return new Mark(
                            Mark.Kind.HOLD,
                            hold.id(),
                            LocalDateTime.ofInstant(hold.since(), zone),
                            hold.releasedAt() == null ? last(until) : LocalDateTime.ofInstant(hold.releasedAt(), zone),
                            hold.scope() == Hold.Scope.ACCOUNT ? name(hold.value()) : null,
                            zone.getId(),
                            hold.scope() == Hold.Scope.PIECE ? hold.value() : null,
                            hold.reason(),
                            hold.scope().name(),
                            null,
                            false);
                })
                .toList();
    }

    private static LocalDateTime last(LocalDate until) {
        return until.atStartOfDay();
    }

    private String name(String accountId) {
        return accounts.find(accountId).map(Account::name).orElse(accountId);
    }

    /** @param more whether there is more than can be shown */
    public record Span(List<Mark> marks, boolean more) {}
}
