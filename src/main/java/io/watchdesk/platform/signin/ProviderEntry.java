package io.watchdesk.platform.signin;

import io.watchdesk.platform.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * What happens when a browser comes back from the provider: a session that begins anew with the same entry that Camunda's
 * own sign-in makes, so that the webapps, our API and our pages know the person; or a sentence.
 */
class ProviderEntry implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    /** Where the sentence of a refused sign-in waits in the session for the page that shows it. */
    static final String PROBLEM = ProviderEntry.class.getName() + ".problem";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderEntry.class);

    private final Provider provider;
    private final ProviderClaims claims;
    private final OutsidePeople outside;
    private final GroupMeanings meanings;
    private final PendingSignOuts signOuts;
    private final ProcessEngine engine;
    private final Clock clock;

    ProviderEntry(
            Provider provider,
            ProviderClaims claims,
            OutsidePeople outside,
            GroupMeanings meanings,
            PendingSignOuts signOuts,
            ProcessEngine engine,
            Clock clock) {
        this.provider = provider;
        this.claims = claims;
        this.outside = outside;
        this.meanings = meanings;
        this.signOuts = signOuts;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        // Spring Security leaves it to this thread; our session is what counts.
        SecurityContextHolder.clearContext();
        OidcUser user = (OidcUser) authentication.getPrincipal();
        try {
            String id = welcome(claims.person(user.getClaims()));
            OAuth2AuthorizedClient tokens = ProviderTokens.of(request);
            request.getSession().invalidate();
            HttpSession session = request.getSession(true);
            AuthenticationUtil.getAuthsFromSession(session)
                    .addOrReplace(AuthenticationUtil.createAuthentication(engine, id));
            String wayOut = signOuts.newHandle();
            response.addHeader("Set-Cookie", signOuts.cookie(wayOut));
            session.setAttribute(
                    ProviderSession.KEY,
                    new ProviderSession(
                            id,
                            wayOut,
                            user.getIdToken(),
                            tokens.getAccessToken(),
                            tokens.getRefreshToken(),
                            clock.instant()));
            LOG.info("{} signed in through {} from {}.", id, provider.shownName(), request.getRemoteAddr());
            response.sendRedirect("/sign-in/done");
        } catch (Refused refused) {
            LOG.warn("A sign-in through {} was refused: {}", provider.shownName(), refused.getMessage());
            problem(request, response, refused.getMessage());
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(ProviderSession.KEY) != null) {
            // Another tab was faster.
            response.sendRedirect("/sign-in/done");
            return;
        }
        LOG.warn("A sign-in through {} failed: {}", provider.shownName(), reason(failure));
        problem(request, response, sentence(failure));
    }

    /** Rights are taken away even when that leaves none and the person does not get in. */
    private String welcome(OutsidePerson person) {
        if (meanings.of(person.groups()).isEmpty()) {
            outside.known(provider.issuer(), person.subject()).ifPresent(outside::left);
            throw new Refused(
                    ("%s knows you, but none of your groups there has a role in Watchdesk. Whoever administers the"
                                    + " groups can put you into one.")
                            .formatted(provider.shownName()));
        }
        return outside.keep(provider.issuer(), person);
    }

    private String sentence(AuthenticationException failure) {
        if (ProviderCalls.isAway(failure)) {
            return "%s does not answer right now. Please try again in a minute. The links in pages work without signing in."
                    .formatted(provider.shownName());
        }
        if (failure instanceof OAuth2AuthenticationException told
                && told.getError().getErrorCode().equals("access_denied")) {
            return "%s did not let you in.".formatted(provider.shownName());
        }
        return "The answer of %s did not fit the question, perhaps because it took too long. Please sign in again."
                .formatted(provider.shownName());
    }

    private static String reason(AuthenticationException failure) {
        return "%s; %s"
                .formatted(
                        failure instanceof OAuth2AuthenticationException told ? told.getError() : failure.getMessage(),
                        NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    }

    private static void problem(HttpServletRequest request, HttpServletResponse response, String sentence)
            throws IOException {
        request.getSession(true).setAttribute(PROBLEM, sentence);
        response.sendRedirect("/sign-in/problem");
    }
}
