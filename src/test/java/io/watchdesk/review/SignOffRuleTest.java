package io.watchdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.review.SignOffRule.Quorum;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignOffRuleTest {

    @ParameterizedTest
    @CsvSource({
        "any, 1, 1, 1",
        "any, 5, 1, 1",
        "all, 1, 1, 1",
        "all, 4, 4, 4",
        "2 of 3, 2, 2, 2",
        "2 of 3, 3, 2, 3",
        "2 of 3, 9, 2, 3",
        "3 of 3, 3, 3, 3",
    })
    void a_rule_asks_this_many_of_a_group(String rule, int eligible, int approvals, int signOffs) {
        assertThat(SignOffRule.parse(rule).quorum(eligible)).contains(new Quorum(approvals, signOffs));
    }

    @ParameterizedTest
    @CsvSource({"any, 0", "all, 0", "2 of 3, 1", "2 of 3, 0"})
    void a_group_that_is_too_small_cannot_decide(String rule, int eligible) {
        assertThat(SignOffRule.parse(rule).quorum(eligible)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "some", "0 of 2", "3 of 2", "2of3", "two of three"})
    void nonsense_is_refused(String rule) {
        assertThatThrownBy(() -> SignOffRule.parse(rule)).hasMessageContaining("none of: any, all");
    }

    /** A approved, C changes requested, R rejected. */
    @ParameterizedTest(name = "{0} of {1}, veto {2}, given {3}: {4}")
    @CsvSource({
        "1, 1, false, '',    open",
        "1, 1, false, A,     APPROVED",
        "1, 1, false, C,     CHANGES_REQUESTED",
        "1, 1, false, R,     REJECTED",
        "2, 3, false, A,     open",
        "2, 3, false, AA,    APPROVED",
        "2, 3, false, R,     open",
        "2, 3, false, AR,    open",
        "2, 3, false, ARA,   APPROVED",
        "2, 3, false, CR,    REJECTED",
        "2, 3, false, RC,    REJECTED",
        "2, 3, false, CC,    CHANGES_REQUESTED",
        "3, 3, false, AA,    open",
        "3, 3, false, AAC,   CHANGES_REQUESTED",
        "3, 3, false, C,     CHANGES_REQUESTED",
        "2, 3, true,  R,     REJECTED",
        "2, 3, true,  AR,    REJECTED",
        "2, 3, true,  C,     open",
        "2, 3, true,  AA,    APPROVED",
    })
    void verdicts_decide_a_stage(int approvals, int signOffs, boolean veto, String given, String outcome) {
        List<Verdict> verdicts = Arrays.stream(given.split(""))
                .filter(letter -> !letter.isEmpty())
                .map(letter -> switch (letter) {
                    case "A" -> Verdict.APPROVED;
                    case "C" -> Verdict.CHANGES_REQUESTED;
                    default -> Verdict.REJECTED;
                })
                .toList();

        assertThat(new Quorum(approvals, signOffs).decide(veto, verdicts))
                .isEqualTo(outcome.equals("open") ? Optional.empty() : Optional.of(Verdict.valueOf(outcome)));
    }
}
