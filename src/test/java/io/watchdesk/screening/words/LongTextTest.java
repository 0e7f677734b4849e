package io.watchdesk.screening.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.screening.Finding;
import io.watchdesk.screening.StarterEntries;
import io.watchdesk.screening.Subject;
import io.watchdesk.screening.Subject.Text;
import io.watchdesk.screening.WordList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest body there can be, filled with what is hardest to look through. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LongTextTest {

    private static final int LONGEST_BODY = 50_000;
    private static final WordList LIST = StarterEntries.list();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "赌博",
                "赌",
                "最好",
                "赌。",
                "国a家b级c",
                "dubo",
                "du bo ",
                "c.a.s.i.n.o ",
                "c4sino ",
                "a\u0336",
                "\u200B",
                "😀",
                "第一",
                "一",
                "最好不要",
                "𠮷",
                "\uFDFA",
                "wen zhuan bu pei ",
                "a b ",
                "1",
                "貝者"
            })
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void is_screened_in_reasonable_time_with_every_place_inside_the_text(String filling) {
        String body = filling.repeat(LONGEST_BODY / filling.length());
        Subject subject = new Subject(List.of(new Text("body", body)), List.of(), List.of(), List.of(), List.of());

        List<Finding> findings = new WordScreener().screen(subject, LIST);

        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.start()).isBetween(0, finding.end() - 1);
            assertThat(finding.end()).isLessThanOrEqualTo(body.length());
            assertThat(finding.excerpt().length()).isLessThanOrEqualTo(83);
        });
    }
}
