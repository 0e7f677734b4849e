/** The clock of this machine, watched. */
package io.watchdesk.platform.time;
