package io.watchdesk.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sentence, or a list of sentences, that Watchdesk composed: it is kept in English with its values and said in the language
 * of whoever reads it, in answers of our API and in mails. Never for what people typed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Said {

    /** Whether it may also be what a person typed, which then stays as it is. */
    boolean orTyped() default false;

    /** What holds sentences of ours and words of people in the same place tells which it is. */
    interface Sometimes {

        /** Whether Watchdesk composed this one. */
        boolean composed();
    }
}
