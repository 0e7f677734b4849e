/** Faults that are caused on purpose, and the check that nothing was lost, doubled or kept silent. See {@code src/docs/faults.md}. */
package io.watchdesk.faults;
