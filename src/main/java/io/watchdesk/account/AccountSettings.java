package io.watchdesk.account;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The accounts as the installation's settings list them under {@code watchdesk.accounts}. */
@ConfigurationProperties("watchdesk")
record AccountSettings(@DefaultValue List<Entry> accounts) {

    List<Account> all() {
        return accounts.stream().map(Entry::account).toList();
    }

    /** One account; what is left out has the values of a Chinese brand's working week. */
    record Entry(
            String id,
            String name,
            @DefaultValue("site") String channel,
            String platform,
            @DefaultValue("Asia/Shanghai") ZoneId zone,
            @DefaultValue("CN") String country,
            @DefaultValue("09:00") LocalTime workFrom,
            @DefaultValue("18:00") LocalTime workTo,

            @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"})
            Set<DayOfWeek> workDays,

            @DefaultValue("PT30M") Duration grace,
            @DefaultValue("120") int titleLimit,
            @DefaultValue("50000") int bodyLimit,

            @DefaultValue("本内容含 AI 生成内容 · Contains AI-generated content")
            String aiLabel,

            @DefaultValue Set<String> languages) {

        Account account() {
            return new Account(
                    id,
                    name == null ? id : name,
                    channel,
                    platform == null ? channel : platform,
                    zone,
                    country,
                    workFrom,
                    workTo,
                    workDays,
                    grace,
                    titleLimit,
                    bodyLimit,
                    aiLabel,
                    new TreeSet<>(languages));
        }
    }
}
