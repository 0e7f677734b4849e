package io.watchdesk.publishing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When a post is meant to go out. The local time is what people decided; the instant is what timers use.
 *
 * @param local as people of the account write it
 * @param zone the account's zone when the slot was chosen
 * @param at the same moment in UTC
 */
public record Slot(LocalDateTime local, ZoneId zone, Instant at) {}
