package io.watchdesk.notification.mail;

import io.watchdesk.notification.Message;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a mail leads.
 *
 * @param label what to do there
 * @param address an http or https address
 */
record MailLink(String label, String address) {

    /** The task or the published post, or null when there is nothing to open. */
    static MailLink of(Message message, String baseUrl) {
        if (message instanceof Message.Published published) {
            return post(published.link());
        }
        String taskId = taskOf(message);
        return taskId == null
                ? null
                : new MailLink(
                        "Open the task",
                        baseUrl + "/camunda/app/tasklist/default/#/?task="
                                + URLEncoder.encode(taskId, StandardCharsets.UTF_8));
    }

    private static MailLink post(String link) {
        boolean web = link != null && link.matches("(?i)https?://[^\\s<>\"]+");
        return web ? new MailLink("See the post", link) : null;
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
        if (message instanceof Message.PublicationStuck stuck) {
            return stuck.taskId();
        }
        return null;
    }
}
