package io.watchdesk.platform;

/**
 * A person has done by hand in the engine what is neither a task nor a start: deleted or moved an instance, changed a
 * variable, retried a job, changed people, groups or rights.
 *
 * @param person who did it
 * @param operation what was done, in the engine's word, for example {@code Delete}
 * @param entity to what kind of thing, for example {@code ProcessInstance}
 * @param property which property of it, or an empty text
 * @param subject the id of the instance, task, job or other thing, or an empty text
 */
public record EngineOperated(String person, String operation, String entity, String property, String subject) {}
