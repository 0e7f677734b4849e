package io.watchdesk.platform;

import java.util.Optional;

/** Something about this machine that keeps posts from going out for now. */
public interface PublishingPause {

    /** Why nothing may go out at this moment, as a sentence; empty when nothing stands against it. */
    Optional<String> reason();
}
