package io.watchdesk.content.process;

import io.watchdesk.content.Brief;
import io.watchdesk.content.Category;
import io.watchdesk.content.Format;
import io.watchdesk.content.PoolTier;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.TypedVariable;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Turns the answers of the start form into a brief; what cannot be understood is refused, what is missing stays empty. */
final class BriefAnswers {

    private static final String AT = "at";
    private static final String NEXT_SLOT = "nextSlot";

    private BriefAnswers() {}

    static Brief read(VariableScope answers) {
        return new Brief(
                text(ContentProductionModel.TOPIC, answers),
                choice(ContentProductionModel.CATEGORY, Category.class, answers),
                text(ContentProductionModel.AUDIENCE, answers),
                choice(ContentProductionModel.TIER, PoolTier.class, answers),
                choice(ContentProductionModel.FORMAT, Format.class, answers),
                accounts(text(ContentProductionModel.ACCOUNTS, answers)),
                wishedAt(answers),
                text(ContentProductionModel.NOTES, answers));
    }

    private static List<String> accounts(String answer) {
        return Stream.of(answer.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static LocalDateTime wishedAt(VariableScope answers) {
        String when = text(ContentProductionModel.PUBLISH_WHEN, answers);
        String at = text(ContentProductionModel.WISHED_AT, answers);
        if (NEXT_SLOT.equals(when)) {
            return null;
        }
        if (!AT.equals(when)) {
            throw new Refused("Say when it should go out: at a wished time or in the next free slot.");
        }
        try {
            return LocalDateTime.parse(at);
        } catch (DateTimeParseException e) {
            throw new Refused(
                    at.isEmpty()
                            ? "The wished time is missing. Give one, or choose the next free slot."
                            : "The wished time \"%s\" cannot be understood. Write it as 2026-12-01T08:30."
                                    .formatted(at));
        }
    }

    private static <T> T choice(TypedVariable<String> variable, Class<T> type, VariableScope answers) {
        String answer = text(variable, answers);
        return answer.isEmpty() ? null : Outcomes.parse(type, answer);
    }

    private static String text(TypedVariable<String> variable, VariableScope answers) {
        String answer = variable.get(answers);
        return answer == null ? "" : answer.strip();
    }
}
