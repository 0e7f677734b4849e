package io.watchdesk.platform.settings;

import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/** Stops the start with exit code 2. */
class WrongSettings extends RuntimeException implements ExitCodeGenerator {

    private final transient List<String> problems;

    WrongSettings(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = problems;
    }

    List<String> problems() {
        return problems;
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
