/** Reading and writing iCalendar; other calendars of the house borrow how zones are written. */
@NamedInterface("calendar")
package io.watchdesk.oncall.calendar;

import org.springframework.modulith.NamedInterface;
