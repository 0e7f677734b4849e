package io.watchdesk.signal.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.signal.SpikeRules;
import io.watchdesk.testing.ProcessSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class SignalSpikeRulesTest extends ProcessSpecification {

    @Autowired
    private SpikeRules rules;

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "1,    50,   false, one signal proves nothing however rare the topic is",
        "4,    4,    false, neither do four",
        "5,    2.9,  false, less than three times the usual number is an ordinary day",
        "5,    3,    true,  five signals and three times the usual number are a surge",
        "9000, 1.1,  false, a busy topic with its usual number is none",
        "9000, 300,  true,  and with many times its usual number it is one",
    })
    void what_counts_as_a_surge(int count, double ratio, boolean surge, String sentence) {
        assertThat(rules.spike(count, ratio)).as(sentence).isEqualTo(surge);
    }
}
