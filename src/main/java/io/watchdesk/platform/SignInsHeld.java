package io.watchdesk.platform;

/**
 * Somebody guesses a person's password, and further tries from there are held for a while.
 *
 * @param person as it was typed, without unsafe characters
 * @param address where the tries come from
 * @param tries how many were wrong
 */
public record SignInsHeld(String person, String address, int tries) {}
