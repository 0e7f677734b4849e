package io.watchdesk.screening.links;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** The two steps that lead out of this machine; tests put their own in place. */
interface HostResolver {

    /** All addresses of a host. */
    InetAddress[] resolve(String host) throws IOException;

    /** A connection to exactly this address. */
    Socket connect(InetAddress address, int port, int timeoutMillis) throws IOException;
}
