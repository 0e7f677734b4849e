/** This machine among others: its turn to start, its clock, its disk. */
package io.watchdesk.platform.node;
