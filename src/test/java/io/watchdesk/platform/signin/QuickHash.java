package io.watchdesk.platform.signin;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The hash of passwords with few rounds: tests sign in hundreds of times, and their passwords are known to everybody. */
@TestConfiguration
public class QuickHash {

    @Bean
    PasswordHash fewRounds() {
        return new PasswordHash(1_000);
    }
}
