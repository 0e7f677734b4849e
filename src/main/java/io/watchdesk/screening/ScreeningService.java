package io.watchdesk.screening;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.watchdesk.content.Version;
import io.watchdesk.screening.Subject.Outlet;
import io.watchdesk.screening.Subject.Text;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets every screener look at a version and keeps what they found. */
@Service
class ScreeningService implements Screenings {

    /** A text made of one listed word must not burst the report; blocking findings are kept first. */
    private static final int MOST_FINDINGS = 500;

    private final List<Screener> screeners;
    private final WordLists lists;
    private final ReportTable reports;
    private final Contents contents;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    ScreeningService(
            List<Screener> screeners,
            WordLists lists,
            ReportTable reports,
            Contents contents,
            Accounts accounts,
            AuditLog audit,
            Clock clock) {
        this.screeners =
                screeners.stream().sorted(Comparator.comparing(Screener::kind)).toList();
        this.lists = lists;
        this.reports = reports;
        this.contents = contents;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Report screen(String pieceId, int version) {
        Piece piece = contents.piece(pieceId);
        Subject subject = subject(contents.version(pieceId, version), outlets(piece));
        WordList list = lists.active();
        List<Finding> findings = new ArrayList<>();
        for (Screener screener : screeners) {
            findings.addAll(screener.screen(subject, list));
        }
        Report report = new Report(pieceId, version, list.version(), clock.instant(), capped(findings));
        reports.add(report);
        audit.record("screening.completed", pieceId, null, summary(report, findings));
        return report;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Report> latest(String pieceId, int version) {
        return reports.latest(pieceId, version);
    }

    @Override
    public String listVersion() {
        return lists.active().version();
    }

    private Subject subject(Version version, List<Outlet> outlets) {
        List<Text> texts = new ArrayList<>();
        texts.add(new Text("title", text(version.title())));
        texts.add(new Text("body", text(version.body())));
        for (Version.Variant variant : version.variants()) {
            texts.add(new Text("variant:%s:title".formatted(variant.account()), text(variant.title())));
            texts.add(new Text("variant:%s:body".formatted(variant.account()), text(variant.body())));
        }
        return new Subject(texts, version.links(), version.assets(), contents.assets(version), outlets);
    }

    private List<Outlet> outlets(Piece piece) {
        Instant planned =
                contents.wishedTime(piece).map(ZonedDateTime::toInstant).orElseGet(clock::instant);
        List<Outlet> outlets = new ArrayList<>();
        for (String id : piece.brief().accounts()) {
            Account account = accounts.require(id);
            LocalDate day = LocalDate.ofInstant(planned, account.zone());
            outlets.add(new Outlet(account.id(), account.name(), account.platform(), account.country(), day));
        }
        return outlets;
    }

    private static List<Finding> capped(List<Finding> findings) {
        if (findings.size() <= MOST_FINDINGS) {
            return List.copyOf(findings);
        }
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .limit(MOST_FINDINGS)
                .toList();
    }

    private static Map<String, Object> summary(Report report, List<Finding> findings) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("version", report.version());
        summary.put("listVersion", report.listVersion());
        for (Finding.Severity severity : Finding.Severity.values()) {
            summary.put(
                    severity.name().toLowerCase(Locale.ROOT),
                    findings.stream().filter(f -> f.severity() == severity).count());
        }
        return summary;
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
