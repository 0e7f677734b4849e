package io.watchdesk.platform;

import java.util.List;
import java.util.Map;

/** The deployed decision tables. */
public interface Decisions {

    /**
     * Evaluates a table for whoever asks: policy is not a secret and no right is needed.
     *
     * @param decision the decision's id
     * @param inputs values by name; null is a value
     * @return the outputs by name, one map for each rule that hit, in the table's order
     */
    List<Map<String, Object>> evaluate(String decision, Map<String, Object> inputs);

    /**
     * The same for what is looked up again and again, such as waits and limits: the table is evaluated, and the engine keeps a
     * record of it, once for each of its versions and each combination of inputs.
     */
    default List<Map<String, Object>> lookUp(String decision, Map<String, Object> inputs) {
        return evaluate(decision, inputs);
    }
}
