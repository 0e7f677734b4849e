package io.watchdesk.notification.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The newest mails of the demo, in memory: a start begins with an empty mailbox. */
@Component
@Profile("demo")
class DemoMailbox {

    static final int CAPACITY = 300;

    private final Clock clock;
    private final Deque<DemoMail> newestFirst = new ArrayDeque<>();
    private long received;

    DemoMailbox(Clock clock) {
        this.clock = clock;
    }

    /** Keeps a mail and forgets the oldest one when the mailbox is full. */
    synchronized void receive(MimeMessage message) throws MessagingException, IOException {
        received++;
        newestFirst.addFirst(new DemoMail(
                received,
                message.getMessageID(),
                addresses(message.getFrom()),
                addresses(message.getAllRecipients()),
                message.getSubject(),
                part(message, "text/plain"),
                part(message, "text/html"),
                clock.instant()));
        if (newestFirst.size() > CAPACITY) {
            newestFirst.removeLast();
        }
    }

    /** The mails to this address, or all when it is null; newest first. */
    synchronized List<DemoMail> mailsTo(String address) {
        return newestFirst.stream()
                .filter(mail -> address == null || address.equalsIgnoreCase(mail.to()))
                .toList();
    }

    synchronized Optional<DemoMail> find(long number) {
        return newestFirst.stream().filter(mail -> mail.number() == number).findFirst();
    }

    /** Everybody who has a mail here, in alphabetical order. */
    synchronized List<String> recipients() {
        return newestFirst.stream().map(DemoMail::to).distinct().sorted().toList();
    }

    private static String addresses(jakarta.mail.Address[] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses)
                        .map(address -> ((InternetAddress) address).toUnicodeString())
                        .collect(Collectors.joining(", "));
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
