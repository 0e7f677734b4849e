package io.watchdesk.platform.signin;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * Connections to the directory's hosts, the first that answers: encrypted from the first byte ({@code ldaps}) or before
 * anything is said ({@code ldap} with StartTLS), with the host's name checked against its certificate.
 */
class DirectoryConnections {

    private final ServerSet servers;

    /** @param tls whom to trust */
    DirectoryConnections(DirectorySettings settings, SSLContext tls) throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        int millis = (int) settings.timeout().toMillis();
        options.setConnectTimeoutMillis(millis);
        options.setResponseTimeoutMillis(millis);
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        BindRequest asked =
                settings.bindDn() == null ? null : new SimpleBindRequest(settings.bindDn(), settings.bindPassword());
        List<ServerSet> sets = new ArrayList<>();
        for (String url : settings.urls()) {
            LDAPURL address = new LDAPURL(url);
            boolean encrypted = address.getScheme().equals("ldaps");
            PostConnectProcessor first = encrypted || settings.plain() ? null : new StartTLSPostConnectProcessor(tls);
            sets.add(new SingleServerSet(
                    address.getHost(),
                    address.getPort(),
                    encrypted ? tls.getSocketFactory() : null,
                    options,
                    asked,
                    first));
        }
        this.servers = new FailoverServerSet(sets);
    }

    LDAPConnection open() throws LDAPException {
        return servers.getConnection();
    }
}
