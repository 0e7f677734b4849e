package io.watchdesk.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The path of a request, as it is judged and as a log may show it. */
final class RequestPath {

    /** Longer than any word of an address; ids of the engine are UUIDs and stay. */
    private static final Pattern TOKEN =
            Pattern.compile("/(?!\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}(?:/|$))[^/]{25,}");

    private RequestPath() {}

    /** The container's own reading: decoded, without parameters and dot segments. */
    static String of(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /** Without tokens: the signed links of pages and the addresses of feeds open without a sign-in. */
    static String shown(HttpServletRequest request) {
        return TOKEN.matcher(of(request)).replaceAll("/...");
    }
}
