package io.watchdesk.testing;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for {@code localhost} that signs itself, made anew for each run.
 *
 * @param context presents this certificate and trusts no other
 * @param certificatePem the certificate, for those who are to trust it
 */
public record TestTls(SSLContext context, String certificatePem) {

    private static final TestTls LOCALHOST = make();
    private static final TestTls STRANGER = make();

    /** The certificate of the servers of the tests. */
    public static TestTls localhost() {
        return LOCALHOST;
    }

    /** Another one of the same name, which nobody was told to trust. */
    public static TestTls stranger() {
        return STRANGER;
    }

    private static TestTls make() {
        try {
            long now = System.currentTimeMillis();
            var made = X509Certificate.generateSelfSignedCertificate(
                    SignatureAlgorithmIdentifier.SHA_256_WITH_RSA,
                    PublicKeyAlgorithmIdentifier.RSA,
                    2048,
                    new DN("CN=localhost"),
                    now - Duration.ofHours(1).toMillis(),
                    now + Duration.ofDays(2).toMillis());
            KeyPair keys = made.getSecond();
            Certificate certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(made.getFirst().getX509CertificateBytes()));
            char[] password = "of no use".toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", keys.getPrivate(), password, new Certificate[] {certificate});
            store.setCertificateEntry("trusted", certificate);
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(store, password);
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
            return new TestTls(context, made.getFirst().toPEMString());
        } catch (Exception e) {
            throw new IllegalStateException("The tests need a certificate.", e);
        }
    }
}
