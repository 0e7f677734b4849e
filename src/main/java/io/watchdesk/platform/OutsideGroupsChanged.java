package io.watchdesk.platform;

import java.util.List;

/**
 * The sign-in service or the directory said something new about the groups of a person.
 *
 * @param person id
 * @param before groups here that are kept there, before
 * @param after the same, now; empty for somebody who has left
 * @param source the issuer of the sign-in service, or {@code directory}
 */
public record OutsideGroupsChanged(String person, List<String> before, List<String> after, String source) {}
