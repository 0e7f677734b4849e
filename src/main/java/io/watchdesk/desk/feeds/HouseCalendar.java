package io.watchdesk.desk.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.oncall.Duties;
import io.watchdesk.oncall.OnCall;
import io.watchdesk.oncall.Rota;
import io.watchdesk.oncall.Rotas;
import io.watchdesk.platform.DeskRights;
import io.watchdesk.platform.Languages;
import io.watchdesk.platform.People;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What one person has in view: publications, own deadlines, licences that end, own shifts. Whoever may see the calendar of the
 * desk has all publications in it, everybody else those of pieces that they planned or wrote.
 */
@Component
@Transactional(readOnly = true)
class HouseCalendar {

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(120);
    private static final String CALENDAR_PAGE = "calendar";
    private static final List<String> GONE = List.of("DROPPED", "TAKEN_DOWN");

    /** Whether the row of {@code content_piece c} is one of the person's own. */
    private static final String OWN = "(:all = true or c.planner = :person or exists (select 1 from content_version v"
            + " where v.piece_id = c.id and (v.author = :person or v.editor = :person)))";

    private final JdbcClient database;
    private final Accounts accounts;
    private final OwnDeadlines deadlines;
    private final Duties duties;
    private final Rotas rotas;
    private final DeskRights rights;
    private final People people;
    private final Languages languages;
    private final ObjectMapper json;
    private final Clock clock;
    private final String baseUrl;

    HouseCalendar(
            JdbcClient database,
            Accounts accounts,
            OwnDeadlines deadlines,
            Duties duties,
            Rotas rotas,
            DeskRights rights,
            People people,
            Languages languages,
            ObjectMapper json,
            Clock clock,
            @Value("${watchdesk.base-url}") String baseUrl) {
        this.database = database;
        this.accounts = accounts;
        this.deadlines = deadlines;
        this.duties = duties;
        this.rotas = rotas;
        this.rights = rights;
        this.people = people;
        this.languages = languages;
        this.json = json;
        this.clock = clock;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** Everything of a person from a month ago until four months ahead, in the words of their language. */
    List<CalendarEntry> of(String person) {
        boolean all = seesAll(person);
        Locale language = languages.of(person);
        Instant from = clock.instant().minus(BACK);
        Instant until = clock.instant().plus(AHEAD);
        return Stream.of(
                        publications(person, all, from, until, language),
                        tasks(person, from, until, language),
                        expiries(person, all, from, until, language),
                        shifts(person, from, until, language))
                .flatMap(List::stream)
                .toList();
    }

    /** Whether the person may see what every account publishes. */
    boolean seesAll(String person) {
        return people.as(person, () -> rights.maySee(CALENDAR_PAGE));
    }

    private List<CalendarEntry> publications(String person, boolean all, Instant from, Instant until, Locale language) {
        return database.sql("select p.id, p.piece_id, p.account_id, p.state, p.slot_at, p.slot_zone, p.link, c.title"
                        + " from publication p join content_piece c on c.id = p.piece_id"
                        + " where p.slot_at between :from and :until and " + OWN + " order by p.slot_at, p.id")
                .param("from", utc(from))
                .param("until", utc(until))
                .param("all", all)
                .param("person", person)
                .query((row, number) -> publication(row, language))
                .list();
    }

    private CalendarEntry publication(ResultSet row, Locale language) throws SQLException {
        String state = row.getString("state");
        String account =
                accounts.find(row.getString("account_id")).map(Account::name).orElse(row.getString("account_id"));
        return CalendarEntry.moment(
                row.getString("id"),
                "%s: %s".formatted(account, row.getString("title")),
                "%s, %s: %s"
                        .formatted(
                                row.getString("piece_id"),
                                row.getString("id"),
                                languages.words(state.toLowerCase(Locale.ROOT).replace('_', ' '), language)),
                row.getObject("slot_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("slot_zone")),
                GONE.contains(state),
                row.getString("link"));
    }

    private List<CalendarEntry> tasks(String person, Instant from, Instant until, Locale language) {
        return deadlines.of(person, from, until).stream()
                .map(task -> CalendarEntry.moment(
                        "task-" + task.taskId(),
                        languages.said("Due: " + languages.taskName(task.name(), language), language),
                        languages.said("A task that you have claimed.", language),
                        task.due(),
                        ZoneOffset.UTC,
                        task.over(),
                        "%s/camunda/app/tasklist/default/#/?task=%s".formatted(baseUrl, task.taskId())))
                .toList();
    }

    /** Rights records are JSON; their last days are found by the months that the calendar shows. */
    private List<CalendarEntry> expiries(String person, boolean all, Instant from, Instant until, Locale language) {
        YearMonth last = YearMonth.from(until.atOffset(ZoneOffset.UTC));
        String months = Stream.iterate(YearMonth.from(from.atOffset(ZoneOffset.UTC)), month -> month.plusMonths(1))
                .takeWhile(month -> !month.isAfter(last))
                .map(month -> "a.rights like '%%\"validTo\":\"%s-%%'".formatted(month))
                .collect(Collectors.joining(" or "));
        return database
                .sql("select a.id, a.file_name, a.rights, c.id as piece, c.title from content_asset a"
                        + " join content_piece c on c.id = a.piece_id where (" + months + ") and " + OWN
                        + " order by a.id")
                .param("all", all)
                .param("person", person)
                .query((row, number) -> expiry(row, language))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<CalendarEntry> expiry(ResultSet row, Locale language) throws SQLException {
        try {
            LocalDate last = LocalDate.parse(
                    json.readTree(row.getString("rights")).path("validTo").asText());
            return Optional.of(CalendarEntry.wholeDay(
                    "licence-" + row.getString("id"),
                    languages.said(
                            "Licence ends: %s (%s)".formatted(row.getString("file_name"), row.getString("title")),
                            language),
                    languages.said(
                            "The last day on which %s may use this file.".formatted(row.getString("piece")), language),
                    last));
        } catch (JsonProcessingException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private List<CalendarEntry> shifts(String person, Instant from, Instant until, Locale language) {
        return duties.ofPerson(person, from, until).stream()
                .map(duty -> shift(duty, language))
                .toList();
    }

    private CalendarEntry shift(OnCall.Duty duty, Locale language) {
        Rota rota = rotas.get(duty.rota());
        return new CalendarEntry(
                "duty-%s-%s-%s".formatted(duty.rota(), duty.person(), duty.from()),
                languages.said("On call: " + rota.name(), language),
                languages.said("Your shift.", language),
                duty.from(),
                duty.until(),
                null,
                rota.zone(),
                false,
                null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
