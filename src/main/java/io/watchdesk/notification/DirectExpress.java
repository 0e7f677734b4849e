package io.watchdesk.notification;

import io.watchdesk.platform.People;
import io.watchdesk.platform.People.Person;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Uses the mail server and the chat hooks without a process and without the database. */
@Service
class DirectExpress implements Express {

    private static final Logger LOG = LoggerFactory.getLogger(DirectExpress.class);

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
        Person recipient = known(person, address);
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

    /** Who cannot be looked up is addressed by the id: the mail matters more than the name in it. */
    private Person known(String person, String address) {
        Person unknown = new Person(person, null, null, address);
        try {
            return people.find(person).orElse(unknown);
        } catch (RuntimeException e) {
            LOG.warn("The name of {} cannot be read.", person, e);
            return unknown;
        }
    }

    @Override
    public Delivery chat(String hook, Message message) {
        return chat.send(hook, chatWriter.brief(message));
    }
}
