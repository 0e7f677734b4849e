package io.watchdesk.platform;

/**
 * What is wrong with one field of something that a person wrote.
 *
 * @param field the field's id, or empty where the whole is wrong
 * @param sentence one or more complete sentences that say how to mend it
 */
public record Flaw(String field, String sentence) {}
