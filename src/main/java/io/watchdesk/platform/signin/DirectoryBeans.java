package io.watchdesk.platform.signin;

import com.unboundid.ldap.sdk.LDAPException;
import io.watchdesk.platform.People;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory, where the settings name one. */
@Configuration
@ConditionalOnProperty("watchdesk.sign-in.directory.people.base")
class DirectoryBeans {

    @Bean
    Directory directory(SignInSettings settings, SslBundles bundles, GroupMeanings meanings)
            throws LDAPException, NoSuchAlgorithmException {
        DirectorySettings directory = settings.directory();
        SSLContext tls = directory.sslBundle() == null
                ? SSLContext.getDefault()
                : bundles.getBundle(directory.sslBundle()).createSslContext();
        return new Directory(directory, new DirectoryConnections(directory, tls), meanings.theirs());
    }

    @Bean
    DirectorySignIn directorySignIn(
            Directory directory,
            OutsidePeople outside,
            GroupMeanings meanings,
            People people,
            SignInThrottle throttle,
            SignInSettings settings) {
        return new DirectorySignIn(directory, outside, meanings, people, throttle, settings.breakGlass());
    }

    @Bean
    DirectorySync directorySync(Directory directory, OutsidePeople outside, Clock clock, SignInSettings settings) {
        return new DirectorySync(directory, outside, clock, settings.directory().every());
    }
}
