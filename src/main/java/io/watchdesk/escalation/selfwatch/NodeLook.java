package io.watchdesk.escalation.selfwatch;

import io.watchdesk.escalation.selfwatch.Finding.Kind;
import io.watchdesk.platform.NodeCheck;
import io.watchdesk.platform.ThisNode;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at this machine: only its own node can, and each tells what it finds. */
@Component
class NodeLook {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLook.class);

    private final List<NodeCheck> checks;
    private final String node;

    NodeLook(List<NodeCheck> checks, ThisNode node) {
        this.checks = checks;
        this.node = node.name();
    }

    /** Everything that is wrong with this machine now, also while the database cannot be asked. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (NodeCheck check : checks) {
            try {
                check.concerns()
                        .forEach(concern ->
                                findings.add(Finding.of(Kind.NODE, node + " " + concern.name(), concern.sentence())));
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
