/** What every test stands on: one application, one database, people, time and jobs under the test's control. */
package io.watchdesk.testing;
