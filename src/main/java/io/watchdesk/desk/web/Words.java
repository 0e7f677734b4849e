package io.watchdesk.desk.web;

import io.watchdesk.platform.OpenWork;
import io.watchdesk.platform.People;
import io.watchdesk.review.StagePlan;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names of tasks, groups and processes in the reader's language; templates call it as {@code @words}. */
@Component("words")
class Words {

    private static final Set<String> BAD =
            Set.of("REFUSED", "UNKNOWN", "REJECTED", "BLOCK", "TAKEN_DOWN", "INTERRUPTED");
    private static final Set<String> DOUBTFUL =
            Set.of("WITH_PERSON", "READY", "CHANGES_REQUESTED", "WARNING", "SUSPICION");
    private static final Set<String> GOOD = Set.of("PUBLISHED", "APPROVED");

    private final MessageSource messages;
    private final People people;

    Words(MessageSource messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    /** The name of a person, or the id of one who is not known any more. */
    public String person(String id) {
        return id == null ? "" : people.displayName(id);
    }

    /** What people call a stage of a review. */
    public String stage(String stage) {
        return said("stageOf." + stage, StagePlan.title(stage));
    }

    /** What people call a process. */
    public String process(String process, String name) {
        return said("process." + process, name == null ? process : name);
    }

    /** What people call a part of a version, for example {@code variant:newsroom:body}. */
    public String part(String part) {
        String[] parts = part.split(":", 3);
        String key = switch (parts[0]) {
            case "variant" -> parts.length == 3 && parts[2].equals("title") ? "variantTitle" : "variantBody";
            default -> parts[0];
        };
        return messages.getMessage(
                "part." + key, new Object[] {parts.length > 1 ? parts[1] : ""}, part, LocaleContextHolder.getLocale());
    }

    /** The class that colours a badge with this state, or nothing. */
    public String tone(String state) {
        return BAD.contains(state)
                ? "wd-bad"
                : DOUBTFUL.contains(state) ? "wd-warn" : GOOD.contains(state) ? "wd-good" : "";
    }

    /** Whether this is an address that a link may lead to. */
    public boolean web(String address) {
        return address != null && address.matches("(?is)https?://.+");
    }

    /** For times that the page's script does not write. */
    public ZoneOffset utc() {
        return ZoneOffset.UTC;
    }

    /** What people call a step, for example "Write draft" for {@code UserTask_WriteDraft}. */
    public String step(String element) {
        return said("step." + element, english(element));
    }

    /** What people call a group. */
    public String group(String group) {
        return said("group." + group, group);
    }

    /** The name of a task with its step in the reader's language; what people wrote in it stays as it is. */
    public String task(OpenWork.Waiting task) {
        return task(task.element(), task.name());
    }

    String task(String element, String name) {
        String english =
                element == null ? "" : messages.getMessage("step." + element, null, english(element), Locale.ENGLISH);
        if (name == null || name.isBlank()) {
            return element == null ? "" : step(element);
        }
        int at = english.isEmpty() ? -1 : name.indexOf(english);
        // A name begins with its step, behind the mark of a drill; further on, somebody wrote it.
        return at < 0 || at > "[DRILL] ".length()
                ? name
                : name.substring(0, at) + step(element) + name.substring(at + english.length());
    }

    private String said(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }

    private static String english(String element) {
        String name = element.replaceFirst("^[A-Za-z]+_", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        return name.isEmpty()
                ? element
                : name.substring(0, 1) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
