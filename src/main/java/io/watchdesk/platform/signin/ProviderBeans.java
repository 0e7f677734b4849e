package io.watchdesk.platform.signin;

import io.watchdesk.platform.OutgoingHttp;
import jakarta.servlet.Filter;
import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/**
 * Sign-in through an OpenID Connect provider, where the settings name one. Spring Security asks the questions and checks
 * the answers (state, nonce, PKCE, signature, audience); it guards no path, our own gates do that as ever.
 */
@Configuration
@ConditionalOnProperty("watchdesk.sign-in.provider.issuer")
class ProviderBeans {

    private static final int AFTER_THE_SESSION_GUARD = Ordered.HIGHEST_PRECEDENCE + 5;

    private final String webapps;

    ProviderBeans(@Value("${camunda.bpm.webapp.application-path:/camunda}") String webapps) {
        this.webapps = webapps;
    }

    @Bean
    Provider provider(SignInSettings settings, @Value("${watchdesk.base-url}") String baseUrl, OutgoingHttp http) {
        return new Provider(settings.provider(), baseUrl, http);
    }

    @Bean
    AuthorizationRequestRepository<OAuth2AuthorizationRequest> askedQuestions() {
        return new HttpSessionOAuth2AuthorizationRequestRepository();
    }

    @Bean
    OAuth2AuthorizationRequestResolver questions(Provider provider) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(provider, "/sign-in/none");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    /** The keys are read from the provider and read again when it signs with one that is new. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(Provider provider) {
        return new IdTokenDecoders(provider);
    }

    @Bean
    OidcUserService factsAboutPeople(Provider provider) {
        DefaultOAuth2UserService facts = new DefaultOAuth2UserService();
        facts.setRestOperations(provider.facts());
        OidcUserService service = new OidcUserService();
        service.setOauth2UserService(facts);
        return service;
    }

    @Bean
    ProviderCalls providerCalls(
            Provider provider,
            SignInSettings settings,
            OutsidePeople outside,
            GroupMeanings meanings,
            OidcUserService facts,
            JwtDecoderFactory<ClientRegistration> idTokens,
            Clock clock) {
        var refresher = new RestClientRefreshTokenTokenResponseClient();
        refresher.setRestClient(provider.tokens());
        return new ProviderCalls(
                provider,
                settings.provider(),
                new ProviderClaims(settings.provider()),
                outside,
                meanings,
                refresher,
                facts,
                idTokens,
                clock);
    }

    @Bean
    ProviderLeavers providerLeavers(SignInSettings settings, OutsidePeople outside, Clock clock) {
        return new ProviderLeavers(settings.provider(), outside, clock);
    }

    @Bean
    FilterRegistrationBean<Filter> providerAnswers(
            Provider provider,
            AuthorizationRequestRepository<OAuth2AuthorizationRequest> asked,
            OidcUserService facts,
            JwtDecoderFactory<ClientRegistration> idTokens,
            OutsidePeople outside,
            GroupMeanings meanings,
            SignInSettings settings,
            PendingSignOuts signOuts,
            ProcessEngine engine,
            Clock clock) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(provider.tokens());
        var checks = new OidcAuthorizationCodeAuthenticationProvider(tokens, facts);
        checks.setJwtDecoderFactory(idTokens);
        var filter = new OAuth2LoginAuthenticationFilter(provider, new ProviderTokens(), Provider.CODE_PATH);
        filter.setAuthorizationRequestRepository(asked);
        filter.setAuthenticationManager(new ProviderManager(checks));
        var entry = new ProviderEntry(
                provider, new ProviderClaims(settings.provider()), outside, meanings, signOuts, engine, clock);
        filter.setAuthenticationSuccessHandler(entry);
        filter.setAuthenticationFailureHandler(entry);
        return registration(filter, 0, Provider.CODE_PATH);
    }

    @Bean
    PendingSignOuts pendingSignOuts(@Value("${watchdesk.base-url}") String baseUrl) {
        return new PendingSignOuts(baseUrl.startsWith("https:"));
    }

    @Bean
    FilterRegistrationBean<Filter> providerSignOut(Provider provider, PendingSignOuts pending) {
        return registration(new ProviderSignOut(provider, pending), 0, webapps + "/api/admin/auth/user/default/logout");
    }

    @Bean
    FilterRegistrationBean<Filter> providerRecheck(ProviderCalls calls) {
        return registration(new ProviderRecheck(calls), 0, "/api/*", "/desk/*", webapps + "/api/*", webapps + "/app/*");
    }

    @Bean
    FilterRegistrationBean<Filter> providerGate(ProcessEngine engine) {
        return registration(new ProviderGate(engine.getName()), 1, "/desk/*", webapps + "/api/*", webapps + "/app/*");
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, int later, String... paths) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(AFTER_THE_SESSION_GUARD + later);
        return registration;
    }
}
