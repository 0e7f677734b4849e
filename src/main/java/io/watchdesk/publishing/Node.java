package io.watchdesk.publishing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The machine that makes calls, as the ledger names it: setting {@code watchdesk.node.name}, else the host's name. */
@Component
class Node {

    private final String name;

    Node(@Value("${watchdesk.node.name:}") String configured) {
        this.name = configured.isBlank() ? hostName() : configured;
    }

    String name() {
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
