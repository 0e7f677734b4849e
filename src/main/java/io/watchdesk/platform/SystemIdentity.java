package io.watchdesk.platform;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which part of the system serves a request that no signed-in person makes. The engine checks no right where nobody is
 * signed in, so a request must either have a person or say here who it is; see {@code IdentityInterceptor}.
 */
public final class SystemIdentity {

    /** Stands for a request that has said nothing; the engine then does nothing for it. */
    private static final String NOBODY = "";

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private SystemIdentity() {}

    /** The rest of this request is served by this part; must be ended. */
    public static void begin(String name) {
        CURRENT.set(name);
    }

    /** Does something as this part, within a request of somebody else. */
    public static <T> T as(String name, Supplier<T> deed) {
        String before = CURRENT.get();
        CURRENT.set(name);
        try {
            return deed.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** A request begins that has no identity yet; must be ended. */
    public static void beginWithout() {
        CURRENT.set(NOBODY);
    }

    /** The request is over. */
    public static void end() {
        CURRENT.remove();
    }

    /** Whether this is a request for which neither a part of the system nor, so far, a person stands. */
    public static boolean missing() {
        return Optional.ofNullable(CURRENT.get()).map(String::isEmpty).orElse(false);
    }
}
