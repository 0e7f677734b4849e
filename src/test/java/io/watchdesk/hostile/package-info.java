/** What strangers and people with bad intentions send, made in thousands from a seed, and what became of it. */
package io.watchdesk.hostile;
