package io.watchdesk.desk.registers;

import io.watchdesk.desk.registers.Plan.Outcome;
import io.watchdesk.platform.NotForYou;
import io.watchdesk.platform.Refused;
import io.watchdesk.work.Line;
import io.watchdesk.work.Progress;
import io.watchdesk.work.WorkKind;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Applies a large file: one step in one transaction, so that all of it counts or nothing, whenever a node ends. */
@Component
class ImportWork implements WorkKind {

    static final String KIND = "register-import";

    private final Registers registers;
    private final Imports imports;

    ImportWork(Registers registers, Imports imports) {
        this.registers = registers;
        this.imports = imports;
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public Done carryOut(Step step, Progress progress) {
        Order order = Order.read(step.detail());
        Map<Outcome, Long> counts = imports.apply(owned(order.register()), order.upload(), order.stamp(), progress)
                .counts();
        return Done.with("All of it is in force: %d added, %d changed, %d retired, %d as before."
                .formatted(
                        counts.get(Outcome.ADDED),
                        counts.get(Outcome.CHANGED),
                        counts.get(Outcome.RETIRED),
                        counts.get(Outcome.UNCHANGED)));
    }

    /** Once it is done the register, before that what the file would do now. */
    @Override
    public Optional<String> place(Step step, Line.State state) {
        Order order = Order.read(step.detail());
        String register = "/desk/registers/" + order.register();
        return Optional.of(state == Line.State.DONE ? register : register + "/import/" + order.upload());
    }

    /** The role may have been taken from the person since. */
    private Register owned(String register) {
        try {
            return registers.owned(register);
        } catch (NotForYou notAnyMore) {
            throw new Refused(notAnyMore.getMessage());
        }
    }

    /**
     * Which file is to do what was shown.
     *
     * @param stamp of the plan that the person saw
     */
    record Order(String register, String upload, String stamp) {

        private static final String BETWEEN = " ";

        static Order read(String text) {
            String[] parts = text.split(BETWEEN);
            return new Order(parts[0], parts[1], parts[2]);
        }

        String written() {
            return String.join(BETWEEN, register, upload, stamp);
        }
    }
}
