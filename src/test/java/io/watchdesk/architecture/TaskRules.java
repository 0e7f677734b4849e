package io.watchdesk.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Who does the work of a step: a delegate, or people with a form, declared answers and a listener. */
final class TaskRules {

    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");
    private static final Pattern EMBEDDED =
            Pattern.compile("embedded:deployment:forms/([a-z0-9-]+)/([a-z0-9-]+\\.html)");

    private TaskRules() {}

    /** The bean that does the work of a service task, send task or sending event. */
    static Optional<String> delegateOf(FlowNode node) {
        return worker(node)
                .map(worker -> ProcessModel.camunda(worker, "delegateExpression"))
                .map(BEAN::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    private static Optional<ModelElementInstance> worker(FlowNode node) {
        if (node instanceof ServiceTask || node instanceof SendTask) {
            return Optional.of(node);
        }
        if (node instanceof ThrowEvent event) {
            return event.getEventDefinitions().stream()
                    .filter(MessageEventDefinition.class::isInstance)
                    .map(ModelElementInstance.class::cast)
                    .findFirst();
        }
        return Optional.empty();
    }

    static void delegatesExistAndAreNamedAfterTheirTask(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            for (FlowNode node : model.nodes()) {
                if (worker(node).isEmpty()) {
                    continue;
                }
                String wanted = Names.decapitalised(Names.ofElement(node.getId())) + "Delegate";
                Optional<String> bean = delegateOf(node);
                report.unless(
                        bean.isPresent(),
                        model.file(),
                        node.getId(),
                        "needs camunda:delegateExpression=\"${%s}\"; no class, expression or external task.",
                        wanted);
                bean.ifPresent(name -> {
                    report.unless(
                            name.equals(wanted),
                            model.file(),
                            node.getId(),
                            "calls ${%s}; the bean of this task is ${%s}.",
                            name,
                            wanted);
                    exists(models, name, JavaDelegate.class, model, node, report);
                });
            }
        }
    }

    private static void exists(
            Models models, String bean, Class<?> type, ProcessModel model, FlowNode node, Report report) {
        String simpleName = Names.capitalised(bean);
        Optional<JavaClass> found = models.processClass(simpleName);
        report.unless(
                found.filter(each -> each.isAnnotatedWith(Component.class) && each.isAssignableTo(type))
                        .isPresent(),
                model.file(),
                node.getId(),
                "calls ${%s}; there is no @Component class %s implements %s in a process package.",
                bean,
                simpleName,
                type.getSimpleName());
    }

    static void userTasksReachTheirPeople(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            for (UserTask task : model.all(UserTask.class)) {
                String groups = task.getCamundaCandidateGroups();
                report.unless(
                        groups != null || task.getCamundaAssignee() != null,
                        model.file(),
                        task.getId(),
                        "reaches nobody; set camunda:candidateGroups.");
                for (String group : groups == null ? List.<String>of() : List.of(groups.split("\\s*,\\s*"))) {
                    report.unless(
                            Names.KEBAB.matcher(group).matches()
                                    || BEAN.matcher(group).matches(),
                            model.file(),
                            task.getId(),
                            "is for the group \"%s\"; groups are kebab-case roles.",
                            group);
                }
                report.unless(
                        task.getCamundaCandidateUsers() == null,
                        model.file(),
                        task.getId(),
                        "names candidate users; roles are groups.");
            }
        }
    }

