package io.watchdesk.platform.sealing;

import org.springframework.boot.ExitCodeGenerator;

/** The database needs a key that is not there. Stops the start with exit code 2. */
class KeysMissing extends RuntimeException implements ExitCodeGenerator {

    /** @param sentences what is missing and how to mend it */
    KeysMissing(String sentences) {
        super(sentences);
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
