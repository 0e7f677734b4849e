package io.watchdesk.desk.web;

import io.watchdesk.platform.NotForYou;
import io.watchdesk.platform.ReadersLanguage;
import io.watchdesk.platform.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page of the desk why there is nothing to see. What calls for data gets its sentences from the platform. */
@ControllerAdvice(basePackages = "io.watchdesk.desk")
@Order(0)
class DeskErrors {

    private final DeskFrame frame;
    private final ReadersLanguage language;

    DeskErrors(DeskFrame frame, ReadersLanguage language) {
        this.frame = frame;
        this.language = language;
    }

    @ExceptionHandler
    ModelAndView notForYou(NotForYou notForYou, HttpServletRequest request, Locale locale) {
        return problem(HttpStatus.FORBIDDEN, "problem.notForYou", null, request, locale);
    }

    @ExceptionHandler
    ModelAndView notHere(NotHere notHere, HttpServletRequest request, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "problem.notHere", notHere.getMessage(), request, locale);
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request, Locale locale) {
        return problem(HttpStatus.BAD_REQUEST, "problem.refused", refused.getMessage(), request, locale);
    }

    private ModelAndView problem(
            HttpStatus status, String heading, String sentence, HttpServletRequest request, Locale locale) {
        ModelAndView view = new ModelAndView("desk/problem");
        view.setStatus(status);
        view.addObject("heading", heading);
        view.addObject("sentence", sentence == null ? null : language.sentence(sentence));
        // What an advice adds to the model of a page is not there for the page of an error.
        view.addObject("frame", frame.frame(request, locale));
        return view;
    }
}
