package io.watchdesk.platform;

import org.springframework.boot.ExitCodeGenerator;

/** Stops the start with a plain sentence and no stack trace: what is wrong, and what the operator does about it. */
public class NotStarted extends RuntimeException implements ExitCodeGenerator {

    private final transient String mend;
    private final int exitCode;

    /**
     * @param problem what is wrong, as a sentence
     * @param mend what to do, as sentences
     * @param exitCode 2 where settings or surroundings must be changed before another start can help, else 1
     */
    public NotStarted(String problem, String mend, int exitCode) {
        super(problem);
        this.mend = mend;
        this.exitCode = exitCode;
    }

    /** What to do. */
    public String mend() {
        return mend;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
