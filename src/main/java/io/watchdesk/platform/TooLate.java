package io.watchdesk.platform;

import java.util.Optional;

/** Knows more than "it is done" for people who come too late to a task. Every bean of this type is asked. */
public interface TooLate {

    /**
     * Why this task is not open any more.
     *
     * @param element the element id in the model, for example {@code UserTask_WriteDraft}
     * @param businessKey what the process was about, for example {@code C-1001}; may be null
     * @return one or more sentences for that person; empty when there is nothing more to say
     */
    Optional<String> sentence(String element, String businessKey);
}
