package io.watchdesk.testing;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A crisis that several stories begin with: the Douyin account was banned seven minutes ago. */
public final class BannedAccount {

    private BannedAccount() {}

    /** Declares it on a topic of its own, so that it joins no other story's; the answer is its id. */
    public static String declared(CrisisResponse response, Clock clock, String title) {
        return response.declare(new CrisisResponse.Declaration(
                        title,
                        List.of("douyin"),
                        UUID.randomUUID().toString(),
                        "accountBanned",
                        Level.ORANGE,
                        List.of("An account is banned or hijacked.", "It is on a list of hot searches."),
                        Facts.UNKNOWN,
                        null,
                        Crisis.Mode.REAL,
                        clock.instant().minus(Duration.ofMinutes(7))))
                .id();
    }
}
