package io.watchdesk.desk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which page of the desk a controller belongs to: only people who may see that page reach it. A controller of the
 * desk without it is reached by nobody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OnPage {

    /** The page's id; {@link #ANYBODY} for what every signed-in person may have. */
    String value();

    /** For what tells nothing about the work, such as the way to the first page. */
    String ANYBODY = "";
}
