package io.watchdesk.statement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Level;
import io.watchdesk.platform.Languages;
import io.watchdesk.statement.Kind;
import io.watchdesk.testing.TestMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people in Chinese find in their mailbox while a statement is made, as the mail server got it. */
class StatementMailsTest extends StatementWorld {

    /** Names, ids and addresses are as they are; three words of English in a row are a sentence that was forgotten. */
    private static final Pattern ENGLISH = Pattern.compile("(?:[A-Za-z]{2,} ){2}[a-z]{2,}");

    /** What the people of this world typed: titles, the statement and the update. */
    private static final Pattern TYPED = Pattern.compile(
            "Login data leaked|About your login data|[^\\n]*: this is what we can say\\.|We will speak again by [^\\n]*"
                    + "|The door is closed and guarded\\.");

    @Autowired
    private Languages languages;

    @Test
    void who_reads_chinese_gets_every_mail_of_a_statement_in_chinese() {
        people.all().forEach(reader -> as(reader.id(), () -> languages.choose("zh")));
        Crisis crisis = crisis(Level.RED, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        timerFires("TimerEvent_HalfTimeOver");
        timerFires("TimerEvent_TimeNearlyOver");
        timerFires("TimerEvent_DeadlinePassed");
        writes("petra", crisis);
        timerFires("TimerEvent_LegalityLate");
        prAndLegalApprove(crisis);
        says("eva", crisis, EXECUTIVE, "approved");
        says("carla", crisis, RELEASE, "approved");
        houseHasRead();
        Map<String, Object> variables = variables(crisis);
        variables.put("audience", "internal");
        starts("crisis-update", crisis.id(), variables);
        as(
                "petra",
                () -> updates.save(
                        crisis.id(),
                        "The door is closed and guarded.",
                        clock.instant().plus(Duration.ofMinutes(10))));
        completes("petra", "UserTask_WriteUpdate", Map.of());
        jobsRun();

        List<MimeMessage> mails = Arrays.stream(TestMail.server().getReceivedMessages())
                .filter(mail -> text(mail).contains(crisis.id()))
                .toList();
        assertThat(mails.stream().map(StatementMailsTest::subject).distinct().toList())
                .anySatisfy(subject -> assertThat(subject).startsWith("待办："))
                .anySatisfy(subject -> assertThat(subject).startsWith("提醒："))
                .anySatisfy(subject -> assertThat(subject).startsWith("逾期："))
                .anySatisfy(subject -> assertThat(subject).startsWith("声明即将发布"))
                .anySatisfy(subject -> assertThat(subject).startsWith("进展通报"))
                .allSatisfy(subject ->
                        assertThat(TYPED.matcher(subject).replaceAll("")).doesNotContainPattern(ENGLISH));
        assertThat(mails)
                .allSatisfy(mail -> assertThat(TYPED.matcher(text(mail)).replaceAll(""))
                        .contains("你好：")
                        .doesNotContainPattern(ENGLISH));
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return TestMail.text(mail);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
