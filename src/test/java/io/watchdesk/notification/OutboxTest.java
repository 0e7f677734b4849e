package io.watchdesk.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.watchdesk.platform.People;
import io.watchdesk.platform.People.Person;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboxTest {

    private static final Message NEWS = new Message.Published("C-1001", "Tea", "Site", null);

    private final Mails mails = mock(Mails.class);
    private final MailServer server = mock(MailServer.class);
    private final MailDelivery delivery = mock(MailDelivery.class);
    private final People people = mock(People.class);
    private final Outbox outbox = new Outbox(
            mails,
            (message, recipient) -> new MailWriter.Letter("Subject", "Text", "<p>Text</p>"),
            server,
            delivery,
            people,
            Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC),
            URI.create("https://desk.example.com"));

    @BeforeEach
    void people_and_a_server() {
        when(mails.nextId()).thenReturn("M-1001");
        when(server.configured()).thenReturn(true);
        when(people.inGroup("reviewers")).thenReturn(List.of(person("rita", "rita@example.com"), person("remy", " ")));
        when(people.find(any())).thenReturn(Optional.empty());
    }

    @Test
    void every_member_of_a_group_gets_a_mail_of_their_own() {
        outbox.tellGroup("reviewers", NEWS);

        List<Mail> written = written(2);
        assertThat(written).extracting(Mail::recipient).containsExactly("rita", "remy");
        assertThat(written).extracting(Mail::address).containsExactly("rita@example.com", null);
        assertThat(written)
                .extracting(Mail::messageId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.endsWith("@desk.example.com>"));
        assertThat(written).extracting(Mail::state).containsOnly(Mail.State.WAITING);
        written.forEach(mail -> verify(delivery).begin(mail));
    }

    @Test
    void without_a_mail_server_the_mail_is_kept_and_nothing_is_tried() {
        when(server.configured()).thenReturn(false);

        outbox.tellGroup("reviewers", NEWS);

        assertThat(written(2)).extracting(Mail::state).containsOnly(Mail.State.NO_MAIL_SERVER);
        verify(delivery, never()).begin(any());
    }

    @Test
    void somebody_who_is_not_known_is_written_to_without_an_address() {
        outbox.tellPerson("gone", NEWS);

        assertThat(written(1).get(0).recipient()).isEqualTo("gone");
        assertThat(written(1).get(0).address()).isNull();
    }

    @Test
    void an_empty_group_stops_nobody() {
        outbox.tellGroup("nobody", NEWS);

        verify(mails, never()).add(any());
    }

    private List<Mail> written(int count) {
        ArgumentCaptor<Mail> written = ArgumentCaptor.forClass(Mail.class);
        verify(mails, org.mockito.Mockito.times(count)).add(written.capture());
        return written.getAllValues();
    }

    private static Person person(String id, String address) {
        return new Person(id, null, null, address);
    }
}
