package io.watchdesk.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * The language of the person whose request is served: what is known of them, else what they chose in this browser, else what
 * the browser asks for, else English.
 */
final class RequestLanguage {

    /** Written by our pages when the person chooses; holds {@code zh} or {@code en}. */
    private static final String COOKIE = "watchdesk-language";

    private static final String KNOWN = RequestLanguage.class.getName();

    private static final String CHINESE = Locale.CHINESE.getLanguage();
    private static final String ENGLISH = Locale.ENGLISH.getLanguage();

    private RequestLanguage() {}

    /** Whether the person reads Chinese; false outside of requests. */
    static boolean isChinese() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
                && isChinese(served.getRequest());
    }

    /** From here on the request that is served is answered in this language. */
    static void is(Locale known) {
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(KNOWN, known.getLanguage(), RequestAttributes.SCOPE_REQUEST);
    }

    static boolean isChinese(HttpServletRequest request) {
        Object known = request.getAttribute(KNOWN);
        if (known != null) {
            return known.equals(CHINESE);
        }
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        if (chosen != null
                && (chosen.getValue().equals(CHINESE) || chosen.getValue().equals(ENGLISH))) {
            return chosen.getValue().equals(CHINESE);
        }
        if (request.getHeader("Accept-Language") == null) {
            return false;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals(CHINESE) || language.equals(ENGLISH))
                .findFirst()
                .filter(CHINESE::equals)
                .isPresent();
    }
}
