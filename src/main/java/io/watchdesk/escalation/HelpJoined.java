package io.watchdesk.escalation;

import io.watchdesk.crisis.Crisis;

/**
 * Somebody helps with a crisis that another person has.
 *
 * @param person an id
 */
record HelpJoined(Crisis crisis, String person) {}
