package io.watchdesk.signal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Counts the signals about an account and topic against what the last weeks were used to. */
@Component
class Spikes {

    static final String MENTIONS_RATIO = "mentionsRatio";

    private final SignalTable signals;
    private final SpikeRules rules;
    private final SignalSettings.Spike settings;
    private final Clock clock;

    Spikes(SignalTable signals, SpikeRules rules, SignalSettings settings, Clock clock) {
        this.signals = signals;
        this.rules = rules;
        this.settings = settings.spike();
        this.clock = clock;
    }

    /** Writes the multiple of the usual number into the facts of a signal that is part of a spike. */
    void note(Signal signal) {
        if (signal.account() == null && signal.topic() == null) {
            return;
        }
        Instant now = clock.instant();
        Instant start = now.minus(settings.window());
        int count = signals.count(signal.account(), signal.topic(), start, now);
        double ratio = count / usual(signal, start);
        if (rules.spike(count, ratio) && ratio > given(signal.facts())) {
            Map<String, String> facts = new TreeMap<>(signal.facts());
            facts.put(MENTIONS_RATIO, String.format(Locale.ROOT, "%.1f", ratio));
            signals.changeFacts(signal.id(), facts);
        }
    }

    /** Signals in one window, on average of the time before it, and never less than the setting says. */
    private double usual(Signal signal, Instant end) {
        Duration baseline = settings.baseline();
        int before = signals.count(signal.account(), signal.topic(), end.minus(baseline), end);
        double windows = (double) baseline.toMillis() / settings.window().toMillis();
        return Math.max(before / windows, settings.usualAtLeast());
    }

    private static double given(Map<String, String> facts) {
        try {
            return Double.parseDouble(facts.getOrDefault(MENTIONS_RATIO, "0"));
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
