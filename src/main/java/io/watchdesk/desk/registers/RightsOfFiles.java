package io.watchdesk.desk.registers;

import io.watchdesk.content.Asset;
import io.watchdesk.content.Asset.Rights;
import io.watchdesk.content.RightsRegister;
import io.watchdesk.content.RightsRegister.Line;
import io.watchdesk.content.RightsRegister.Standing;
import io.watchdesk.content.RightsRegister.Wish;
import io.watchdesk.platform.Flaw;
import io.watchdesk.screening.ScreeningSettings;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rights of the files that content uses; files come with their pieces, rights are kept here. */
@Component
class RightsOfFiles implements Register {

    private static final Column STANDING = Column.choice("standing", words(Standing.values()), false);
    private static final Column KIND = Column.choice("kind", words(Asset.Kind.values()), false);

    private final RightsRegister register;
    private final ScreeningSettings settings;

    RightsOfFiles(RightsRegister register, ScreeningSettings settings) {
        this.register = register;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "rights";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.key("id", 40),
                Column.fixed("file"),
                Column.fixed("kind"),
                Column.fixed("piece"),
                Column.line("source", 1_000, false),
                Column.line("holder", 1_000, false),
                Column.line("licence", 1_000, false),
                Column.text("scope", 2_000, false),
                Column.line("channels", 1_000, false),
                Column.line("territories", 1_000, false),
                Column.line("credit", Asset.LONGEST_CREDIT, false),
                Column.day("from"),
                Column.day("to"),
                Column.line("proof", 2_000, false));
    }

    @Override
    public List<String> shown() {
        return List.of("file", "kind", "piece", "licence", "holder", "channels", "to");
    }

    @Override
    public List<Column> filters() {
        return List.of(STANDING, KIND);
    }

    @Override
    public boolean takesNew() {
        return false;
    }

    @Override
    public boolean retires() {
        return false;
    }

    @Override
    public String key(Map<String, String> fields) {
        return fields.getOrDefault("id", "");
    }

    @Override
    public Found find(Search search, int offset, int limit) {
        RightsRegister.Page page = register.find(
                new Wish(
                        search.text(),
                        word(Standing.values(), search.filters().get("standing")),
                        word(Asset.Kind.values(), search.filters().get("kind")),
                        settings.assets().noticeDays()),
                offset,
                limit);
        return new Found(page.lines().stream().map(RightsOfFiles::entry).toList(), page.total());
    }

    @Override
    public Map<String, Entry> entries(Collection<String> keys) {
        return register.lines(keys).stream()
                .map(RightsOfFiles::entry)
                .collect(Collectors.toMap(Entry::key, entry -> entry));
    }

    @Override
    public void each(Consumer<Entry> reader) {
        register.each(line -> reader.accept(entry(line)));
    }

    @Override
    public List<List<Flaw>> flaws(List<Change> changes) {
        return changes.stream().map(change -> flaws(change.after())).toList();
    }

    @Override
    public void apply(List<Change> changes, IntConsumer done) {
        int made = 0;
        for (Change change : changes) {
            register.replace(change.after().key(), line -> entry(line).equals(change.before()), rights(change.after()));
            done.accept(++made);
        }
    }

    @Override
    public String subject(String key) {
        return key;
    }

    @Override
    public Optional<String> place(Entry entry) {
        return Optional.of("/desk/items/" + entry.text("piece"));
    }

    private static List<Flaw> flaws(Entry entry) {
        Rights rights = rights(entry);
        return rights == null ? List.of() : rights.flaws();
    }

    /** Null where nothing at all is recorded. */
    private static Rights rights(Entry entry) {
        boolean nothing = List.of(
                        "source",
                        "holder",
                        "licence",
                        "scope",
                        "channels",
                        "territories",
                        "credit",
                        "from",
                        "to",
                        "proof")
                .stream()
                .allMatch(column -> entry.text(column).isEmpty());
        return nothing
                ? null
                : new Rights(
                        entry.text("source"),
                        entry.text("holder"),
                        entry.text("licence"),
                        entry.text("scope"),
                        several(entry.text("channels")),
                        day(entry.text("from")),
                        day(entry.text("to")),
                        entry.text("proof"),
                        several(entry.text("territories")),
                        entry.text("credit"));
    }

    private static SortedSet<String> several(String text) {
        return Arrays.stream(text.split("[;；]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Entry entry(Line line) {
        Asset asset = line.asset();
        Rights rights = asset.rights();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", asset.id());
        fields.put("file", asset.fileName());
        fields.put("kind", asset.kind().name().toLowerCase(Locale.ROOT));
        fields.put("piece", line.pieceId());
        fields.put("source", rights == null ? "" : said(rights.source()));
        fields.put("holder", rights == null ? "" : said(rights.holder()));
        fields.put("licence", rights == null ? "" : said(rights.licence()));
        fields.put("scope", rights == null ? "" : said(rights.scope()));
        fields.put(
                "channels",
                rights == null || rights.channels() == null ? "" : String.join("; ", new TreeSet<>(rights.channels())));
        fields.put("territories", rights == null ? "" : String.join("; ", rights.territories()));
        fields.put("credit", rights == null ? "" : rights.credit());
        fields.put("from", rights == null ? "" : said(rights.validFrom()));
        fields.put("to", rights == null ? "" : said(rights.validTo()));
        fields.put("proof", rights == null ? "" : said(rights.proof()));
        return new Entry(asset.id(), fields, false);
    }

    private static String said(Object value) {
        return value == null ? "" : value.toString();
    }

    private static LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static <T extends Enum<T>> T word(T[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }
}
