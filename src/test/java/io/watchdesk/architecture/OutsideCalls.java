package io.watchdesk.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out from the code, not from a promise, whether a delegate leaves the database: whether from its
 * {@code execute} a call to mail, HTTP or the network can be reached through our own methods and their implementations.
 */
final class OutsideCalls {

    private static final List<String> OUTSIDE = List.of(
            "org.springframework.mail.",
            "org.springframework.web.client.",
            "org.apache.hc.",
            "java.net.http.",
            "java.net.Socket",
            "java.net.InetAddress",
            "java.net.HttpURLConnection",
            "jakarta.mail.");

    private final JavaClasses code;

    OutsideCalls(JavaClasses code) {
        this.code = code;
    }

    /** The first call that leaves the database, or empty. */
    Optional<String> reachedFrom(JavaClass delegate) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> next = new ArrayDeque<>();
        delegate.getMethods().stream()
                .filter(method -> method.getName().equals("execute"))
                .forEach(next::push);
        while (!next.isEmpty()) {
            JavaCodeUnit unit = next.pop();
            if (!seen.add(unit)) {
                continue;
            }
            for (JavaMethodCall call : unit.getMethodCallsFromSelf()) {
                String owner = call.getTargetOwner().getName();
                if (OUTSIDE.stream().anyMatch(owner::startsWith)) {
                    return Optional.of("%s calls %s"
                            .formatted(
                                    unit.getOwner().getSimpleName(),
                                    call.getTargetOwner().getSimpleName()));
                }
                implementations(call).forEach(next::push);
            }
        }
        return Optional.empty();
    }

    private Stream<JavaCodeUnit> implementations(JavaMethodCall call) {
        if (!code.contain(call.getTargetOwner().getName())) {
            return Stream.empty();
        }
        JavaClass owner = code.get(call.getTargetOwner().getName());
        return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().equals(call.getName())
                        && method.getRawParameterTypes().size()
                                == call.getTarget().getRawParameterTypes().size())
                .map(JavaCodeUnit.class::cast);
    }
}
