package io.watchdesk.notification;

import java.util.List;

/**
 * What a room is told. Nothing in it is markup: each service's adapter escapes it. What is too long for a service loses
 * the end of its lines, never its title or its first link.
 *
 * @param title one line
 * @param lines one sentence or fact each
 * @param links what to open, most important first
 */
public record ChatMessage(String title, List<String> lines, List<Link> links) {}
