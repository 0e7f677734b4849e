package io.watchdesk.oncall;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks ahead for gaps and for people who cannot be reached, asks the rotas' owners, and takes their answers. */
@Component
@Transactional
public class Coverage {

    private final RotaTable rotas;
    private final FindingTable table;
    private final CoverageView view;
    private final Changes changes;
    private final RotaRights rights;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Coverage(
            RotaTable rotas,
            FindingTable table,
            CoverageView view,
            Changes changes,
            RotaRights rights,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rotas = rotas;
        this.table = table;
        this.view = view;
        this.changes = changes;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Compares what is wrong with what was found before. What is mended is closed, and {@link CoverageMended} is published
     * for each; what nobody has been asked about yet is noted.
     *
     * @return the ids of the new findings, worst first; two checks at once never find the same
     */
    public List<String> check() {
        List<Finding> found = new ArrayList<>();
        for (Rota each : rotas.all()) {
            found.addAll(check(rotas.lock(each.id())));
        }
        found.sort(Comparator.comparing((Finding finding) -> finding.kind())
                .thenComparing(Finding::openEnded, Comparator.reverseOrder())
                .thenComparing(Finding::from));
        return found.stream().map(Finding::id).toList();
    }

    private List<Finding> check(Rota rota) {
        List<Finding> wrong = view.wrong(rota);
        for (Finding open : table.of(rota.id(), Finding.State.OPEN)) {
            Optional<Finding> same =
                    wrong.stream().filter(each -> same(open, each)).findFirst();
            if (same.isEmpty()) {
                mended(open);
            } else {
                Finding now = same.get();
                table.update(open.with(now.from(), now.until(), now.openEnded(), now.detail()));
            }
        }
        List<Finding> asked = new ArrayList<>(table.of(rota.id(), Finding.State.OPEN));
        List<Finding> accepted = table.of(rota.id(), Finding.State.ACCEPTED);
        List<Finding> fresh = new ArrayList<>();
        for (Finding each : wrong) {
            if (asked.stream().noneMatch(open -> same(open, each))
                    && accepted.stream().noneMatch(answered -> stillAccepted(answered, each))) {
                Finding named = named(each);
                table.insert(named, clock.instant());
                audit.record("oncall.coverageFound", named.id(), null, named);
                asked.add(named);
                fresh.add(named);
            }
        }
        return fresh;
    }

    /** The finding; refuses when there is none. */
    @Transactional(readOnly = true)
    public Finding get(String id) {
        return table.find(id).orElseThrow(() -> new Refused("There is no finding \"%s\".".formatted(id)));
    }

    /**
     * Takes the answer of the person who was asked: puts somebody in, or accepts it with a reason. Nothing to do when the
     * finding is closed already.
     *
     * @param person who comes, for a gap; null when it was mended elsewhere
     * @throws Refused while it is neither mended nor accepted
     */
    public void answer(String id, Answer answer, String person, String reason) {
        Finding finding = get(id);
        Rota rota = rotas.lock(finding.rota());
        finding = get(id);
        if (finding.state() != Finding.State.OPEN) {
            return;
        }
        if (answer == null) {
            throw new Refused("Say whether it is mended, or why it is acceptable.");
        }
        if (answer == Answer.ACCEPTED) {
            if (Changes.blank(reason)) {
                throw new Refused("Say why this is acceptable.");
            }
            close(finding, Finding.State.ACCEPTED, Changes.text(reason));
            return;
        }
        if (!Changes.blank(person)) {
            putIn(finding, person, reason);
        }
        Optional<Finding> still = still(finding, rota);
        if (still.isPresent()) {
            throw new Refused("%s Put somebody in, mend it elsewhere, or accept it with a reason."
                    .formatted(still.get().detail()));
        }
        close(finding, Finding.State.MENDED, Changes.text(reason));
    }

    /** The days ahead of every rota, the worst covered first. */
    @Transactional(readOnly = true)
    public List<Ahead> ahead() {
        return rotas.all().stream()
                .map(rota -> new Ahead(rota.id(), rota.name(), view.percent(rota), view.wrong(rota)))
                .sorted(Comparator.comparingInt(Ahead::percent).thenComparing(Ahead::rota))
                .toList();
    }

    private void putIn(Finding finding, String person, String reason) {
        if (finding.kind() != Finding.Kind.GAP) {
            throw new Refused("%s has to be replaced or reached; enter a change for that, or mend the address."
                    .formatted(rights.name(finding.person())));
        }
        Instant from = finding.from().isBefore(clock.instant()) ? clock.instant() : finding.from();
        changes.standIn(finding.rota(), person, null, from, finding.until(), reason);
    }

    /** What is left of a finding; a gap counts as far as the finding reached. */
    private Optional<Finding> still(Finding finding, Rota rota) {
        return view.wrong(rota).stream()
                .filter(each -> same(finding, each) && each.from().isBefore(finding.until()))
                .findFirst();
    }

    private void mended(Finding finding) {
        close(finding, Finding.State.MENDED, null);
        events.publishEvent(new CoverageMended(finding.id()));
    }

    private void close(Finding finding, Finding.State state, String reason) {
        table.close(finding.id(), state, rights.actor(), reason, clock.instant());
        audit.record(
                state == Finding.State.ACCEPTED ? "oncall.coverageAccepted" : "oncall.coverageMended",
                finding.id(),
                finding,
                reason);
    }

    /** A gap is the same as long as any of it is left; a person as long as they cannot be reached. */
    private static boolean same(Finding before, Finding now) {
        return before.kind() == now.kind()
                && Objects.equals(before.person(), now.person())
                && (before.kind() != Finding.Kind.GAP
                        || before.from().isBefore(now.until()) && now.from().isBefore(before.until()));
    }

    /** What was accepted is not asked again until its end, unless it has grown. */
    private boolean stillAccepted(Finding accepted, Finding now) {
        boolean grown = accepted.kind() == Finding.Kind.GAP
                && now.until().isAfter(accepted.until())
                && !(accepted.openEnded() && now.openEnded());
        return same(accepted, now) && accepted.until().isAfter(clock.instant()) && !grown;
    }

    private Finding named(Finding each) {
        return new Finding(
                table.nextId(),
                each.rota(),
                each.kind(),
                each.person(),
                each.from(),
                each.until(),
                each.openEnded(),
                each.detail(),
                each.owner(),
                each.state(),
                null);
    }

    /** What a person says about a finding. */
    public enum Answer {
        MENDED,
        ACCEPTED
    }

    /**
     * How the days ahead look.
     *
     * @param percent how much of the time somebody is on call, 0 to 100
     * @param wrong gaps and people who cannot be reached
     */
    public record Ahead(String rota, String name, int percent, List<Finding> wrong) {}
}
