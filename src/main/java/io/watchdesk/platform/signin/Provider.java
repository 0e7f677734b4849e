package io.watchdesk.platform.signin;

import io.watchdesk.platform.OutgoingHttp;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The OpenID Connect provider. What it says of itself is read when somebody signs in and not at the start, so that one that
 * is down keeps nobody from starting; every call to it ends after the timeout, and none follows a redirect.
 */
class Provider implements ClientRegistrationRepository {

    /** The only registration there is. */
    static final String REGISTRATION = "provider";

    /** Where the provider sends a browser back to, and where it may send it after a sign-out. */
    static final String CODE_PATH = "/sign-in/code";

    static final String OUT_PATH = "/sign-in/out";

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final ProviderSettings settings;
    private final String baseUrl;
    private final ClientHttpRequestFactory requests;
    private volatile ClientRegistration registration;

    /** @param baseUrl how people reach this installation; never what a request claims */
    Provider(ProviderSettings settings, String baseUrl, OutgoingHttp http) {
        this.settings = settings;
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
        this.requests = new ProviderHttp(http, settings.timeout());
    }

    String issuer() {
        return settings.issuer();
    }

    String shownName() {
        return settings.shownName();
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return REGISTRATION.equals(id) ? registration() : null;
    }

    /**
     * What is needed to talk to it.
     *
     * @throws ProviderAway if it does not say
     */
    ClientRegistration registration() {
        ClientRegistration known = registration;
        if (known == null) {
            known = read();
            registration = known;
        }
        return known;
    }

    /** For reading JSON: keys and facts about a person. */
    RestTemplate facts() {
        RestTemplate template = new RestTemplate(requests);
        template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return template;
    }

    /** For asking for tokens. */
    RestClient tokens() {
        return RestClient.builder()
                .requestFactory(requests)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** Where a browser ends its session there too, or empty if it has no such place. */
    Optional<String> endSession(String idToken) {
        Object address =
                registration().getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return Optional.ofNullable(address)
                .map(end -> UriComponentsBuilder.fromUriString(end.toString())
                        .queryParam("id_token_hint", idToken)
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(Map.of("client", settings.clientId(), "back", baseUrl + OUT_PATH))
                        .toUriString());
    }

    private ClientRegistration read() {
        Map<String, Object> said;
        try {
            said = RestClient.builder()
                    .requestFactory(requests)
                    .build()
                    .get()
                    .uri(URI.create(settings.issuer().replaceFirst("/+$", "") + WELL_KNOWN))
                    .retrieve()
                    .body(JSON);
        } catch (RestClientException failure) {
            throw new ProviderAway("%s%s: %s".formatted(settings.issuer(), WELL_KNOWN, failure.getMessage()), failure);
        }
        if (said == null || !settings.issuer().equals(said.get("issuer"))) {
            throw new ProviderAway(
                    "%s calls itself %s; watchdesk.sign-in.provider.issuer must be exactly that"
                            .formatted(settings.issuer(), said == null ? null : said.get("issuer")),
                    null);
        }
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(baseUrl + CODE_PATH)
                .scope(settings.scopes())
                .authorizationUri(address(said, "authorization_endpoint"))
                .tokenUri(address(said, "token_endpoint"))
                .jwkSetUri(address(said, "jwks_uri"))
                .userInfoUri(said.containsKey("userinfo_endpoint") ? address(said, "userinfo_endpoint") : null)
                .userNameAttributeName("sub")
                .issuerUri(settings.issuer())
                .providerConfigurationMetadata(said)
                .clientName(settings.shownName())
                .build();
    }

    private String address(Map<String, Object> said, String name) {
        String address = String.valueOf(said.get(name));
        if (!address.startsWith("https://") && !(settings.plain() && address.startsWith("http://"))) {
            throw new ProviderAway(
                    "%s says %s is %s, which is no https address".formatted(settings.issuer(), name, address), null);
        }
        return address;
    }
}
