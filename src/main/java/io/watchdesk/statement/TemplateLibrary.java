package io.watchdesk.statement;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Flaw;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Refused;
import io.watchdesk.statement.StatementDesk.Composed;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The library of prepared texts as those who own it edit it, one by one. */
@Service
@Transactional
public class TemplateLibrary {

    /** What a preview promises, so that the sentence of the promise can be read. */
    private static final Duration NEXT_WORD = Duration.ofHours(2);

    private static final ZoneId PREVIEW_ZONE = ZoneId.of("Asia/Shanghai");

    private final TemplateTable table;
    private final Templates templates;
    private final AuditLog audit;
    private final Clock clock;

    TemplateLibrary(TemplateTable table, Templates templates, AuditLog audit, Clock clock) {
        this.table = table;
        this.templates = templates;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A template as it is kept.
     *
     * @param retired whether it is kept only for the statements that were made from it
     */
    public record Kept(Template template, boolean retired) {}

    /** All templates by scenario, channel, tone and language, retired ones among them. */
    @Transactional(readOnly = true)
    public List<Kept> kept() {
        return table.all();
    }

    /** What stands against the template, by the part of it. */
    public List<Flaw> flaws(Template template) {
        return TemplateRules.flaws(template);
    }

    /**
     * Adds templates or puts them in the place of those with the same ids, all of them or none, and audits each.
     *
     * @param expected what was known of each before, empty where it is new
     * @throws Refused when a template is not any more what was expected, is not sound, or the person may not
     */
    public void put(Map<String, Optional<Kept>> expected, Collection<Kept> changed) {
        templates.onlyImporters();
        for (Kept each : changed) {
            String id = each.template().id();
            List<Flaw> flaws = flaws(each.template());
            if (!flaws.isEmpty()) {
                throw new Refused(flaws.stream().map(Flaw::sentence).collect(Collectors.joining(" ")));
            }
            Optional<Kept> before = table.lock(id);
            if (!before.equals(expected.get(id))) {
                throw changedMeanwhile(id);
            }
            try {
                table.put(each.template(), false, each.retired());
            } catch (DuplicateKeyException e) {
                throw changedMeanwhile(id);
            }
            audit.record(
                    "statement.templateChanged",
                    subject(id),
                    before.map(TemplateLibrary::line).orElse(null),
                    line(each));
        }
    }

    /** What a text made from the template looks like; an element without a phrase is named in brackets. */
    @Transactional(readOnly = true)
    public Composed preview(Template template) {
        List<Flaw> flaws = flaws(template);
        if (!flaws.isEmpty()) {
            throw new Refused(flaws.stream().map(Flaw::sentence).collect(Collectors.joining(" ")));
        }
        Map<Element, String> elements = new EnumMap<>(Element.class);
        for (Element element : Element.values()) {
            String phrase = template.phrases().getOrDefault(element, "");
            elements.put(element, phrase.isBlank() ? "[" + element.words() + "]" : phrase);
        }
        return template.fill(elements, clock.instant().plus(NEXT_WORD), PREVIEW_ZONE);
    }

    /** What the audit log calls a template. */
    public static String subject(String id) {
        return "template:" + id;
    }

    private static Refused changedMeanwhile(String id) {
        return new Refused("Somebody else has changed the template \"%s\". Look at it, then try again.".formatted(id));
    }

    /** A template as the audit log keeps it. */
    private static Map<String, String> line(Kept kept) {
        Template template = kept.template();
        Map<String, String> line = new LinkedHashMap<>();
        line.put("scenario", template.scenario());
        line.put("channel", template.channel());
        line.put("tone", template.tone());
        line.put("language", template.language());
        line.put("title", template.title());
        line.put("body", template.body());
        template.phrases().forEach((element, phrase) -> line.put("phrase-" + Outcomes.text(element), phrase));
        line.put("state", kept.retired() ? "retired" : "active");
        return line;
    }
}
