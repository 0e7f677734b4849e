package io.watchdesk.notification.mail;

import io.watchdesk.notification.Link;
import io.watchdesk.notification.Message;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where messages lead, most important first. */
final class MailLinks {

    private MailLinks() {}

    /**
     * The task, the published post or the links that the message brings; empty when there is nothing to open. An address that
     * somebody typed may be anybody's: our mails lead only to this installation.
     */
    static List<Link> of(Message message, String baseUrl) {
        return wanted(message, baseUrl).stream()
                .filter(link -> link.address().startsWith(baseUrl + "/"))
                .toList();
    }

    private static List<Link> wanted(Message message, String baseUrl) {
        if (message instanceof Message.Leading leading) {
            return leading.links() == null ? List.of() : leading.links();
        }
        if (message instanceof Message.Published published) {
            return post(published.link());
        }
        String taskId = taskOf(message);
        return taskId == null
                ? List.of()
                : List.of(new Link(
                        "Open the task",
                        baseUrl + "/camunda/app/tasklist/default/#/?task="
                                + URLEncoder.encode(taskId, StandardCharsets.UTF_8)));
    }

    private static List<Link> post(String link) {
        boolean web = link != null && link.matches("(?i)https?://[^\\s<>\"]+");
        return web ? List.of(new Link("See the post", link)) : List.of();
    }

    private static String taskOf(Message message) {
        if (message instanceof Message.TaskWaiting task) {
            return task.taskId();
        }
        if (message instanceof Message.TaskReminder task) {
            return task.taskId();
        }
        if (message instanceof Message.TaskEscalated task) {
            return task.taskId();
        }
        if (message instanceof Message.TaskHandedBack task) {
            return task.taskId();
        }
        if (message instanceof Message.PublicationStuck stuck) {
            return stuck.taskId();
        }
        return null;
    }
}
