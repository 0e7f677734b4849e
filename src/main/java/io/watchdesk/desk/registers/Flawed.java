package io.watchdesk.desk.registers;

import io.watchdesk.platform.Flaw;
import java.util.List;

/** An entry cannot be saved as it was written; each flaw belongs to a field. */
public class Flawed extends RuntimeException {

    private final transient List<Flaw> flaws;

    Flawed(List<Flaw> flaws) {
        super("The entry cannot be saved.");
        this.flaws = List.copyOf(flaws);
    }

    /** At least one. */
    public List<Flaw> flaws() {
        return flaws;
    }
}
