/** The embedded database as files: whether they are whole, who has them open, their backups and how one comes back. */
package io.watchdesk.platform.embedded;
