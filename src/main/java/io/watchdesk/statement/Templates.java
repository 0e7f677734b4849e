package io.watchdesk.statement;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.statement.TemplateLibrary.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The library of prepared texts: a starter set that comes with the product, and what a house imports. */
@Service
@Transactional
public class Templates {

    private static final String STARTER = "statement/templates.yaml";
    private static final int LONGEST_FILE = 2_000_000;
    private static final Set<String> IMPORTERS = Set.of("cc-pr", "oncall-tier-2", "managers", "camunda-admin");

    private final TemplateTable table;
    private final People people;
    private final AuditLog audit;

    Templates(TemplateTable table, People people, AuditLog audit) {
        this.table = table;
        this.people = people;
        this.audit = audit;
    }

    /** Brings the starter set up to this build; what a house imported under the same id stays. */
    @EventListener(ApplicationStartedEvent.class)
    void refreshStarterSet() {
        try {
            String file = new ClassPathResource(STARTER).getContentAsString(StandardCharsets.UTF_8);
            for (Template template : read(file)) {
                if (!table.isOwn(template.id())) {
                    table.put(template, true, false);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s of this build cannot be read.".formatted(STARTER), e);
        }
    }

    /** All templates that are offered, by scenario, channel, tone and language. */
    @Transactional(readOnly = true)
    public List<Template> all() {
        return table.all().stream()
                .filter(kept -> !kept.retired())
                .map(Kept::template)
                .toList();
    }

    /** The template with this id, retired or not; refuses when there is none. */
    @Transactional(readOnly = true)
    public Template get(String id) {
        return table.find(id)
                .map(Kept::template)
                .orElseThrow(() -> new Refused("There is no template \"%s\".".formatted(id)));
    }

    /**
     * Takes a file of templates over, all or none; one with a known id replaces it.
     *
     * @param file YAML or JSON: a list of templates
     * @return how many it held
     * @throws Refused with every problem of the file
     */
    public int importFile(String file) {
        onlyImporters();
        List<Template> imported = read(file);
        imported.forEach(template -> table.put(template, false, false));
        audit.record(
                "statement.templatesImported",
                "templates",
                null,
                imported.stream().map(Template::id).toList());
        return imported.size();
    }

    void onlyImporters() {
        String person = people.current().orElseThrow(() -> new Refused("Somebody must be signed in."));
        if (people.groupsOf(person).stream().noneMatch(IMPORTERS::contains)) {
            throw new Refused("Only PR people and managers change the library of templates.");
        }
    }

    static List<Template> read(String file) {
        if (file == null || file.length() > LONGEST_FILE) {
            throw new Refused("A file of templates has at most %,d characters.".formatted(LONGEST_FILE));
        }
        Object parsed;
        try {
            parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (YAMLException e) {
            throw new Refused("The file is neither YAML nor JSON: "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
        if (!(parsed instanceof List<?> list) || list.isEmpty()) {
            throw new Refused("The file must be a list of templates.");
        }
        List<String> problems = new ArrayList<>();
        List<Template> templates = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object each : list) {
            Entry entry = new Entry(templates.size() + 1, each instanceof Map<?, ?> map ? map : Map.of(), problems);
            Template template = entry.template();
            if (!ids.add(template.id())) {
                problems.add("The id \"%s\" stands there twice.".formatted(template.id()));
            }
            templates.add(template);
        }
        if (!problems.isEmpty()) {
            throw new Refused(String.join(" ", problems));
        }
        return templates;
    }

    /** One entry of a file; what is wrong with it becomes a sentence. */
    private record Entry(int number, Map<?, ?> map, List<String> problems) {

        Template template() {
            String id = text("id", 80);
            String language = text("language", 10);
            if (!id.isEmpty() && !TemplateRules.isId(id)) {
                problem("the id \"%s\" must be small letters, digits and single dashes".formatted(id));
            }
            if (!language.isEmpty() && !TemplateRules.isLanguage(language)) {
                problem("the language must be zh or en");
            }
            Template template = new Template(
                    id,
                    text("scenario", 40),
                    text("channel", 40),
                    text("tone", 40),
                    language,
                    text("title", 200),
                    text("body", 50_000),
                    phrases());
            for (String place : template.places()) {
                if (!TemplateRules.isElement(place)) {
                    problem("{{%s}} is no element".formatted(place));
                }
            }
            return template;
        }

        private Map<Element, String> phrases() {
            Map<Element, String> phrases = new EnumMap<>(Element.class);
            if (map.get("phrases") instanceof Map<?, ?> given) {
                given.forEach((name, text) -> {
                    if (TemplateRules.isElement(String.valueOf(name))) {
                        phrases.put(
                                Outcomes.parse(Element.class, String.valueOf(name)),
                                String.valueOf(text).strip());
                    } else {
                        problem("\"%s\" is no element".formatted(name));
                    }
                });
            }
            return phrases;
        }

        private String text(String field, int longest) {
            Object value = map.get(field);
            String text = value == null ? "" : value.toString().strip();
            if (text.isEmpty()) {
                problem("the field \"%s\" is missing".formatted(field));
            } else if (text.length() > longest) {
                problem("the field \"%s\" is longer than %,d characters".formatted(field, longest));
            }
            return text;
        }

        private void problem(String what) {
            problems.add("Template %d: %s.".formatted(number, what));
        }
    }
}
