package io.watchdesk.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        List<String> log = List.copyOf(evidence.log());
        for (int i = 0; i < log.size(); i++) {
            String line = log.get(i);
            if (ERROR.matcher(line).matches()
                    && evidence.causedErrors().stream()
                            .noneMatch(caused -> caused.matcher(line).find())) {
                found.add("The log has an error that nobody caused: " + line + causes(log, i + 1));
            }
        }
        return found;
    }

    private static String causes(List<String> log, int from) {
        return log.subList(from, log.size()).stream()
                .takeWhile(line -> line.startsWith(World.CAUSES))
                .filter(line -> !line.startsWith(World.CAUSES + "\tat "))
                .collect(Collectors.joining());
    }
}
