package io.watchdesk.escalation;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Level;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads ladders for people. */
@Component
@Transactional(readOnly = true)
public class LadderSheets {

    private final Crises crises;
    private final Ladder ladder;
    private final LadderTable table;
    private final OpenHelp help;
    private final People people;

    LadderSheets(Crises crises, Ladder ladder, LadderTable table, OpenHelp help, People people) {
        this.crises = crises;
        this.ladder = ladder;
        this.table = table;
        this.help = help;
        this.people = people;
    }

    /** The ladder of this crisis. */
    public LadderSheet of(String crisisId) {
        Crisis crisis = crises.get(crisisId);
        Ladder.State state = ladder.of(crisisId);
        return new LadderSheet(
                crisis.id(),
                crisis.title(),
                Outcomes.text(crisis.level()),
                crisis.reasons(),
                crisis.firstSighted(),
                crisis.holder() == null ? null : people.displayName(crisis.holder()),
                state.step(),
                state.tier(),
                state.loop(),
                state.nextClimbAt(),
                state.paged().stream().map(this::named).toList(),
                help.of(crisis).stream().map(Help::reason).toList(),
                tiers(crisis, state),
                others(crisis));
    }

    /**
     * The rotas of the ladder as the highest level climbs them, the first tier first. Not a read-only transaction: the engine
     * notes that the table was asked.
     */
    @Transactional
    public List<String> rotas() {
        return table.of(Level.RED).stream()
                .map(Tier::rota)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The tiers to which the ladder can be climbed by hand. */
    static List<Integer> tiers(Crisis crisis, Ladder.State state) {
        return crisis.open() && crisis.holder() == null && state.step() > 0
                ? IntStream.rangeClosed(state.tier() + 1, Tier.LAST).boxed().toList()
                : List.of();
    }

    private Ladder.Paged named(Ladder.Paged page) {
        return new Ladder.Paged(
                page.tier(),
                people.displayName(page.person()),
                page.through(),
                page.at(),
                page.outcome(),
                page.unreached());
    }

    private List<LadderSheet.Somebody> others(Crisis crisis) {
        return table.of(crisis.level()).stream()
                .map(Tier::rota)
                .filter(Objects::nonNull)
                .flatMap(rota -> people.inGroup(rota).stream())
                .filter(person -> !person.id().equals(crisis.holder()))
                .map(person -> new LadderSheet.Somebody(person.id(), person.displayName()))
                .distinct()
                .sorted(Comparator.comparing(LadderSheet.Somebody::name))
                .toList();
    }
}
