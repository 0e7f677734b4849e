/** Measurements that are started by hand; README says how. They are no part of the build. */
package io.watchdesk.benchmark;
