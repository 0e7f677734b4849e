package io.watchdesk.privacy;

import java.util.List;

/**
 * What goes when its period is over; {@code privacy/retention.yaml} explains the words.
 *
 * @param rules in the order in which they are carried out
 */
record RetentionRules(List<Rule> rules) {

    static RetentionRules read() {
        return PrivacyFile.read("retention.yaml", RetentionRules.class);
    }

    /**
     * @param kind names the period
     * @param root the table, {@code r} in the condition
     * @param key its column with the keys
     * @param past the condition, with {@code :before}
     * @param itself one more condition of a row of the root, where a key names several rows; or null
     */
    record Rule(
            String kind, String root, String key, String past, String itself, List<String> permit, List<Part> parts) {

        Rule {
            permit = permit == null ? List.of() : List.copyOf(permit);
            parts = parts == null ? List.of() : List.copyOf(parts);
        }
    }

    /** @param where the condition, with {@code :ids} */
    record Part(String table, String where) {}
}
