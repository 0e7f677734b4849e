package io.watchdesk.signal.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a hook answers.
 *
 * @param sentence what happened, for people
 * @param signal the id of the one signal that was sent, or null
 * @param known whether it had been received before, or null
 * @param signals the ids of all that were sent together, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HookAnswer(String sentence, String signal, Boolean known, List<String> signals) {

    static HookAnswer one(String signal, boolean known, String sentence) {
        return new HookAnswer(sentence, signal, known, null);
    }

    static HookAnswer many(List<String> signals, String sentence) {
        return new HookAnswer(sentence, null, null, signals);
    }

    static HookAnswer refusal(String sentence) {
        return new HookAnswer(sentence, null, null, null);
    }
}
