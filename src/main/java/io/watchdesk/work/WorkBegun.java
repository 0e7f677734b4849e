package io.watchdesk.work;

/** Work was put down: nobody needs to wait for the next look. */
record WorkBegun(String id) {}
