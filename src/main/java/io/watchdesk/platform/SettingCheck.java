package io.watchdesk.platform;

import java.util.List;
import org.springframework.core.env.Environment;

/**
 * What a capability demands of its settings beyond their types and constraints, which are checked for every record with
 * {@code @ConfigurationProperties} anyway. Implementations have a constructor without parameters and are named in
 * {@code META-INF/spring.factories}; all are asked before anything is started, so that all problems are told at once.
 */
public interface SettingCheck {

    /** One line for each problem, made with {@link Settings#problem}; empty when all is well. */
    List<String> problems(Environment environment);
}
