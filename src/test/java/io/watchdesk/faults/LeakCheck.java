package io.watchdesk.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** I8: errors are answered with a sentence, nothing of the inside is told, and the log has no error that was not caused. */
record LeakCheck() implements InvariantChecker.Check {

    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [a-z]+(\\.[a-zA-Z]+)+\\(|Exception\\b|org\\.(camunda|springframework|h2|postgresql)");
    private static final Pattern ERROR = Pattern.compile("^\\S+Z?\\s+ERROR .*");

    @Override
    public Invariant invariant() {
        return Invariant.NO_LEAK;
    }

    @Override
    public List<String> sentences(Evidence evidence) {
        List<String> found = new ArrayList<>();
        for (Evidence.Answer answer : evidence.answers()) {
            if (INSIDE.matcher(answer.body()).find()) {
                found.add(
                        "%s was answered with something of the inside: %s".formatted(answer.request(), answer.body()));
            }
            if (answer.status() >= 500 && (answer.status() != 503 || answer.retryAfter() == null)) {
                found.add("%s was answered with %d%s: %s"
                        .formatted(
                                answer.request(),
                                answer.status(),
                                answer.status() == 503 ? " without Retry-After" : "",
                                answer.body()));
            }
        }
        evidence.log().stream()
                .filter(line -> ERROR.matcher(line).matches())
                .filter(line -> evidence.causedErrors().stream()
                        .noneMatch(caused -> caused.matcher(line).find()))
                .forEach(line -> found.add("The log has an error that nobody caused: " + line));
        return found;
    }
}
