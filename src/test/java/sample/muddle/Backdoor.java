package sample.muddle;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/** Goes out without the guards. */
class Backdoor {

    InputStream open(String address) throws IOException {
        return URI.create(address).toURL().openStream();
    }

    Socket knock(String host) throws IOException {
        return new Socket(host, 80);
    }
}
