package io.watchdesk.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The few pages between Watchdesk and the provider, for people who are not signed in yet or no more. */
@Controller
@ConditionalOnProperty("watchdesk.sign-in.provider.issuer")
class ProviderPages {

    /** A page of ours, and what stands behind its {@code #}; nothing that a browser takes for another host. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,2000}");

    private static final Logger LOG = LoggerFactory.getLogger(ProviderPages.class);

    private final Provider provider;
    private final OAuth2AuthorizationRequestResolver questions;
    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> asked;
    private final SignInSettings settings;
    private final PendingSignOuts pending;
    private final String webapps;
    private final boolean https;

    ProviderPages(
            Provider provider,
            OAuth2AuthorizationRequestResolver questions,
            AuthorizationRequestRepository<OAuth2AuthorizationRequest> asked,
            SignInSettings settings,
            PendingSignOuts pending,
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String webapps,
            @Value("${watchdesk.base-url}") String baseUrl) {
        this.provider = provider;
        this.questions = questions;
        this.asked = asked;
        this.settings = settings;
        this.pending = pending;
        this.webapps = webapps;
        this.https = baseUrl.startsWith("https:");
    }

    /** Remembers in the browser where somebody wanted to go, with what only the browser knows, and goes on. */
    @GetMapping("/sign-in")
    ModelAndView arrive(@RequestParam(defaultValue = "") String to, HttpServletResponse response) {
        return page(
                        response,
                        HttpStatus.OK,
                        "start",
                        "Sign in",
                        "You are on your way to %s.".formatted(provider.shownName()))
                .addObject("to", OURS.matcher(to).matches() ? to : "");
    }

    @GetMapping("/sign-in/start")
    ModelAndView start(HttpServletRequest request, HttpServletResponse response) {
        try {
            OAuth2AuthorizationRequest question = questions.resolve(request, Provider.REGISTRATION);
            asked.saveAuthorizationRequest(question, request, response);
            return redirect(response, question.getAuthorizationRequestUri(), "elsewhere");
        } catch (ProviderAway away) {
            LOG.warn("Nobody can sign in, {} does not answer: {}", provider.shownName(), away.getMessage());
            return page(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "problem",
                    "You cannot sign in right now",
                    "%s does not answer. Please try again in a minute. The links in pages work without signing in."
                            .formatted(provider.shownName()));
        }
    }

    @GetMapping("/sign-in/done")
    ModelAndView done(HttpServletResponse response) {
        response.addHeader("Set-Cookie", mark("elsewhere"));
        return page(response, HttpStatus.OK, "done", "You are signed in", "Tasklist opens in a moment.")
                .addObject("to", webapps + "/app/tasklist/default/");
    }

    @GetMapping("/sign-in/problem")
    ModelAndView problem(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        Object sentence = session == null ? null : session.getAttribute(ProviderEntry.PROBLEM);
        return page(
                response,
                HttpStatus.FORBIDDEN,
                "problem",
                "You are not signed in",
                sentence == null ? "Please sign in again." : sentence.toString());
    }

    /** Where a webapp sends its browser whose session is over: to end it at the provider too, or to begin another. */
    @GetMapping("/sign-in/again")
    ModelAndView again(
            @RequestParam(defaultValue = "") String to, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> end = pending.of(request);
        if (end.isPresent()) {
            return redirect(response, end.get(), "elsewhere");
        }
        return redirect(response, "/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8), "elsewhere");
    }

    @GetMapping(Provider.OUT_PATH)
    ModelAndView out(HttpServletResponse response) {
        return page(response, HttpStatus.OK, "out", "You are signed out", "You can close this page.");
    }

    /** Lets this session see Camunda's own sign-in page, where one person's password still opens. */
    @GetMapping("/sign-in/password")
    ModelAndView password(HttpServletRequest request, HttpServletResponse response) {
        if (!passwordsOpen()) {
            return page(
                    response,
                    HttpStatus.NOT_FOUND,
                    "problem",
                    "No passwords here",
                    "People sign in here through %s only.".formatted(provider.shownName()));
        }
        request.getSession(true).setAttribute(ProviderGate.WITH_PASSWORD, true);
        return redirect(response, webapps + "/app/welcome/default/", "here");
    }

    private boolean passwordsOpen() {
        return settings.breakGlass() != null || Boolean.TRUE.equals(settings.ownPasswords());
    }

    private ModelAndView page(
            HttpServletResponse response, HttpStatus status, String step, String heading, String sentence) {
        response.setHeader("Cache-Control", "no-store");
        ModelAndView page = new ModelAndView("sign-in/page", status);
        page.addObject("step", step);
        page.addObject("heading", heading);
        page.addObject("sentence", sentence);
        page.addObject("provider", provider.shownName());
        page.addObject("to", "");
        page.addObject("password", passwordsOpen());
        return page;
    }

    private ModelAndView redirect(HttpServletResponse response, String address, String signIn) {
        response.addHeader("Set-Cookie", mark(signIn));
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", address);
        return null;
    }

    /** Tells the scripts of the webapps where people sign in; nothing is decided by it here. */
    private String mark(String signIn) {
        return ResponseCookie.from("WATCHDESK_SIGN_IN", signIn)
                .path(webapps)
                .sameSite("Lax")
                .secure(https)
                .build()
                .toString();
    }
}
