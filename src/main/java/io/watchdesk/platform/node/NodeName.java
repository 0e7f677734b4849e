package io.watchdesk.platform.node;

import io.watchdesk.platform.ThisNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.stereotype.Component;

/** What this machine is called among others. */
@Component
class NodeName implements ThisNode {

    private final String name;

    NodeName(NodeSettings settings) {
        this.name = settings.name() == null || settings.name().isBlank() ? hostName() : settings.name();
    }

    @Override
    public String name() {
        return name;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
