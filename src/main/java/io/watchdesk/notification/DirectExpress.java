package io.watchdesk.notification;

import io.watchdesk.platform.People;
import io.watchdesk.platform.People.Person;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Uses the mail server and the chat hooks without a process and without the database. */
@Service
class DirectExpress implements Express {

    private final MailWriter writer;
    private final MailServer server;
    private final Chat chat;
    private final ChatWriter chatWriter;
    private final People people;
    private final Clock clock;

    DirectExpress(MailWriter writer, MailServer server, Chat chat, ChatWriter chatWriter, People people, Clock clock) {
        this.writer = writer;
        this.server = server;
        this.chat = chat;
        this.chatWriter = chatWriter;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public boolean hasMail() {
        return server.configured();
    }

    @Override
    public Delivery mail(String person, String address, String messageId, Message message) {
        Person recipient = people.find(person).orElseGet(() -> new Person(person, null, null, address));
        MailWriter.Letter letter = writer.write(message, recipient);
        try {
            server.send(new Mail(
                    messageId,
                    messageId,
                    message.getClass().getSimpleName(),
                    person,
                    address,
                    letter.subject(),
                    letter.text(),
                    letter.html(),
                    message.pieceId(),
                    Mail.State.WAITING,
                    0,
                    null,
                    clock.instant(),
                    null));
            return Delivery.DELIVERED;
        } catch (MailServer.AddressRefused e) {
            return Delivery.refused(PlainText.line(e.getMessage()));
        } catch (MailServer.Unavailable e) {
            return Delivery.failed(PlainText.line(e.getMessage()));
        }
    }

    @Override
    public Delivery chat(String hook, Message message) {
        return chat.send(hook, chatWriter.brief(message));
    }
}
