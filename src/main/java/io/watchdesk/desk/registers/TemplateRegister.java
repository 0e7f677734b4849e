package io.watchdesk.desk.registers;

import io.watchdesk.platform.Flaw;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.statement.Element;
import io.watchdesk.statement.StatementDesk.Composed;
import io.watchdesk.statement.Template;
import io.watchdesk.statement.TemplateLibrary;
import io.watchdesk.statement.TemplateLibrary.Kept;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The prepared texts of statements. */
@Component
class TemplateRegister extends KeptRegister<Kept> {

    private static final String PHRASE = "phrase-";
    private static final Column LANGUAGE = Column.choice("language", List.of("zh", "en"), true);

    private final TemplateLibrary library;

    TemplateRegister(TemplateLibrary library) {
        this.library = library;
    }

    @Override
    public String id() {
        return "templates";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.key(ID, 80),
                Column.line("scenario", 40, true).suggesting(known(Template::scenario)),
                Column.line("channel", 40, true).suggesting(known(Template::channel)),
                Column.line("tone", 40, true).suggesting(known(Template::tone)),
                LANGUAGE,
                Column.line("title", 200, true),
                Column.text("body", 50_000, true)));
        for (Element element : Element.values()) {
            columns.add(Column.text(PHRASE + Outcomes.text(element), 1_000, false));
        }
        return columns;
    }

    @Override
    public List<String> shown() {
        return List.of("title", ID, "scenario", "channel", "tone", "language");
    }

    @Override
    public List<Column> filters() {
        return List.of(
                Column.choice("scenario", known(Template::scenario), false),
                Column.choice("channel", known(Template::channel), false),
                LANGUAGE,
                Column.choice(Column.STATE, List.of(Column.ACTIVE, Column.RETIRED), false));
    }

    @Override
    List<Entry> all() {
        return library.kept().stream().map(TemplateRegister::entry).toList();
    }

    @Override
    public List<List<Flaw>> flaws(List<Change> changes) {
        return changes.stream()
                .map(change -> library.flaws(template(change.after().fields())))
                .toList();
    }

    @Override
    void put(Map<String, Optional<Kept>> expected, List<Kept> wanted) {
        library.put(expected, wanted);
    }

    @Override
    public String subject(String key) {
        return TemplateLibrary.subject(key);
    }

    @Override
    public boolean hasPreview() {
        return true;
    }

    @Override
    public Optional<Preview> preview(Map<String, String> fields) {
        Map<String, String> named = new LinkedHashMap<>(fields);
        // A form does not send what names a known template, and a new one may have no name yet.
        named.putIfAbsent(ID, "preview");
        Composed composed = library.preview(template(named));
        return Optional.of(new Preview(composed.title(), composed.body()));
    }

    private List<String> known(Function<Template, String> part) {
        return library.kept().stream()
                .map(kept -> part.apply(kept.template()))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    Kept kept(Entry entry) {
        return new Kept(template(entry.fields()), entry.retired());
    }

    private static Template template(Map<String, String> fields) {
        Map<Element, String> phrases = new EnumMap<>(Element.class);
        for (Element element : Element.values()) {
            String phrase = fields.getOrDefault(PHRASE + Outcomes.text(element), "");
            if (!phrase.isEmpty()) {
                phrases.put(element, phrase);
            }
        }
        return new Template(
                fields.getOrDefault(ID, ""),
                fields.getOrDefault("scenario", ""),
                fields.getOrDefault("channel", ""),
                fields.getOrDefault("tone", ""),
                fields.getOrDefault("language", ""),
                fields.getOrDefault("title", ""),
                fields.getOrDefault("body", ""),
                phrases);
    }

    private static Entry entry(Kept kept) {
        Template template = kept.template();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(ID, template.id());
        fields.put("scenario", template.scenario());
        fields.put("channel", template.channel());
        fields.put("tone", template.tone());
        fields.put("language", template.language());
        fields.put("title", template.title());
        fields.put("body", template.body());
        for (Element element : Element.values()) {
            fields.put(PHRASE + Outcomes.text(element), template.phrases().getOrDefault(element, ""));
        }
        return new Entry(template.id(), fields, kept.retired());
    }
}
