package io.watchdesk.signal.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.watchdesk.signal.Signal;
import io.watchdesk.signal.SignalSettings.Mailbox;
import io.watchdesk.signal.SignalSettings.Source;
import io.watchdesk.signal.Signals;
import io.watchdesk.signal.StandInAssessment;
import io.watchdesk.testing.ProcessSpecification;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("any-database")
class MailboxWatchTest extends ProcessSpecification {

    private static final Charset GBK = Charset.forName("GBK");

    @Autowired
    private MailboxWatch watch;

    @Autowired
    private Signals signals;

    @Autowired
    private JdbcClient database;

    private GreenMail server;
    private GreenMailUser postbox;
    private Source source;
    private StandInAssessment assessment;

    @BeforeEach
    void a_mailbox() {
        assessment = new StandInAssessment(repositoryService, runtimeService);
        server = new GreenMail(ServerSetup.IMAP.dynamicPort());
        server.start();
        postbox = server.setUser("signals@example.com", "signals", "the password");
        source = source("postbox-" + UUID.randomUUID().toString().substring(0, 8), 100, "the password");
    }

    @AfterEach
    void no_mailbox() {
        server.stop();
        assessment.close();
    }

    @Test
    void an_unread_mail_is_one_signal_and_marked_as_read() {
        arrives("""
                Message-ID: <a1@example.com>
                From: =?UTF-8?B?5byg5LiJ?= <zhang@example.com>
                Subject: Recall of the flask
                Content-Type: text/plain; charset=utf-8

                It leaks.
                保温杯漏水。""");

        watch.look(source);
        watch.look(source);

        assertThat(received()).singleElement().satisfies(signal -> {
            assertThat(signal)
                    .returns("<a1@example.com>", Signal::eventId)
                    .returns("newsroom", Signal::account)
                    .returns("Recall of the flask", Signal::title)
                    .returns("From: 张三 <zhang@example.com>\n\nIt leaks.\n保温杯漏水。", Signal::text);
            assertThat(signal.occurredAt()).isBeforeOrEqualTo(signal.receivedAt());
            assertThat(assessment.open(signal.id())).isOne();
        });
        assertThat(unread()).isZero();
    }

    @Test
    void a_signal_tells_what_the_own_server_found_out_about_its_sender() {
        Mailbox usual = source.mailbox();
        Mailbox checking = new Mailbox(
                usual.host(),
                usual.port(),
                usual.tls(),
                usual.user(),
                usual.password(),
                usual.folder(),
                usual.every(),
                "mx.example.com");
        arrives("Message-ID: <checked@example.com>\nAuthentication-Results: mx.example.com; spf=fail\n"
                + "From: a@bank.example\nSubject: Pay\n\nNow.");

        watch.look(new Source(source.id(), "newsroom", null, 100, null, null, checking, null));

        assertThat(received())
                .singleElement()
                .returns("From: a@bank.example\nSender checked by mx.example.com; spf=fail\n\nNow.", Signal::text);
    }

    @Test
    void a_mail_that_was_stored_but_not_marked_is_no_second_signal() throws Exception {
        arrives("Message-ID: <again@example.com>\nSubject: Once\n\nOnce.");
        watch.look(source);
        for (StoredMessage mail :
                server.getManagers().getImapHostManager().getInbox(postbox).getMessages()) {
            mail.getMimeMessage().setFlag(Flags.Flag.SEEN, false);
            mail.setFlag(Flags.Flag.SEEN, false);
        }

        watch.look(source);

        assertThat(received()).hasSize(1);
        assertThat(unread()).isZero();
    }

