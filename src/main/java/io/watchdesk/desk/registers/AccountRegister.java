package io.watchdesk.desk.registers;

import io.watchdesk.account.Account;
import io.watchdesk.account.AccountBook;
import io.watchdesk.account.AccountBook.Kept;
import io.watchdesk.platform.Flaw;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The brand's public accounts. */
@Component
class AccountRegister extends KeptRegister<Kept> {

    private static final Column CHANNEL = Column.choice("channel", List.of("site", "manual"), true);
    private static final Column STATE = Column.choice(Column.STATE, List.of(Column.ACTIVE, Column.RETIRED), false);
    private static final List<String> DAYS =
            Arrays.stream(DayOfWeek.values()).map(AccountRegister::day).toList();

    private final AccountBook accounts;

    AccountRegister(AccountBook accounts) {
        this.accounts = accounts;
    }

    @Override
    public String id() {
        return "accounts";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.key(ID, 60),
                Column.line("name", 100, true),
                CHANNEL,
                Column.line("platform", 100, true),
                Column.line("zone", 60, true)
                        .suggesting(ZoneId.getAvailableZoneIds().stream()
                                .filter(zone -> zone.contains("/"))
                                .sorted()
                                .toList()),
                Column.line("country", 2, true),
                Column.line("work-from", 5, true),
                Column.line("work-to", 5, true),
                Column.line("work-days", 60, true),
                Column.line("grace", 20, true),
                Column.number("title-limit"),
                Column.number("body-limit"),
                Column.line("ai-label", 200, true),
                Column.line("languages", 100, false));
    }

    @Override
    public List<String> shown() {
        return List.of("name", ID, "channel", "platform", "zone", "country");
    }

    @Override
    public List<Column> filters() {
        return List.of(CHANNEL, STATE);
    }

    @Override
    List<Entry> all() {
        return accounts.kept().stream().map(AccountRegister::entry).toList();
    }

    @Override
    public List<List<Flaw>> flaws(List<Change> changes) {
        return changes.stream()
                .map(change -> {
                    Reading reading = new Reading(change.after());
                    Kept wanted = new Kept(reading.account(), change.after().retired());
                    return reading.flaws.isEmpty() ? accounts.flaws(wanted) : reading.flaws;
                })
                .toList();
    }

    @Override
    void put(Map<String, Optional<Kept>> expected, List<Kept> wanted) {
        accounts.put(expected, wanted);
    }

    @Override
    public String subject(String key) {
        return AccountBook.subject(key);
    }

    @Override
    Kept kept(Entry entry) {
        return new Kept(new Reading(entry).account(), entry.retired());
    }

    private static Entry entry(Kept kept) {
        Account account = kept.account();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(ID, account.id());
        fields.put("name", account.name());
        fields.put("channel", account.channel());
        fields.put("platform", account.platform());
        fields.put("zone", account.zone().getId());
        fields.put("country", account.country());
        fields.put("work-from", account.workFrom().toString());
        fields.put("work-to", account.workTo().toString());
        fields.put(
                "work-days",
                account.workDays().stream().sorted().map(AccountRegister::day).collect(Collectors.joining(" ")));
        fields.put("grace", account.grace().toString());
        fields.put("title-limit", String.valueOf(account.titleLimit()));
        fields.put("body-limit", String.valueOf(account.bodyLimit()));
        fields.put("ai-label", account.aiLabel());
        fields.put("languages", String.join("; ", account.languages()));
        return new Entry(account.id(), fields, kept.retired());
    }

    private static String day(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    /** Reads the texts of an entry; what cannot be read is a flaw, and something harmless stands in its place. */
    private static final class Reading {

        private static final String UNDETERMINED = "und";

        private final List<Flaw> flaws = new ArrayList<>();
        private final Entry entry;

        Reading(Entry entry) {
            this.entry = entry;
        }

        Account account() {
            return new Account(
                    entry.text(ID),
                    entry.text("name"),
                    entry.text("channel"),
                    entry.text("platform"),
                    read("zone", ZoneId::of, ZoneId.of("Z"), "\"%s\" is no time zone such as Asia/Shanghai."),
                    entry.text("country").toUpperCase(Locale.ROOT),
                    time("work-from", LocalTime.MIN),
                    time("work-to", LocalTime.MAX),
                    days(),
                    read(
                            "grace",
                            Duration::parse,
                            Duration.ZERO,
                            "\"%s\" is no length of time: write PT30M for thirty minutes, PT2H for two hours."),
                    Integer.parseInt(entry.text("title-limit")),
                    Integer.parseInt(entry.text("body-limit")),
                    entry.text("ai-label"),
                    languages());
        }

        /** Spreadsheets write 9:00 for 09:00. */
        private LocalTime time(String column, LocalTime otherwise) {
            return read(
                    column,
                    text -> LocalTime.parse(text.length() == 4 ? "0" + text : text),
                    otherwise,
                    "\"%s\" is no time of day such as 09:00.");
        }

        private Set<DayOfWeek> days() {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (String each : entry.text("work-days").toLowerCase(Locale.ROOT).split("[\\s,;]+")) {
                int at = DAYS.indexOf(each);
                if (at < 0) {
                    flaws.add(new Flaw(
                            "work-days", "\"%s\" is none of these: %s.".formatted(each, String.join(", ", DAYS))));
                } else {
                    days.add(DayOfWeek.of(at + 1));
                }
            }
            return days;
        }

        /** Tags in the letter case in which they are written usually. */
        private SortedSet<String> languages() {
            return Arrays.stream(entry.text("languages").split("[\\s,;，；、]+"))
                    .filter(tag -> !tag.isEmpty())
                    .map(tag -> {
                        String usual =
                                Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag();
                        return usual.equals(UNDETERMINED) ? tag : usual;
                    })
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private <T> T read(String column, Function<String, T> reader, T otherwise, String sentence) {
            try {
                return reader.apply(entry.text(column));
            } catch (DateTimeException e) {
                flaws.add(new Flaw(column, sentence.formatted(entry.text(column))));
                return otherwise;
            }
        }
    }
}
