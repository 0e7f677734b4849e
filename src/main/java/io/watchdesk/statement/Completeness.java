package io.watchdesk.statement;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Version;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Deadlines;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a statement must fulfil before anybody is asked to approve it; every problem is a sentence. */
@Component
class Completeness {

    private final StatementPolicy policy;
    private final Contents contents;
    private final Accounts accounts;
    private final Crises crises;
    private final Deadlines deadlines;
    private final Clock clock;

    Completeness(
            StatementPolicy policy,
            Contents contents,
            Accounts accounts,
            Crises crises,
            Deadlines deadlines,
            Clock clock) {
        this.policy = policy;
        this.contents = contents;
        this.accounts = accounts;
        this.crises = crises;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Everything that is missing or wrong; empty when it may be approved. */
    List<String> problems(Statement statement, String title, String body, List<Version.Variant> variants) {
        List<String> problems = new ArrayList<>();
        strategy(statement, problems);
        Set<Element> required = policy.elements(statement.kind(), statement.strategy());
        for (Element element : Element.values()) {
            if (element != Element.NEXT_WORD) {
                element(statement, element, required.contains(element), body, problems);
            }
        }
        nextWord(statement, required.contains(Element.NEXT_WORD), body, variants, problems);
        String source = SourceText.hash(title, body);
        for (Version.Variant variant : variants) {
            if (!source.equals(statement.derivedFrom().get(variant.account()))) {
                problems.add(
                        "The text for %s was derived from an older source text. Say that it still fits, or derive it again."
                                .formatted(name(variant.account())));
            }
        }
        return problems;
    }

    /** Why the promise of the next word does not hold any more, or empty. */
    Optional<String> brokenPromise(Statement statement) {
        Instant promised = statement.nextWordAt();
        return promised == null || promised.isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of(
                        "The time that this text promises for the next word is over. Send it back for a new one.");
    }

    private void strategy(Statement statement, List<String> problems) {
        List<String> allowed = policy.strategies(statement.cluster(), statement.repeated()).stream()
                .map(Strategy::strategy)
                .toList();
        if (statement.strategy() == null) {
            problems.add("Choose a strategy: %s.".formatted(String.join(", ", allowed)));
        } else if (!allowed.contains(statement.strategy())) {
            problems.add("The strategy \"%s\" does not fit what the house is held responsible for. Possible are: %s."
                    .formatted(statement.strategy(), String.join(", ", allowed)));
        }
    }

    private static void element(
            Statement statement, Element element, boolean required, String body, List<String> problems) {
        String given = statement.elements().getOrDefault(element, "");
        if (given.isBlank()) {
            if (required) {
                problems.add("\"%s\" is missing.".formatted(element.words()));
            }
        } else if (!folded(body).contains(folded(given))) {
            problems.add("\"%s\" does not stand in the text as you wrote it there.".formatted(element.words()));
        }
    }

    private void nextWord(
            Statement statement, boolean required, String body, List<Version.Variant> variants, List<String> problems) {
        Instant at = statement.nextWordAt();
        Instant now = clock.instant();
        if (at == null) {
            if (required) {
                problems.add("Say when the next word comes.");
            }
            return;
        }
        if (!at.isAfter(now)) {
            problems.add("The next word must be in the future.");
            return;
        }
        longest(statement)
                .filter(longest -> at.isAfter(now.plus(longest)))
                .ifPresent(longest -> problems.add(
                        "At this level the public hears something every %d minutes; promise the next word by then."
                                .formatted(longest.toMinutes())));
        List<Account> targets = targets(statement);
        if (!NextWord.standsIn(body, at, now, targets)) {
            problems.add("The text must name when the next word comes: \"%s\""
                    .formatted(NextWord.sentence(at, targets.get(0).zone(), "en")));
        }
        variants.stream()
                .filter(variant -> !NextWord.standsIn(variant.body(), at, now, targets))
                .forEach(variant -> problems.add(
                        "The text for %s must name when the next word comes.".formatted(name(variant.account()))));
    }

    private Optional<Duration> longest(Statement statement) {
        return deadlines.budget(crises.get(statement.crisisId()).level(), Deadlines.Deadline.PUBLIC_UPDATE);
    }

    List<Account> targets(Statement statement) {
        return contents.piece(statement.pieceId()).brief().accounts().stream()
                .map(accounts::require)
                .toList();
    }

    private String name(String accountId) {
        return accounts.find(accountId).map(Account::name).orElse(accountId);
    }

    /** Words without their spacing, so that a line break between two of them does not hide them. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
