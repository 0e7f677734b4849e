package io.watchdesk.account;

import io.watchdesk.account.AccountBook.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts as the desk changed or added them. */
@Repository
class AccountTable {

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Kept> all() {
        return jdbc.sql("select * from account order by id")
                .query(AccountTable::kept)
                .list();
    }

    /** Lets nobody else change accounts until this transaction ends. */
    void lock() {
        jdbc.sql("select id from account_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    void put(Account account, boolean retired) {
        jdbc.sql("delete from account where id = ?").param(account.id()).update();
        jdbc.sql(
                        "insert into account (id, name, channel, platform, zone, country, work_from, work_to, work_days, grace,"
                                + " title_limit, body_limit, ai_label, languages, retired)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        account.id(),
                        account.name(),
                        account.channel(),
                        account.platform(),
                        account.zone().getId(),
                        account.country(),
                        account.workFrom().toString(),
                        account.workTo().toString(),
                        new TreeSet<>(account.workDays())
                                .stream().map(DayOfWeek::name).collect(Collectors.joining(",")),
                        account.grace().toString(),
                        account.titleLimit(),
                        account.bodyLimit(),
                        account.aiLabel(),
                        String.join(" ", account.languages()),
                        retired)
                .update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new Account(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("channel"),
                        row.getString("platform"),
                        ZoneId.of(row.getString("zone")),
                        row.getString("country"),
                        LocalTime.parse(row.getString("work_from")),
                        LocalTime.parse(row.getString("work_to")),
                        Arrays.stream(row.getString("work_days").split(","))
                                .map(DayOfWeek::valueOf)
                                .collect(Collectors.toSet()),
                        Duration.parse(row.getString("grace")),
                        row.getInt("title_limit"),
                        row.getInt("body_limit"),
                        row.getString("ai_label"),
                        Arrays.stream(row.getString("languages").split(" "))
                                .filter(tag -> !tag.isEmpty())
                                .collect(Collectors.toCollection(TreeSet::new))),
                row.getBoolean("retired"));
    }
}
