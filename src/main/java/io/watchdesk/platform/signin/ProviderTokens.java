package io.watchdesk.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** Hands the tokens of a sign-in from Spring Security to {@link ProviderEntry} within one request and keeps none. */
class ProviderTokens implements OAuth2AuthorizedClientRepository {

    private static final String KEY = ProviderTokens.class.getName();

    /** The tokens of the sign-in that this request completes. */
    static OAuth2AuthorizedClient of(HttpServletRequest request) {
        return (OAuth2AuthorizedClient) request.getAttribute(KEY);
    }

    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
            String registration, Authentication person, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.setAttribute(KEY, client);
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {
        request.removeAttribute(KEY);
    }
}
