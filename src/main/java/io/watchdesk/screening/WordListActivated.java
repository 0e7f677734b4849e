package io.watchdesk.screening;

/** A new version of the word and link lists is in force: whatever waits for its slot should be screened again. */
public record WordListActivated(String version) {}
