package io.watchdesk.escalation.selfwatch;

import io.watchdesk.escalation.selfwatch.Finding.Kind;
import io.watchdesk.platform.ThisNode;
import io.watchdesk.platform.Watched;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at this machine: only its own node can, and each tells what it finds. */
@Component
class NodeLook {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLook.class);

    private final List<Watched> checks;
    private final String node;

    NodeLook(List<Watched> checks, ThisNode node) {
        this.checks = checks;
        this.node = node.name();
    }

    /** Everything that is wrong with this machine now, also while the database cannot be asked. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Watched check : checks.stream().filter(Watched::ofThisMachine).toList()) {
            try {
                check.troubles()
                        .forEach(trouble ->
                                findings.add(Finding.of(Kind.NODE, node + " " + trouble.name(), trouble.sentence())));
            } catch (RuntimeException e) {
                LOG.warn("{} cannot be checked now: {}", check.getClass().getSimpleName(), e.getMessage());
            }
        }
        return findings;
    }

    /** Whether an alarm of this name is about this machine. */
    boolean isOwn(String alarm) {
        return alarm.startsWith(Kind.NODE.name() + " " + node + " ");
    }

    /** Whether an alarm of this name is about one machine, whichever. */
    static boolean isOfSomeNode(String alarm) {
        return alarm.startsWith(Kind.NODE.name() + " ");
    }
}
