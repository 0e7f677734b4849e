package io.watchdesk.signal;

import java.util.Map;

/**
 * What a person of the house reports.
 *
 * @param title what happened, in one line
 * @param text what was seen; may be null
 * @param link where it can be seen; may be null
 * @param account id of one of our accounts; null or empty for none
 * @param topic may be null
 * @param facts what is known, by the names of the severity table's inputs; null or empty values are unknown
 */
public record Report(String title, String text, String link, String account, String topic, Map<String, Object> facts) {}
