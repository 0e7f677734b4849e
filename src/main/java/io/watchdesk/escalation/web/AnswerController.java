package io.watchdesk.escalation.web;

import io.watchdesk.escalation.LinkPages;
import io.watchdesk.platform.ReadersLanguage;
import io.watchdesk.platform.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind the link of a page, for a phone at night and without signing in: the link itself proves who it is.
 * Programs that follow links in mails see it and change nothing.
 */
@Controller
class AnswerController {

    private static final String ADDRESS = "/crisis/ack/{token}";

    private static final Logger LOG = LoggerFactory.getLogger(AnswerController.class);

    private final LinkPages pages;
    private final ReadersLanguage language;
    private final Clock clock;

    AnswerController(LinkPages pages, ReadersLanguage language, Clock clock) {
        this.pages = pages;
        this.language = language;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    ModelAndView look(@PathVariable String token, HttpServletResponse response) {
        return view(response, token, () -> pages.look(token));
    }

    @PostMapping(ADDRESS)
    ModelAndView answer(@PathVariable String token, HttpServletResponse response) {
        return view(response, token, () -> pages.answer(token));
    }

    @PostMapping(ADDRESS + "/climb")
    ModelAndView climb(
            @PathVariable String token,
            @RequestParam int step,
            @RequestParam int tier,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        return view(response, token, () -> pages.climb(token, step, tier, reason));
    }

    private ModelAndView view(HttpServletResponse response, String token, Supplier<Optional<LinkPages.Page>> deed) {
        protect(response);
        try {
            return page(twice(deed), token, null);
        } catch (Refused refused) {
            ModelAndView view = page(pages.look(token), token, refused.getMessage());
            if (view.getStatus() == null) {
                view.setStatus(HttpStatus.CONFLICT);
            }
            return view;
        }
    }

    /** The ladder may climb at the very moment in which somebody answers; the second attempt meets it at rest. */
    private static Optional<LinkPages.Page> twice(Supplier<Optional<LinkPages.Page>> deed) {
        try {
            return deed.get();
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException collision) {
            LOG.info("An answer is tried a second time after {}", collision.toString());
            return deed.get();
        }
    }

    private ModelAndView page(Optional<LinkPages.Page> page, String token, String refusal) {
        if (page.isEmpty()) {
            ModelAndView missing = new ModelAndView("crisis/no-link");
            missing.setStatus(HttpStatus.NOT_FOUND);
            return missing;
        }
        language.isOf(page.get().person());
        ModelAndView view = new ModelAndView("crisis/answer");
        view.addObject("page", page.get());
        view.addObject("token", token);
        view.addObject("refusal", refusal);
        view.addObject("since", new Since(page.get().since(), clock.instant()));
        return view;
    }

    /** The address is a secret: no cache keeps it, no other site hears of it, no frame shows it. */
    private static void protect(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }
}
