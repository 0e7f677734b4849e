package io.watchdesk.drill;

import java.util.ArrayList;
import java.util.List;

/** A score card in sentences, for mails. */
final class ScoreSentences {

    private ScoreSentences() {}

    static List<String> of(ScoreCard score) {
        List<String> lines = new ArrayList<>();
        lines.add(line("Rated", score.secondsToRate()));
        lines.add(line("Held on paper", score.secondsToHold()));
        lines.add(line("First page", score.secondsToFirstPage()));
        lines.add(line("Acknowledged", score.secondsToAcknowledge()));
        for (ScoreCard.Tier tier : score.tiers()) {
            lines.add("Tier %d: %d people paged after %s, %s"
                    .formatted(
                            tier.tier(),
                            tier.people(),
                            time(tier.pagedAfter()),
                            tier.acknowledgedAfter() == null
                                    ? "did not take it"
                                    : "taken %s later by %s".formatted(time(tier.acknowledgedAfter()), tier.by())));
        }
        lines.add(line("Triaged", score.secondsToTriage()));
        lines.add(line("Command centre assembled", score.secondsToCommand()));
        lines.add(line("Holding statement approved", score.secondsToHoldingStatement()));
        lines.add(line("Full statement approved", score.secondsToFullStatement()));
        lines.add("Loops of the ladder: %d, pages: %d".formatted(score.loops(), score.pages()));
        lines.add("Deadlines met: %d of %d"
                .formatted(score.deadlinesHit(), score.deadlinesHit() + score.deadlinesMissed()));
        return lines;
    }

    static List<String> gaps(ScoreCard score) {
        return score.gaps().stream().map(ScoreCard.Gap::sentence).toList();
    }

    static String time(Long seconds) {
        if (seconds == null) {
            return "never";
        }
        long hours = seconds / 3600;
        long minutes = seconds % 3600 / 60;
        return hours > 0
                ? "%d h %d min".formatted(hours, minutes)
                : minutes > 0 ? "%d min %d s".formatted(minutes, seconds % 60) : "%d s".formatted(seconds);
    }

    private static String line(String what, Long seconds) {
        return "%s: %s".formatted(what, time(seconds));
    }
}
