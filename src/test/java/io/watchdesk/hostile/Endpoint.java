package io.watchdesk.hostile;

import java.lang.reflect.Type;
import java.util.List;

/**
 * One address that the application serves.
 *
 * @param path with a segment in braces for each part that the caller chooses
 * @param body what it reads as JSON, or null
 * @param parameters names of the query that it may know
 * @param upload whether it takes files
 * @param answer what it answers with
 */
record Endpoint(String method, String path, Type body, List<String> parameters, boolean upload, Type answer) {

    /** Whether this path is one of this address. */
    boolean fits(String given) {
        return given.matches(path.replaceAll("\\{[^}]*}", "[^/]+").replace("**", ".*"));
    }

    boolean isCamundas() {
        return path.startsWith("/camunda/");
    }

    boolean reads() {
        return method.equals("GET");
    }
}
