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
}
