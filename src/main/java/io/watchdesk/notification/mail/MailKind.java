package io.watchdesk.notification.mail;

import io.watchdesk.notification.Message;
import java.util.Locale;

/** The name under which a message's template is found: {@code TaskWaiting} is {@code task-waiting}. */
final class MailKind {

    private MailKind() {}

    static String of(Message message) {
        return of(message.getClass());
    }

    static String of(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    }
}
