package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Facts.AccountState;
import io.watchdesk.crisis.Facts.Carrier;
import io.watchdesk.crisis.Facts.Cluster;
import io.watchdesk.crisis.Facts.Harm;
import io.watchdesk.crisis.Facts.Legal;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Severity;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.testing.ApplicationSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The tables crisis-severity, crisis-severity-reasons and crisis-history, a row a sentence of policy. */
class SeverityTablesTest extends ApplicationSpecification {

    private static final Map<String, String> HARMLESS = Map.of(
            "mentionsRatio", "2.9",
            "hotSearch", "false",
            "negativeShare", "29",
            "carrier", "singleUsers",
            "platforms", "1",
            "harm", "taste",
            "accountState", "normal",
            "legal", "none",
            "cluster", "victim",
            "repeated", "false");

    @Autowired
    private Severity severity;

    @ParameterizedTest(name = "{0} = {1} is {2}")
    @CsvSource({
        "mentionsRatio, 0, BLUE, ''",
        "mentionsRatio, 2.99, BLUE, ''",
        "mentionsRatio, 3, YELLOW, It is mentioned three to five times as often as usual.",
        "mentionsRatio, 4.99, YELLOW, It is mentioned three to five times as often as usual.",
        "mentionsRatio, 5, ORANGE, It is mentioned five to ten times as often as usual.",
        "mentionsRatio, 10, ORANGE, It is mentioned five to ten times as often as usual.",
        "mentionsRatio, 10.01, RED, It is mentioned more than ten times as often as usual.",
        "mentionsRatio, unknown, YELLOW, How often it is mentioned is not known.",
        "hotSearch, true, RED, It is on a list of hot searches.",
        "hotSearch, unknown, YELLOW, Whether it is on a list of hot searches is not known.",
        "negativeShare, 0, BLUE, ''",
        "negativeShare, 30, YELLOW, 30 to 50 percent of the mentions are negative.",
        "negativeShare, 49, YELLOW, 30 to 50 percent of the mentions are negative.",
        "negativeShare, 50, ORANGE, 50 to 70 percent of the mentions are negative.",
        "negativeShare, 70, ORANGE, 50 to 70 percent of the mentions are negative.",
        "negativeShare, 71, RED, More than 70 percent of the mentions are negative.",
        "negativeShare, unknown, YELLOW, The share of negative mentions is not known.",
        "carrier, smallMedia, YELLOW, Small media carry it.",
        "carrier, tradeMedia, ORANGE, A large voice or trade media carry it.",
        "carrier, nationalMedia, RED, 'National media, an authority or a celebrity carry it.'",
        "carrier, unknown, YELLOW, Who carries it is not known.",
        "platforms, 2, ORANGE, It is on two or three platforms.",
        "platforms, 3, ORANGE, It is on two or three platforms.",
        "platforms, 4, RED, It is on more than three platforms.",
        "platforms, unknown, YELLOW, 'On how many platforms it is, is not known.'",
        "harm, serviceFault, YELLOW, A fault of a service or a cluster of complaints is claimed.",
        "harm, privacyOrRights, ORANGE, 'Privacy, discrimination or consumer rights are concerned.'",
        "harm, safetyOrLaw, RED, 'Personal safety, minors, the law or national symbols are concerned.'",
        "harm, unknown, YELLOW, What harm is claimed is not known.",
        "accountState, limited, YELLOW, The reach of an account is limited.",
        "accountState, postRemoved, ORANGE, A platform removed a post or barred a function of an account.",
        "accountState, bannedOrHijacked, RED, An account is banned or hijacked.",
        "accountState, unknown, YELLOW, What the platform did to the account is not known.",
        "legal, possible, YELLOW, Legal consequences are possible.",
        "legal, letterReceived, ORANGE, A letter of a lawyer or an authority has come.",
        "legal, investigation, RED, An authority investigates.",
        "legal, unknown, YELLOW, Whether authorities or courts are concerned is not known.",
        "cluster, accidental, YELLOW, It was an accident.",
        "cluster, preventable, RED, It could have been prevented.",
        "cluster, unknown, YELLOW, How far the house is held responsible is not known."
    })
    void one_criterion_alone_decides(String fact, String value, Level level, String reason) {
        Severity.Rating rating = severity.rate(with(fact, value));

        assertThat(rating.level()).isEqualTo(level);
        assertThat(String.join("\n", rating.reasons())).isEqualTo(reason);
    }

    @Test
    void everything_known_and_harmless_is_blue_without_a_reason() {
        assertThat(severity.rate(with("legal", "none")).level()).isEqualTo(Level.BLUE);
        assertThat(severity.rate(with("legal", "none")).reasons()).isEmpty();
    }

    @Test
    void nothing_known_is_yellow_and_never_harmless() {
        assertThat(severity.rate(Facts.UNKNOWN).level()).isEqualTo(Level.YELLOW);
        assertThat(severity.rate(Facts.UNKNOWN).reasons()).hasSize(9);
    }

    @Test
    void one_red_criterion_makes_it_red_whatever_is_not_known() {
        Facts investigated = new Facts(null, null, null, null, null, null, null, Legal.INVESTIGATION, null, null);

        assertThat(severity.rate(investigated).level()).isEqualTo(Level.RED);
        assertThat(severity.rate(investigated).reasons().get(0)).isEqualTo("An authority investigates.");
    }

    @ParameterizedTest(name = "{0} = {1} for the second time is {2}")
    @CsvSource({
        "legal, none, YELLOW",
        "legal, possible, ORANGE",
        "legal, letterReceived, RED",
        "legal, investigation, RED",
        "cluster, accidental, RED"
    })
    void the_same_topic_within_a_year_is_one_level_higher(String fact, String value, Level level) {
        Severity.Rating rating = severity.rate(with(fact, value).withRepeated(true));

        assertThat(rating.level()).isEqualTo(level);
        assertThat(rating.reasons().get(0)).contains("twelve months");
    }

    private static Facts with(String fact, String value) {
        Map<String, String> known = new LinkedHashMap<>(HARMLESS);
        known.put(fact, value);
        known.values().remove("unknown");
        return new Facts(
                known.containsKey("mentionsRatio") ? Double.valueOf(known.get("mentionsRatio")) : null,
                known.containsKey("hotSearch") ? Boolean.valueOf(known.get("hotSearch")) : null,
                known.containsKey("negativeShare") ? Integer.valueOf(known.get("negativeShare")) : null,
                choice(Carrier.class, known.get("carrier")),
                known.containsKey("platforms") ? Integer.valueOf(known.get("platforms")) : null,
                choice(Harm.class, known.get("harm")),
                choice(AccountState.class, known.get("accountState")),
                choice(Legal.class, known.get("legal")),
                choice(Cluster.class, known.get("cluster")),
                known.containsKey("repeated") ? Boolean.valueOf(known.get("repeated")) : null);
    }

    private static <T extends Enum<T>> T choice(Class<T> type, String text) {
        return text == null ? null : Outcomes.parse(type, text);
    }
}
