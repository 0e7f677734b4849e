package io.watchdesk.desk;

/**
 * One page in the navigation of the desk. Whoever declares a bean of this kind is in the navigation of those whose role
 * in {@code access/roles.yaml} names it; its label is the message {@code page.<id>}.
 *
 * @param id as {@code access/roles.yaml} and {@link OnPage} call it, for example {@code pipeline}
 * @param path below {@code /desk/}, for example {@code pipeline}
 * @param order where it stands; smaller comes first, and the first is where {@code /desk} leads
 */
public record DeskPage(String id, String path, int order) {}
