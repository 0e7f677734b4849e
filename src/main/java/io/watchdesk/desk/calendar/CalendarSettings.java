package io.watchdesk.desk.calendar;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the calendar ({@code watchdesk.calendar}).
 *
 * @param evaluateAfter on which days after a post went out its effect is looked at
 */
@ConfigurationProperties("watchdesk.calendar")
record CalendarSettings(@DefaultValue({"3", "7", "30"}) List<Integer> evaluateAfter) {}
