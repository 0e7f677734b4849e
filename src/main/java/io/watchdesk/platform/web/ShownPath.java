package io.watchdesk.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The path of a request as a log may show it: the signed links of pages and the addresses of feeds open without a sign-in. */
final class ShownPath {

    /** Longer than any word of an address; ids of the engine are UUIDs and stay. */
    private static final Pattern TOKEN =
            Pattern.compile("/(?!\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}(?:/|$))[^/]{25,}");

    private ShownPath() {}

    static String of(HttpServletRequest request) {
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        return TOKEN.matcher(path).replaceAll("/...");
    }
}
