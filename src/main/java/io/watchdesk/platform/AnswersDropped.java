package io.watchdesk.platform;

import java.util.List;

/**
 * Somebody sent variables that the form does not ask for; they were ignored. It is published as an application event in
 * the transaction of the completion or start, and rolls back with it.
 *
 * @param person who sent them, or {@link People#SYSTEM}
 * @param element id of the user task or start event in the model
 * @param subject id of the task, or key of the process that was to be started
 * @param names the names that were dropped, made safe for logs, at most 20
 */
public record AnswersDropped(String person, String element, String subject, List<String> names) {}