    @Test
    void Chinese_subjects_are_read_however_their_mailers_wrote_them() {
        String utf8 = Base64.getEncoder().encodeToString("用户投诉".getBytes(StandardCharsets.UTF_8));
        byte[] cut = "账号被封禁了".getBytes(StandardCharsets.UTF_8);
        String first = Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(cut, 7));
        String second = Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(cut, 7, cut.length));
        arrives("Message-ID: <1>\nSubject: =?utf-8?B?" + utf8 + "?= (42)\n\n.");
        arrives("Message-ID: <2>\nSubject: Re:=?UTF-8?B?" + first + "?=\n =?utf-8?B?" + second + "?=!\n\n.");
        arrives("Message-ID: <3>\nSubject: =?GB2312?B?"
                + Base64.getEncoder().encodeToString("数据泄露㐀".getBytes(Charset.forName("GB18030")))
                + "?=\n\n.");
        arrives("Message-ID: <4>\nSubject: =?gbk?Q?=CA=FD=BE=DD_a=5Fb?=\n\n.");
        arrives("Message-ID: <5>\nSubject: 原样\n\n.".getBytes(StandardCharsets.UTF_8));
        arrives("Message-ID: <6>\nSubject: 原样\n\n.".getBytes(GBK));
        arrives("Message-ID: <7>\nSubject: =?x-no-such-charset?B?" + utf8 + "?=\n\n.");
        arrives("Message-ID: <8>\nSubject: =?utf-8?B?%%%?= =?utf-8?X?abc?= =?utf-8?B?" + utf8 + "?=\n\n.");

        watch.look(source);

        assertThat(received())
                .extracting(Signal::title)
                .containsExactly(
                        "用户投诉 (42)", "Re:账号被封禁了!", "数据泄露㐀", "数据 a_b", "原样", "原样", "用户投诉", "=?utf-8?X?abc?= 用户投诉");
        assertThat(unread()).isZero();
    }

    @Test
    void a_mail_in_several_parts_says_what_a_person_would_read() {
        arrives("""
                Message-ID: <parts@example.com>
                Subject: Parts
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/html; charset=utf-8

                <style>p{}</style><p>HTML &amp; all</p>
                --inner
                Content-Type: text/plain; charset=gb2312
                Content-Transfer-Encoding: base64

                """
                + Base64.getEncoder().encodeToString("正文 text".getBytes(GBK)) + "\n--inner--\n--outer\n"
                + "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nnot this\n--outer--\n");
        arrives("""
                Message-ID: <html@example.com>
                Subject: HTML only
                Content-Type: text/html; charset=utf-8

                <html><head><title>no</title></head><body><script>alert(1)</script>
                <p>One &lt;b&gt;</p><div>Two<br>Three</div></body></html>""");

        watch.look(source);

        assertThat(received()).extracting(Signal::text).containsExactly("正文 text", "One <b>\nTwo\nThree");
    }

    @Test
    void hostile_mail_is_stored_as_well_as_it_can_be_and_keeps_no_other_from_being_read() {
        String nested = "Content-Type: multipart/mixed; boundary=b\n\n--b\n".repeat(300);
        arrives("Message-ID: <h1>\nSubject: Nested\n" + nested + "text");
        arrives(
                "Message-ID: <h2>\nSubject: No end\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nHere");
        arrives("Message-ID: <h3>\nSubject: No boundary\nContent-Type: multipart/mixed\n\n--x\n\nHere");
        arrives(
                "Message-ID: <h4>\nContent-Type: text/plain; charset=no-such-thing\nContent-Transfer-Encoding: unheard-of\n\nNo subject 无标题\nmore");
        arrives("Subject: \n\n");
        arrives(
                "Message-ID: <h6>\nSubject: a\r\n b\u0007\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!!");
        arrives("not a mail at all \u0001");
        arrives("Message-ID: <h8>\nSubject: Huge\n\n" + "0123456789abcdef\n".repeat(1_200_000));
        arrives("Message-ID: <h9>\nSubject: " + "长".repeat(50_000) + "\n\nLong header");
        arrives("Message-ID: <last>\nSubject: The last\n\nReached");

        watch.look(source);

        assertThat(unread()).isZero();
        List<Signal> received = received();
        assertThat(received).hasSize(10);
        assertThat(received)
                .extracting(Signal::title)
                .startsWith(
                        "Nested", "No end", "No boundary", "Mail without a subject", "Mail without a subject", "a b")
                .endsWith("The last")
                .contains("Huge");
        assertThat(received.get(1).text()).isEqualTo("Here");
        assertThat(received.get(3).text()).contains("No subject 无标题");
        assertThat(received.get(7).text()).startsWith("0123").hasSizeLessThan(300_000);
        assertThat(received).allSatisfy(signal -> assertThat(signal.title()).hasSizeLessThanOrEqualTo(300));
    }

    @Test
    void no_mail_harms_whatever_its_sender_made_of_it() {
        String parts = "Content-Type: multipart/mixed; boundary=x\n\n";
        StringBuilder thousand = new StringBuilder("Message-ID: <f1>\nSubject: 1,000 parts\n" + parts);
        for (int part = 0; part < 1_000; part++) {
            thousand.append(
                    "--x\nContent-Type: application/zip\nContent-Disposition: attachment; filename=%d.zip\n\nUEsDBA\n"
                            .formatted(part));
        }
        arrives(thousand + "--x--\n");
        arrives("Message-ID: <f2>\nSubject: Zip of death\nContent-Type: application/zip\n"
                + "Content-Transfer-Encoding: base64\n\n" + "UEsDBBQ\n".repeat(100_000));
        arrives(
                "Message-ID: <f3>\nSubject: Own charset\nContent-Type: text/plain; charset=\"../../etc/passwd\"\n\nStill read 茶");
        arrives("Message-ID: <f4>\nSubject: =?utf-8?Q?a=0D=0ABcc:_x@example.com?=\n\nHeader in a word");
        arrives(
                "Message-ID: <f5>\nSubject: From the chief\nFrom: max@example.com\nReply-To: evil@example.net\n\nApprove it, max");
        arrives("Message-ID: <f6>\nSubject: Two senders\nFrom: a@example.com\nFrom: admin@example.com\n\nWho");
        arrives(
                "Message-ID: <f7>\nSubject: Script\nContent-Type: text/html\n\n<script>alert(1)</script><p onclick=x>Text"
                        + "<img src=https://evil.example/pixel></p>");
        arrives(
                "Message-ID: <f8>\nSubject: Entities\nContent-Type: text/html\n\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
        arrives("Message-ID: <f9>\nSubject: External body\nContent-Type: message/external-body; access-type=URL;"
                + " URL=\"http://127.0.0.1/\"\n\nContent-Type: text/plain\n\n");
        arrives("Message-ID: <f10>\nSubject: ${''.getClass()} {{7*7}} #{x}\n\n${1+1}");
        arrives("Message-ID: <f11>\nSubject: NUL \0 inside\n\na\0b");
        arrives("Message-ID: <f12>\nSubject: \u202Egnp.exe\n\n\u202Eturned");
        arrives(
                "Message-ID: <f13>\nSubject: Partial\nContent-Type: message/partial; id=x; number=1; total=9999\n\nA part");
        arrives("Message-ID: " + "<" + "i".repeat(5_000) + "@example.com>\nSubject: Long id\n\nLong");
        arrives("Message-ID: <f15>\nSubject: TNEF\nContent-Type: application/ms-tnef; name=winmail.dat\n\nx");
        arrives("Message-ID: <f16>\nSubject: Deep\n"
                + "Content-Type: message/rfc822\n\nMessage-ID: <inner>\n".repeat(200) + "\nend");
        arrives("Message-ID: <f17>\nSubject: Lines\n\n" + "\r".repeat(50_000));
        arrives(("Message-ID: <f18>\nSubject: Raw " + "\u00e4\u00f6" + "\n\nraw")
                .getBytes(StandardCharsets.ISO_8859_1));
        arrives("Message-ID: <f19>\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nI am away.");
        arrives("Message-ID: <f20>\nSubject: To do: Review\nX-Watchdesk: M-1001\n\nOur own mail.");
        arrives("Message-ID: <f21>\nSubject: An alarm\nAuto-Submitted: auto-generated\n\nDisk full.");

        watch.look(source);

        assertThat(unread()).isZero();
        assertThat(received())
                .hasSize(19)
                .extracting(Signal::title)
                .contains("From the chief", "An alarm", "a Bcc: x@example.com")
                .doesNotContain("Out of office", "To do: Review");
        assertThat(received()).allSatisfy(signal -> {
            assertThat(signal.title()).doesNotContainPattern("[\\p{Cntrl}\\u202A-\\u202E]");
            assertThat(signal.text()).doesNotContain("\0").hasSizeLessThan(300_000);
            assertThat(signal.link()).as("nothing of a mail is called up").isNull();
        });
        assertThat(received())
                .filteredOn(signal -> signal.title().equals("From the chief"))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.text()).startsWith("From: max@example.com");
                    assertThat(signal.account())
                            .as("only what the settings say")
                            .isEqualTo("newsroom");
                });
        assertThat(received())
                .filteredOn(signal -> signal.title().equals("Script"))
                .singleElement()
                .returns("Text", signal -> signal.text().strip());
    }

    @Test
    void beyond_the_quota_mail_stays_unread_until_there_is_room() {
        theTimeIs(Instant.parse("2031-03-07T10:00:00Z"));
        Source small = source("small-" + UUID.randomUUID().toString().substring(0, 8), 2, "the password");
        for (int number = 0; number < 5; number++) {
            arrives("Message-ID: <q" + number + ">\nSubject: Mail " + number + "\n\n.");
        }

        watch.look(small);
        assertThat(unread()).isEqualTo(3);
        watch.look(small);
        timePasses(Duration.ofMinutes(1));
        watch.look(small);
        timePasses(Duration.ofMinutes(1));
        watch.look(small);

        assertThat(unread()).isZero();
        assertThat(received(small.id()))
                .extracting(Signal::title)
                .containsExactlyInAnyOrder(
                        "Mail 0",
                        "Mail 1",
                        "The source %s sends more than its quota of 2 in 1 minute".formatted(small.id()),
                        "Mail 2",
                        "Mail 3",
                        "Mail 4");
    }

    @Test
    void a_mailbox_that_cannot_be_read_for_long_is_a_signal_itself() {
        Instant start = Instant.parse("2031-03-08T10:00:00Z");
        theTimeIs(start);
        Source locked = source("locked-" + UUID.randomUUID().toString().substring(0, 8), 2, "a wrong password");

        watch.look(locked);
        timePasses(Duration.ofMinutes(29));
        watch.look(locked);
        assertThat(received(locked.id())).isEmpty();
        timePasses(Duration.ofMinutes(1));
        watch.look(locked);
        timePasses(Duration.ofMinutes(1));
        watch.look(locked);
        server.stop();
        watch.look(locked);

        assertThat(received(locked.id()))
                .singleElement()
                .returns("The source %s has not been readable for 30 minutes".formatted(locked.id()), Signal::title);
    }

    @Test
    void the_password_is_not_told_to_a_server_elsewhere_that_does_not_encrypt() {
        // All of 127.0.0.0/8 is this machine, but only one address of it is known as that.
        GreenMail elsewhere = new GreenMail(new ServerSetup(0, "127.0.0.2", ServerSetup.PROTOCOL_IMAP));
        elsewhere.start();
        try {
            elsewhere.setUser("signals@example.com", "signals", "the password");
            Mailbox mailbox = new Mailbox(
                    "127.0.0.2",
                    elsewhere.getImap().getPort(),
                    false,
                    "signals",
                    "the password",
                    "INBOX",
                    Duration.ofSeconds(30),
                    null);

            assertThatThrownBy(() -> {
                        try (Store store = Session.getInstance(MailboxWatch.properties(mailbox))
                                .getStore("imap")) {
                            store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
                        }
                    })
                    .isInstanceOf(MessagingException.class)
                    .hasMessageContaining("STARTTLS");
        } finally {
            elsewhere.stop();
        }
    }

    private void arrives(String mail) {
        arrives(mail.getBytes(StandardCharsets.UTF_8));
    }

    private void arrives(byte[] mail) {
        try {
            postbox.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private long unread() {
        try {
            return server.getManagers().getImapHostManager().getInbox(postbox).getMessages().stream()
                    .filter(mail -> !mail.getFlags().contains(Flags.Flag.SEEN))
                    .count();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Signal> received() {
        return received(source.id());
    }

    private List<Signal> received(String from) {
        return database
                .sql("select id from signal where source = ? order by received_at, id")
                .param(from)
                .query(String.class)
                .list()
                .stream()
                .map(signals::get)
                .toList();
    }

    private Source source(String id, int quota, String password) {
        Mailbox mailbox = new Mailbox(
                "127.0.0.1",
                server.getImap().getPort(),
                false,
                "signals",
                password,
                "INBOX",
                Duration.ofSeconds(30),
                null);
        return new Source(id, "newsroom", null, quota, null, null, mailbox, null);
    }
}
