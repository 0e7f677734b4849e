package io.watchdesk.account;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One public account of the brand. It is a setting ({@code watchdesk.accounts}); what of it shapes a post is part of the
 * hash that an approval is bound to.
 *
 * @param id kebab-case, stands in links and never changes
 * @param name as people call it
 * @param channel the publishing adapter: {@code site} or {@code manual}
 * @param platform the platform's name as shown to people, for example Douyin
 * @param zone the zone in which its people work and its slots are meant
 * @param country ISO 3166 code whose public holidays stop the working-hours clocks
 * @param workFrom start of a working day in the account's zone
 * @param workTo end of a working day in the account's zone
 * @param workDays the days people work on
 * @param grace how late a publication may still go out by itself; later goes to a person
 * @param titleLimit longest title in characters (Unicode code points)
 * @param bodyLimit longest body in characters (Unicode code points)
 * @param aiLabel the words shown on a post whose declaration says that AI took part
 * @param languages in which it speaks, as BCP 47 tags such as {@code zh}; empty where nobody said
 */
public record Account(
        String id,
        String name,
        String channel,
        String platform,
        ZoneId zone,
        String country,
        LocalTime workFrom,
        LocalTime workTo,
        Set<DayOfWeek> workDays,
        Duration grace,
        int titleLimit,
        int bodyLimit,
        String aiLabel,
        SortedSet<String> languages) {

    public Account {
        languages = Collections.unmodifiableSortedSet(new TreeSet<>(languages));
    }
}
