package io.watchdesk.desk.calendar;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.PieceList;
import io.watchdesk.publishing.PublicationPlan;
import io.watchdesk.publishing.PublicationPlan.Out;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * On which days the effect of a post is to be looked at: so many days after the day on which it went out, as clocks of its
 * account show it. Follows from the post alone, so a post that is taken down has none.
 */
@Component
class Evaluations {

    private final PublicationPlan plan;
    private final PieceList pieces;
    private final Accounts accounts;
    private final CalendarSettings settings;

    Evaluations(PublicationPlan plan, PieceList pieces, Accounts accounts, CalendarSettings settings) {
        this.plan = plan;
        this.pieces = pieces;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** By day; one mark for a post and a day. */
    List<Mark> between(LocalDate from, LocalDate until, String account, int limit) {
        List<Mark> marks = new ArrayList<>();
        for (int days : settings.evaluateAfter()) {
            Map<Out, LocalDate> due = due(from, until, account, days, limit);
            Map<String, String> titles =
                    pieces.titles(due.keySet().stream().map(Out::pieceId).collect(Collectors.toSet()));
            due.forEach((out, day) -> marks.add(new Mark(
                    Mark.Kind.EVALUATION,
                    out.publicationId() + "/" + days,
                    day.atStartOfDay(),
                    null,
                    accounts.find(out.accountId()).map(Account::name).orElse(out.accountId()),
                    null,
                    out.pieceId(),
                    titles.getOrDefault(out.pieceId(), out.pieceId()),
                    String.valueOf(days),
                    out.link(),
                    false)));
        }
        return marks;
    }

    private Map<Out, LocalDate> due(LocalDate from, LocalDate until, String account, int days, int limit) {
        // A day more at both ends: the account's day may begin up to 14 hours before or after that of UTC.
        Instant first = from.minusDays(days + 1L).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant last = until.minusDays(days - 1L).atStartOfDay().toInstant(ZoneOffset.UTC);
        Map<Out, LocalDate> due = new LinkedHashMap<>();
        for (Out out : plan.outBetween(first, last, account, limit)) {
            ZoneId zone = accounts.find(out.accountId()).map(Account::zone).orElse(ZoneOffset.UTC);
            LocalDate day = LocalDate.ofInstant(out.publishedAt(), zone).plusDays(days);
            if (!day.isBefore(from) && day.isBefore(until)) {
                due.put(out, day);
            }
        }
        return due;
    }
}
