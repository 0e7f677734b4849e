package io.watchdesk.screening.links;

import io.watchdesk.screening.ScreeningSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Links are called up only where the settings ask for it. */
@Configuration
class LinkSetup {

    @Bean
    Reachability linkReachability(ScreeningSettings settings) {
        if (!settings.links().reachability()) {
            return address -> Optional.empty();
        }
        Duration timeout = Duration.ofMillis(settings.links().timeoutMillis());
        return new LinkProbe(new Internet(), (SSLSocketFactory) SSLSocketFactory.getDefault(), timeout);
    }

    /** The real network, never through a proxy: a proxy would resolve the host again. */
    static final class Internet implements HostResolver {

        @Override
        public InetAddress[] resolve(String host) throws IOException {
            return InetAddress.getAllByName(host);
        }

        @Override
        public Socket connect(InetAddress address, int port, int timeoutMillis) throws IOException {
            Socket socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(address, port), timeoutMillis);
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        }
    }
}
