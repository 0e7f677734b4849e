package io.watchdesk.platform.signin;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Checks id tokens with the provider's public keys; those are kept, so the one decoder is kept as well. */
class IdTokenDecoders implements JwtDecoderFactory<ClientRegistration> {

    private final Provider provider;
    private volatile JwtDecoder decoder;

    IdTokenDecoders(Provider provider) {
        this.provider = provider;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        JwtDecoder known = decoder;
        if (known == null) {
            NimbusJwtDecoder made = NimbusJwtDecoder.withJwkSetUri(
                            registration.getProviderDetails().getJwkSetUri())
                    .restOperations(provider.facts())
                    // Signatures with a public key only: never "none", never our own secret.
                    .jwsAlgorithms(algorithms -> {
                        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
                            algorithms.add(algorithm);
                        }
                    })
                    .build();
            made.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            decoder = made;
            known = made;
        }
        return known;
    }
}
