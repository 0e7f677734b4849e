package io.watchdesk.testing;

import io.watchdesk.platform.web.GuardedHttp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/** An internet on this machine: names mean what the test says, and connections end at servers of the test or nowhere. */
public final class SmallInternet implements GuardedHttp.Network {

    private final Names names;
    private final Function<InetSocketAddress, OptionalInt> servers;
    private final SSLContext tls;
    private final List<String> looks = new CopyOnWriteArrayList<>();
    private final List<InetAddress> connected = new CopyOnWriteArrayList<>();

    /** What names mean. */
    public interface Names {

        /** All addresses of a host. */
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * @param servers the port of this machine on which an address and port of that internet is served
     * @param tls whose certificates are believed there
     */
    public SmallInternet(Names names, Function<InetSocketAddress, OptionalInt> servers, SSLContext tls) {
        this.names = names;
        this.servers = servers;
        this.tls = tls;
    }

    /** One that believes the certificates of the real internet. */
    public SmallInternet(Names names, Function<InetSocketAddress, OptionalInt> servers) {
        this(names, servers, SSLContexts.createDefault());
    }

    /** The hosts that were looked up, in order. */
    public List<String> looks() {
        return looks;
    }

    /** The addresses to which connections were tried, in order. */
    public List<InetAddress> connected() {
        return connected;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        looks.add(host);
        return names.of(host);
    }

    @Override
    public SSLContext tls() {
        return tls;
    }

    @Override
    public Socket socket() {
        return new Socket(Proxy.NO_PROXY) {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                InetSocketAddress target = (InetSocketAddress) endpoint;
                connected.add(target.getAddress());
                int port = servers.apply(target).orElseThrow(() -> new ConnectException("nobody is there"));
                super.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeout);
            }
        };
    }
}
