package io.watchdesk.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** A form sends what its task declares, with components that Tasklist 7.24 really carries. */
final class FormRules {

    private static final int NEWEST_SCHEMA = 16;
    /** Tried one by one in Tasklist 7.24; filepicker, documentPreview and iframe break the whole form. */
    private static final Set<String> COMPONENTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "text",
            "html",
            "image",
            "table",
            "expression",
            "button",
            "group",
            "dynamiclist",
            "separator",
            "spacer");

    private static final Map<Pattern, String> UNSAFE = Map.of(
            Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write"),
            "writes markup; user text is only ever put into the page with textContent (watchdesk.fill)",
            Pattern.compile("ng-bind-html"),
            "binds markup; use ng-bind",
            Pattern.compile("(?i)\\son[a-z]+\\s*=\\s*[\"']"),
            "has an inline handler, which the content security policy stops; use addEventListener",
            Pattern.compile("(?i)(src|href)\\s*=\\s*[\"']?https?://"),
            "loads something from another host, which the content security policy stops");

    private FormRules() {}

    static void everyFormIsShown(Models models, Report report) {
        for (FormModel form : models.forms()) {
            report.unless(
                    shownBy(models, form).findAny().isPresent(),
                    form.file(),
                    "form",
                    "is shown by no task or start event of \"%s\"; delete it or reference it.",
                    form.folder());
        }
    }

    static void formsSendWhatTheirTaskDeclares(Models models, Report report) {
        for (FormModel form : models.forms()) {
            shownBy(models, form).forEach(door -> {
                List<String> answers = ProcessModel.answers(door).orElse(List.of());
                for (String variable : form.variables()) {
                    report.unless(
                            answers.contains(variable),
                            form.file(),
                            variable,
                            "is sent but not among the answers of %s (%s); declare it there, or disable the field.",
                            door.getId(),
                            String.join(", ", answers));
                }
                for (String answer : answers) {
                    report.unless(
                            form.variables().contains(answer),
                            form.file(),
                            answer,
                            "is declared as an answer of %s, but the form never sends it.",
                            door.getId());
                }
            });
        }
    }

    static void camundaFormsUseWhatTasklistCarries(Models models, Report report) {
        Set<String> ids = new HashSet<>();
        for (FormModel form : models.forms()) {
            if (form.embedded()) {
                continue;
            }
            JsonNode json = form.json();
            String id = json.path("id").asText();
            report.unless(id.equals(form.name()), form.file(), id, "is the form's id; it must be the file's name.");
            report.unless(
                    ids.add(id), form.file(), id, "is the id of a second form; form ids are unique in a deployment.");
            report.unless(
                    json.path("schemaVersion").asInt(Integer.MAX_VALUE) <= NEWEST_SCHEMA,
                    form.file(),
                    id,
                    "has schemaVersion %s; Tasklist 7.24 knows up to %s.",
                    json.path("schemaVersion"),
                    NEWEST_SCHEMA);
            for (JsonNode component : form.components()) {
                component(form, component, report);
            }
        }
    }

    private static void component(FormModel form, JsonNode component, Report report) {
        String type = component.path("type").asText();
        String id = component.path("key").asText(component.path("id").asText(type));
        report.unless(COMPONENTS.contains(type), form.file(), id, "is a <%s>; Tasklist 7.24 cannot show it.", type);
        report.unless(
                !type.equals("dynamiclist")
                        || form.components().stream()
                                .anyMatch(each -> each.path("type").asText().equals("button")),
                form.file(),
                id,
                "is a dynamiclist, which disables Tasklist's Complete; add a submit button to the form.");
        report.unless(
                !type.equals("image") || component.path("source").asText().matches("(=.*|data:.*|https?://.*)"),
                form.file(),
                id,
                "is an image with a relative source, which is shown as a placeholder.");
        report.unless(
                !component.hasNonNull("key")
                        || Names.LOWER_CAMEL
                                .matcher(component.path("key").asText())
                                .matches(),
                form.file(),
                id,
                "is a variable; variables are lower camel case.");
    }

    static void embeddedFormsAreSafe(Models models, Report report) {
        for (FormModel form : models.forms()) {
            if (!form.embedded()) {
                continue;
            }
            UNSAFE.forEach((pattern, reason) -> pattern.matcher(form.text())
                    .results()
                    .findFirst()
                    .ifPresent(hit -> report.breach(form.file(), hit.group().strip(), "%s.", reason)));
            report.unless(
                    form.text().contains("<form"), form.file(), "form", "has no <form> element; Tasklist needs one.");
        }
    }

    private static Stream<FlowNode> shownBy(Models models, FormModel form) {
        return models.process(form.folder()).stream()
                .flatMap(model -> model.doors().stream())
                .filter(door -> form.embedded()
                        ? ("embedded:deployment:forms/%s/%s".formatted(form.folder(), form.file()))
                                .equals(ProcessModel.camunda(door, "formKey"))
                        : form.name().equals(ProcessModel.camunda(door, "formRef")));
    }
}
