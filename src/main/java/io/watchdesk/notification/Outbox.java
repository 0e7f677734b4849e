package io.watchdesk.notification;

import io.watchdesk.platform.People;
import io.watchdesk.platform.People.Person;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the mails in the caller's transaction and leaves their delivery to a process of its own. */
@Service
class Outbox implements Notifications {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final Mails mails;
    private final MailWriter writer;
    private final MailServer server;
    private final MailDelivery delivery;
    private final People people;
    private final Clock clock;
    private final String host;

    Outbox(
            Mails mails,
            MailWriter writer,
            MailServer server,
            MailDelivery delivery,
            People people,
            Clock clock,
            @Value("${watchdesk.base-url}") URI baseUrl) {
        this.mails = mails;
        this.writer = writer;
        this.server = server;
        this.delivery = delivery;
        this.people = people;
        this.clock = clock;
        this.host = baseUrl.getHost() == null ? "watchdesk.invalid" : baseUrl.getHost();
    }

    @Override
    @Transactional
    public void tellGroup(String group, Message message) {
        List<Person> members = people.inGroup(group);
        if (members.isEmpty()) {
            LOG.warn("Nobody is told about {}: the group {} has no members.", message.pieceId(), group);
        }
        members.forEach(member -> write(member, message));
    }

    @Override
    @Transactional
    public void tellPerson(String person, Message message) {
        if (People.SYSTEM.equals(person)) {
            return;
        }
        write(people.find(person).orElseGet(() -> new Person(person, null, null, null)), message);
    }

    private void write(Person recipient, Message message) {
        MailWriter.Letter letter = writer.write(message, recipient);
        Mail mail = new Mail(
                mails.nextId(),
                "<%s@%s>".formatted(UUID.randomUUID(), host),
                message.getClass().getSimpleName(),
                recipient.id(),
                recipient.email() == null || recipient.email().isBlank()
                        ? null
                        : recipient.email().strip(),
                letter.subject(),
                letter.text(),
                letter.html(),
                message.pieceId(),
                server.configured() ? Mail.State.WAITING : Mail.State.NO_MAIL_SERVER,
                0,
                null,
                clock.instant(),
                null);
        mails.add(mail);
        if (server.configured()) {
            delivery.begin(mail);
        }
    }
}
