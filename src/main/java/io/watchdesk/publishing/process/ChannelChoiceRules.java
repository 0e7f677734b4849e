package io.watchdesk.publishing.process;

import io.watchdesk.account.Accounts;
import io.watchdesk.content.Category;
import io.watchdesk.content.Format;
import io.watchdesk.platform.Decisions;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.publishing.ChannelChoice;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the decision table {@code channel-choice}. */
@Component
class ChannelChoiceRules implements ChannelChoice {

    private static final String DECISION = "channel-choice";

    private final Decisions decisions;
    private final Accounts accounts;

    ChannelChoiceRules(Decisions decisions, Accounts accounts) {
        this.decisions = decisions;
        this.accounts = accounts;
    }

    @Override
    public List<Advice> adviceFor(Format format, Category category) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("format", format == null ? null : Outcomes.text(format));
        inputs.put("category", category == null ? null : Outcomes.text(category));
        Map<String, Object> hit = decisions.evaluate(DECISION, inputs).get(0);
        Set<String> platforms = Arrays.stream(hit.get("platforms").toString().split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
        String reason = hit.get("reason").toString();
        return accounts.all().stream()
                .map(account -> new Advice(account, platforms.contains(account.platform()), reason))
                .toList();
    }
}
