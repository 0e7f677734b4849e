package io.watchdesk.testing;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Runs tests that share an application next to each other, so that it starts once: first those that need none, then the
 * specifications, then applications of their own.
 */
public final class SuiteOrder implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparingInt(SuiteOrder::place)
                        .thenComparing(test -> test.getTestClass().getName()));
    }

    private static int place(ClassDescriptor test) {
        if (ProcessSpecification.class.isAssignableFrom(test.getTestClass())) {
            return 2;
        }
        if (ApplicationSpecification.class.isAssignableFrom(test.getTestClass())) {
            return 3;
        }
        return test.findAnnotation(SpringBootTest.class).isPresent() ? 4 : 1;
    }
}
