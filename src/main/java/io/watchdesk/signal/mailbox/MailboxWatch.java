package io.watchdesk.signal.mailbox;

import io.watchdesk.signal.OverQuota;
import io.watchdesk.signal.Round;
import io.watchdesk.signal.SignalSettings;
import io.watchdesk.signal.SignalSettings.Mailbox;
import io.watchdesk.signal.SignalSettings.Source;
import io.watchdesk.signal.Signals.NewSignal;
import io.watchdesk.signal.SourceGate;
import io.watchdesk.signal.SourceHealth;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.InputStream;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads watched mailboxes: every unread mail is a signal. A mail is marked as read only after it was stored, so what
 * breaks in between is read again, and its Message-ID keeps it one signal.
 */
@Component
class MailboxWatch implements Round.Maker {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);
    private static final int AT_A_TIME = 50;
    private static final int ENOUGH_OF_A_MAIL = 1024 * 1024;
    private static final String FETCHED_AT_ONCE = "262144";
    private static final String CONNECT_MILLIS = "10000";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final String ANSWER_MILLIS = "20000";

    private final SignalSettings settings;
    private final SourceGate gate;
    private final SourceHealth health;

    MailboxWatch(SignalSettings settings, SourceGate gate, SourceHealth health) {
        this.settings = settings;
        this.gate = gate;
        this.health = health;
    }

    @Override
    public List<Round> rounds() {
        return settings.sources().stream()
                .filter(source -> source.mailbox() != null)
                .map(source ->
                        new Round("The mailbox " + source.id(), source.mailbox().every(), () -> look(source)))
                .toList();
    }

    /** Takes in what is unread now. */
    void look(Source source) {
        Mailbox mailbox = source.mailbox();
        Session session = Session.getInstance(properties(mailbox));
        try (Store store = session.getStore(protocol(mailbox))) {
            store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
            try (Folder folder = store.getFolder(mailbox.folder())) {
                folder.open(Folder.READ_WRITE);
                readAll(source, folder);
            }
            health.works(source);
        } catch (MessagingException e) {
            health.fails(source, String.valueOf(e.getMessage()));
        }
    }

    private void readAll(Source source, Folder folder) throws MessagingException {
        Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        for (int number = 0; number < Math.min(unread.length, AT_A_TIME); number++) {
            try {
                read(source, folder, unread[number]);
            } catch (OverQuota over) {
                // What is left stays unread until the quota has filled again.
                return;
            }
        }
    }

    private void read(Source source, Folder folder, Message mail) throws MessagingException {
        NewSignal signal;
        boolean readable = true;
        try {
            ReceivedMail received = received(mail, source.mailbox().checkedBy());
            if (received.echo()) {
                LOG.info("A mail in {} is an automatic answer or our own and no signal.", source.id());
                mail.setFlag(Flags.Flag.SEEN, true);
                return;
            }
            signal = signal(source, mail, received);
        } catch (FolderClosedException connectionLost) {
            throw connectionLost;
        } catch (MessagingException | IOException e) {
            readable = false;
            signal = unreadable(source, folder, mail);
        }
        gate.receiveUnlessKnown(source, signal);
        if (readable) {
            mail.setFlag(Flags.Flag.SEEN, true);
        }
    }

    private static ReceivedMail received(Message mail, String checkedBy) throws MessagingException, IOException {
        try (InputStream beginning = ((IMAPMessage) mail).getMimeStream()) {
            return ReceivedMail.read(beginning.readNBytes(ENOUGH_OF_A_MAIL), checkedBy);
        }
    }

    private static NewSignal signal(Source source, Message mail, ReceivedMail received) throws MessagingException {
        Date arrived = mail.getReceivedDate();
        return new NewSignal(
                source.id(),
                received.eventId(),
                source.account(),
                source.topic(),
                received.subject().isEmpty() ? "Mail without a subject" : received.subject(),
                received.text(),
                null,
                Map.of(),
                arrived == null ? null : arrived.toInstant());
    }

    /** The server does not hand it out: people must know that it is there, and it stays unread for them. */
    private static NewSignal unreadable(Source source, Folder folder, Message mail) throws MessagingException {
        UIDFolder numbered = (UIDFolder) folder;
        return new NewSignal(
                source.id(),
                "unreadable:%d:%d".formatted(numbered.getUIDValidity(), numbered.getUID(mail)),
                source.account(),
                source.topic(),
                "A mail in the watched mailbox %s cannot be read".formatted(source.id()),
                "The mail server does not hand it out. Look at it in the mailbox itself.",
                null,
                Map.of(),
                null);
    }

    private static String protocol(Mailbox mailbox) {
        return mailbox.tls() ? "imaps" : "imap";
    }

    /** Without TLS from the start, the password is told only after STARTTLS, unless it does not leave this machine. */
    static Properties properties(Mailbox mailbox) {
        String mail = "mail." + protocol(mailbox) + ".";
        Properties properties = new Properties();
        properties.put(mail + "connectiontimeout", CONNECT_MILLIS);
        properties.put(mail + "timeout", ANSWER_MILLIS);
        properties.put(mail + "writetimeout", ANSWER_MILLIS);
        // Reading must not mark as read: that is done when the mail is stored.
        properties.put(mail + "peek", "true");
        properties.put(mail + "fetchsize", FETCHED_AT_ONCE);
        properties.put(mail + "ssl.checkserveridentity", "true");
        properties.put(mail + "starttls.enable", "true");
        properties.put(mail + "starttls.required", Boolean.toString(!THIS_MACHINE.contains(mailbox.host())));
        return properties;
    }
}
