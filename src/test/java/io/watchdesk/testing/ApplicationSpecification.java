package io.watchdesk.testing;

import com.icegreen.greenmail.util.GreenMail;
import java.net.URI;
import org.junit.jupiter.api.Tag;

/** The whole application as people meet it: jobs run by themselves, mail arrives, the web server answers. */
@Tag("application")
public abstract class ApplicationSpecification extends Specification {

    @Override
    protected final boolean jobsRunByThemselves() {
        return true;
    }

    /** The mail server that the application sends to. */
    protected final GreenMail mail() {
        return TestMail.server();
    }

    /** The address of a path of the running application. */
    protected final URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
