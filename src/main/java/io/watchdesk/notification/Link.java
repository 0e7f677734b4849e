package io.watchdesk.notification;

/**
 * Where a message leads.
 *
 * @param label what to do there
 * @param address an http or https address
 */
public record Link(String label, String address) {}
