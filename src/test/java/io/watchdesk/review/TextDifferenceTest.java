package io.watchdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.watchdesk.review.TextDifference.Change;
import io.watchdesk.review.TextDifference.Piece;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextDifferenceTest {

    /** [-removed-] and {+added+}. */
    @ParameterizedTest
    @CsvSource({
        "'Hold it like this.', 'Hold it like that.', 'Hold it like [-this-]{+that+}.'",
        "'握刀的姿势很重要。', '握刀的方法很重要。', '握刀的[-姿势-]{+方法+}很重要。'",
        "'第一版 text', '第二版 text', '第[-一-]{+二+}版 text'",
        "'family 👩‍👩‍👧 here', 'family 👩‍👩‍👦 here', 'family [-👩‍👩‍👧-]{+👩‍👩‍👦+} here'",
        "'same', 'same', 'same'",
        "'', 'new', '{+new+}'",
        "'gone', '', '[-gone-]'",
        "'𠮷野家', '𠮷野屋', '𠮷野[-家-]{+屋+}'",
        "'أهلا وسهلا', 'أهلا بكم', 'أهلا [-وسهلا-]{+بكم+}'",
    })
    void changes_are_shown_as_words_in_english_and_as_characters_in_chinese(String before, String after, String shown) {
        assertThat(marked(TextDifference.between(before, after))).isEqualTo(shown);
    }

    @Test
    void only_the_changed_lines_of_a_long_text_are_touched() {
        String before = "first\nsecond line\nthird\n";
        String after = "first\nsecond row\nthird\nfourth\n";

        assertThat(marked(TextDifference.between(before, after)))
                .isEqualTo("first\nsecond [-line-]{+row+}\nthird\n{+fourth\n+}");
    }

    @Test
    void both_texts_can_be_read_back_from_any_difference() {
        Random random = new Random(20261122);
        for (int round = 0; round < 300; round++) {
            String before = text(random);
            String after = text(random);
            List<Piece> pieces = TextDifference.between(before, after);
            assertThat(joined(pieces, Change.ADDED)).isEqualTo(before);
            assertThat(joined(pieces, Change.REMOVED)).isEqualTo(after);
        }
    }

    @Test
    void two_quite_different_texts_of_fifty_thousand_characters_are_compared_in_time() {
        Random random = new Random(7);
        String before = random.ints(50_000, '一', '龥')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String after = random.ints(50_000, 0, 3)
                .mapToObj(i -> List.of("a", "b", "\n").get(i))
                .collect(Collectors.joining());

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            assertThat(joined(TextDifference.between(before, after), Change.ADDED))
                    .isEqualTo(before);
            assertThatCode(() -> TextDifference.between(after, after + "x")).doesNotThrowAnyException();
        });
    }

    private static String text(Random random) {
        List<String> tokens = List.of("刀", "具", "a", "word", " ", "\n", "👩‍👩‍👧", "é", "1", ".", "\r\n", "𠮷");
        return random.ints(random.nextInt(40), 0, tokens.size())
                .mapToObj(tokens::get)
                .collect(Collectors.joining());
    }

    private static String joined(List<Piece> pieces, Change without) {
        return pieces.stream()
                .filter(piece -> piece.change() != without)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private static String marked(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> switch (piece.change()) {
                    case SAME -> piece.text();
                    case REMOVED -> "[-" + piece.text() + "-]";
                    case ADDED -> "{+" + piece.text() + "+}";
                })
                .collect(Collectors.joining());
    }
}
