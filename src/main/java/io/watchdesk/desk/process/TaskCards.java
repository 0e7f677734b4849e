package io.watchdesk.desk.process;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.crisis.Crisis;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes a task say which piece it is about: in its name, and in variables of its own, because variables of the process
 * stay invisible to people who may only work on the task. They tell how things stood when the task was made; the form
 * tells how they stand now.
 */
@Component
class TaskCards {

    private static final String PIECE_ID = "pieceId";
    private static final String CONTENT_TITLE = "contentTitle";
    private static final String ACCOUNT_NAME = "accountName";
    private static final String PUBLICATION_ID = "publicationId";
    private static final String STAGE_TITLE = "stageTitle";
    private static final String SLOT_AT = "slotAt";
    private static final String CRISIS_ID = "crisisId";
    private static final String CRISIS_TITLE = "crisisTitle";
    private static final String CRISIS_LEVEL = "crisisLevel";
    private static final String FUNCTION_GROUP = "functionGroup";
    /** What people call the functions of a command centre. */
    private static final Map<String, String> FUNCTIONS = Map.of(
            "oncall-command",
            "command",
            "cc-market",
            "market",
            "cc-pr",
            "PR",
            "cc-tech",
            "technology",
            "cc-legal",
            "legal");

    private static final String SIGNAL_ID = "signalId";
    private static final String SIGNAL_TITLE = "signalTitle";
    private static final String SIGNAL_LEVEL = "signalLevel";
    private static final String NEVER = "9999-";
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm (VV)", Locale.ENGLISH);

    private final Accounts accounts;

    TaskCards(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Before the mails about new tasks are written, which quote the name. */
    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "'")
    @Order(1)
    void created(DelegateTask task) {
        String title = text(task, CONTENT_TITLE);
        String names = text(task, ACCOUNT_NAME);
        if (title != null && task.getName() != null) {
            task.setName(task.getName() + particular(task, names) + ": " + title);
        }
        if (title == null) {
            crisis(task);
        }
        keep(task, "piece", text(task, PIECE_ID));
        keep(task, "account", names);
        keep(task, "slot", slot(text(task, SLOT_AT), names));
    }

    /** The mark of a drill stands first, so that nobody takes a drill for real in a list that is cut off. */
    private static void crisis(DelegateTask task) {
        String title = text(task, CRISIS_TITLE);
        String level = text(task, CRISIS_LEVEL);
        if (title == null) {
            title = text(task, SIGNAL_TITLE);
            level = text(task, SIGNAL_LEVEL);
        }
        if (title == null || task.getName() == null) {
            return;
        }
        boolean drill = title.startsWith(Crisis.DRILL_MARK);
        String function = task.hasVariable(FUNCTION_GROUP) ? text(task, FUNCTION_GROUP) : null;
        task.setName((drill ? Crisis.DRILL_MARK : "")
                + task.getName()
                + (function == null ? "" : " for " + FUNCTIONS.getOrDefault(function, function))
                + (level == null ? "" : " (" + level + ")")
                + ": "
                + (drill ? title.substring(Crisis.DRILL_MARK.length()) : title));
        keep(task, "crisis", text(task, text(task, CRISIS_ID) == null ? SIGNAL_ID : CRISIS_ID));
        keep(task, "level", level);
    }

    /** What tells this task from others of the same piece: the account of a publication, the stage of a review. */
    private static String particular(DelegateTask task, String names) {
        String particular = task.hasVariable(PUBLICATION_ID) ? names : text(task, STAGE_TITLE);
        return particular == null ? "" : " (" + particular + ")";
    }

    private String slot(String isoInstant, String names) {
        // A review without a wished time waits for a slot that never comes.
        if (isoInstant == null || isoInstant.startsWith(NEVER)) {
            return null;
        }
        try {
            return LOCAL.format(Instant.parse(isoInstant).atZone(zoneOf(names)));
        } catch (DateTimeException unreadable) {
            return isoInstant;
        }
    }

    /** The zone that all of these accounts share; UTC where they differ or are not known. */
    private ZoneId zoneOf(String names) {
        List<String> wanted = names == null ? List.of() : Arrays.asList(names.split(", "));
        List<ZoneId> zones = accounts.all().stream()
                .filter(account -> wanted.contains(account.name()))
                .map(Account::zone)
                .distinct()
                .toList();
        return zones.size() == 1 ? zones.get(0) : ZoneOffset.UTC;
    }

    private static void keep(DelegateTask task, String name, String value) {
        if (value != null) {
            task.setVariableLocal(name, value);
        }
    }

    private static String text(DelegateTask task, String variable) {
        Object value = task.getVariable(variable);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
