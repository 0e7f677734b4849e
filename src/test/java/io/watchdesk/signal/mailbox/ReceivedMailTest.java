package io.watchdesk.signal.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceivedMailTest {

    private static final String CHECKER = "mx.example.com";

    private static final byte[] SOUND = """
            Message-ID: <sound@example.com>
            Subject: =?UTF-8?B?55So5oi35oqV6K+J?= =?gbk?Q?=CA=FD?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>It =E6=BC=8F</p>
            --b
            Content-Type: text/plain; charset=gbk
            Content-Transfer-Encoding: base64

            wqnLrg==
            --b--
            """.getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: ;;;/",
                "Content-Type: text",
                "Content-Type: multipart/",
                "Content-Type: message/rfc822",
                "Content-Type: text/plain; charset=\"",
                "Content-Type: text/plain; charset*0*=%%%",
                "Content-Transfer-Encoding: base64\nContent-Type: text/plain",
                "Content-Disposition: ;;",
            })
    void broken_headers_leave_the_words(String header) {
        ReceivedMail mail = read("Message-ID: <a>\nSubject: Broken\n" + header + "\n\nfour words stand here");

        assertThat(mail).returns("<a>", ReceivedMail::eventId).returns("Broken", ReceivedMail::subject);
    }

    @Test
    void a_mail_without_an_id_has_one_that_is_the_same_each_time() {
        assertThat(read("Subject: a\n\nb").eventId())
                .isEqualTo(read("Subject: a\n\nb").eventId())
                .isNotEqualTo(read("Subject: a\n\nc").eventId());
    }

    @Test
    void whatever_bytes_come_it_is_read_as_something() {
        Random random = new Random(20261122);
        for (int round = 0; round < 3000; round++) {
            byte[] damaged = SOUND.clone();
            for (int damage = random.nextInt(12); damage >= 0; damage--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            byte[] part = java.util.Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
            assertThatCode(() -> assertThat(ReceivedMail.read(part, CHECKER).eventId())
                            .isNotBlank())
                    .as("round %s", round)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_sound_mail_is_read_to_the_end() {
        assertThat(ReceivedMail.read(SOUND, null))
                .returns("<sound@example.com>", ReceivedMail::eventId)
                .returns("用户投诉数", ReceivedMail::subject)
                .returns("漏水", ReceivedMail::text);
    }

    @Test
    void what_the_own_server_found_out_about_the_sender_is_shown_and_nobody_elses_word() {
        String others = "Authentication-Results: mx.example.com.attacker.example; spf=pass\n";
        String own = "Authentication-Results: MX.example.com 1;\n spf=fail smtp.mailfrom=bank.example;\n dkim=none\n";

        assertThat(read(others + own + "From: Bank <a@bank.example>\n\nPay now").text())
                .isEqualTo("From: Bank <a@bank.example>\nSender checked by MX.example.com 1; spf=fail"
                        + " smtp.mailfrom=bank.example; dkim=none\n\nPay now");
        assertThat(read(others + "From: Bank <a@bank.example>\n\nPay now").text())
                .isEqualTo("From: Bank <a@bank.example>\nSender not checked by mx.example.com\n\nPay now");
        assertThat(ReceivedMail.read(own.concat("\nPay now").getBytes(StandardCharsets.UTF_8), "")
                        .text())
                .isEqualTo("Pay now");
    }

    private static ReceivedMail read(String mail) {
        return ReceivedMail.read(mail.getBytes(StandardCharsets.UTF_8), CHECKER);
    }
}