    static void answersAreDeclaredAndHeard(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            for (FlowNode door : model.doors()) {
                Optional<List<String>> answers = ProcessModel.answers(door);
                report.unless(
                        answers.isPresent(),
                        model.file(),
                        door.getId(),
                        "needs the property \"answers\": the variables a completion may write, separated by commas, or nothing.");
                answers.orElse(List.of())
                        .forEach(answer -> report.unless(
                                Names.LOWER_CAMEL.matcher(answer).matches(),
                                model.file(),
                                door.getId(),
                                "takes the answer \"%s\"; variables are lower camel case.",
                                answer));
            }
            for (UserTask task : model.all(UserTask.class)) {
                listeners(models, model, task, report);
            }
        }
    }

    private static void listeners(Models models, ProcessModel model, UserTask task, Report report) {
        String wanted = Names.decapitalised(Names.ofElement(task.getId())) + "Listener";
        boolean heard = false;
        for (ModelElementInstance listener : ProcessModel.extensions(task, "taskListener")) {
            String expression = listener.getAttributeValue("delegateExpression");
            Matcher bean = BEAN.matcher(expression == null ? "" : expression);
            if (!bean.matches()) {
                report.breach(model.file(), task.getId(), "has a listener without a delegate expression.");
                continue;
            }
            exists(models, bean.group(1), TaskListener.class, model, task, report);
            heard |= "complete".equals(listener.getAttributeValue("event"))
                    && bean.group(1).equals(wanted);
        }
        report.unless(
                heard || ProcessModel.answers(task).orElse(List.of()).isEmpty(),
                model.file(),
                task.getId(),
                "takes answers that no one hears; add the complete listener ${%s}.",
                wanted);
    }

    static void userTasksHaveTheirForm(Models models, Report report) {
        for (ProcessModel model : models.processes()) {
            for (FlowNode door : model.doors()) {
                String reference = ProcessModel.camunda(door, "formRef");
                String key = ProcessModel.camunda(door, "formKey");
                if (reference != null) {
                    camundaForm(models, model, door, reference, report);
                } else if (key != null) {
                    embeddedForm(models, model, door, key, report);
                } else {
                    report.unless(
                            !(door instanceof UserTask),
                            model.file(),
                            door.getId(),
                            "shows no form; set camunda:formRef or camunda:formKey.");
                }
            }
        }
    }

    private static void camundaForm(Models models, ProcessModel model, FlowNode door, String reference, Report report) {
        named(model, door, reference, report);
        report.unless(
                models.form(model.name(), reference + ".form").isPresent(),
                model.file(),
                door.getId(),
                "shows the form \"%s\"; there is no forms/%s/%s.form.",
                reference,
                model.name(),
                reference);
        report.unless(
                "deployment".equals(ProcessModel.camunda(door, "formRefBinding")),
                model.file(),
                door.getId(),
                "must bind its form with camunda:formRefBinding=\"deployment\".");
    }

    private static void embeddedForm(Models models, ProcessModel model, FlowNode door, String key, Report report) {
        Matcher matcher = EMBEDDED.matcher(key);
        if (!matcher.matches() || !matcher.group(1).equals(model.name())) {
            report.breach(
                    model.file(),
                    door.getId(),
                    "has the form key \"%s\"; it must be embedded:deployment:forms/%s/<task-name>.html.",
                    key,
                    model.name());
            return;
        }
        named(model, door, matcher.group(2).replaceFirst("\\.html$", ""), report);
        report.unless(
                models.form(matcher.group(1), matcher.group(2)).isPresent(),
                model.file(),
                door.getId(),
                "shows %s; there is no such file.",
                key);
    }

    /** A form has the name of its task; one that several tasks show has a name of its own. */
    private static void named(ProcessModel model, FlowNode door, String form, Report report) {
        String ofTask = Names.kebab(Names.ofElement(door.getId()));
        report.unless(
                !(door instanceof UserTask) || form.equals(ofTask) || shownBySeveral(model, form),
                model.file(),
                door.getId(),
                "shows the form \"%s\"; the form of this task is \"%s\".",
                form,
                ofTask);
    }

    private static boolean shownBySeveral(ProcessModel model, String form) {
        return model.doors().stream()
                        .filter(UserTask.class::isInstance)
                        .filter(task -> form.equals(ProcessModel.camunda(task, "formRef"))
                                || String.valueOf(ProcessModel.camunda(task, "formKey"))
                                        .endsWith("/" + form + ".html"))
                        .count()
                > 1;
    }
}
