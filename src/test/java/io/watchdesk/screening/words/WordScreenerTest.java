package io.watchdesk.screening.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Finding.Severity;
import io.watchdesk.screening.Subject;
import io.watchdesk.screening.Subject.Text;
import io.watchdesk.screening.WordList;
import io.watchdesk.screening.WordList.Allowed;
import io.watchdesk.screening.WordList.Entries;
import io.watchdesk.screening.WordList.Word;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordScreenerTest {

    private static final WordList LIST = new WordList(
            "L-7",
            new Entries(
                    List.of(
                            word("赌博", Severity.BLOCK),
                            word("国家级", Severity.BLOCK),
                            word("最好", Severity.WARNING),
                            word("第一品牌", Severity.BLOCK),
                            word("第一", Severity.WARNING),
                            word("casino", Severity.BLOCK),
                            word("ass", Severity.WARNING),
                            word("No.1", Severity.BLOCK),
                            word("365bet", Severity.BLOCK),
                            word("free spins", Severity.BLOCK)),
                    List.of(
                            new Allowed("最好不要", "advice"),
                            new Allowed("第一时间", "no rank"),
                            new Allowed("国家A级", "a class of sights")),
                    List.of()));

    private final WordScreener screener = new WordScreener();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "赌博, 赌博",
        "賭博, 賭博",
        "我们赌 博吧, 赌 博",
        "赌*博, 赌*博",
        "赌\u200B博, 赌\u200B博",
        "赌🎲博, 赌🎲博",
        "赌\uFE0F博, 赌\uFE0F博",
        "赌赌博, 赌赌博",
        "⿅赌愽吧, 赌愽",
        "囯家級, 囯家級",
        "国.家.级, 国.家.级",
        "Ｃａｓｉｎｏ, Ｃａｓｉｎｏ",
        "the ⓒⓐⓢⓘⓝⓞ here, ⓒⓐⓢⓘⓝⓞ",
        "𝒄𝒂𝒔𝒊𝒏𝒐, 𝒄𝒂𝒔𝒊𝒏𝒐",
        "c a s i n o, c a s i n o",
        "c.a.s.i.n.o, c.a.s.i.n.o",
        "caaasino, caaasino",
        "cаsino with a Cyrillic a, cаsino",
        "🅲🅰🆂🅸🅽🅾, 🅲🅰🆂🅸🅽🅾",
        "第1品牌, 第1品牌",
        "第①品牌, 第①品牌",
        "三六五bet, 三六五bet",
        "our No.1 tea, No.1",
        "ten free-spins!, free-spins"
    })
    void a_disguise_is_seen_through_and_its_place_in_the_original_kept(String text, String place) {
        List<Finding> findings = screen(text);

        assertThat(findings).hasSize(1);
        Finding finding = findings.get(0);
        assertThat(finding.severity()).isEqualTo(Severity.BLOCK);
        assertThat(finding.excerpt()).isEqualTo(place);
        assertThat(text.substring(finding.start(), finding.end())).isEqualTo(place);
        assertThat(finding.part()).isEqualTo("body");
        assertThat(finding.listVersion()).isEqualTo("L-7");
        assertThat(finding.reason()).contains("listed word").contains("because");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "国a家b级",
        "赌x博",
        "赌bo现场",
        "来 dubo 现场",
        "赌搏现场",
        "国佳级产品",
        "他说要赌。博客更新",
        "There is no 1 in it",
        "САЅІΝО is it"
    })
    void a_weak_disguise_is_only_a_suspicion(String text) {
        assertThat(screen(text)).extracting(Finding::severity).containsOnly(Severity.SUSPICION);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a classic glass of assam",
        "as soon as possible",
        "as solid as rock",
        "最好不要这样做",
        "我们会在第一时间回复",
        "国家A级景区",
        "这个国家，级别很高的人",
        "独播剧场",
        "No.10 and No.12",
        "1365 bets",
        "第一百零一次",
        "grass, mass and bass",
        "casinos' cousin Casimir"
    })
    void harmless_text_is_left_alone(String text) {
        assertThat(screen(text).stream().filter(f -> f.severity() != Severity.SUSPICION))
                .isEmpty();
    }

    @Test
    void an_empty_list_never_finds_nothing() {
        WordList empty = new WordList("L-8", new Entries(List.of(), List.of(), List.of()));

        assertThatThrownBy(() -> screener.screen(subject("text"), empty)).hasMessageContaining("L-8");
    }

    @Test
    void every_part_is_looked_at_and_named() {
        Subject subject = new Subject(
                List.of(new Text("title", "赌博"), new Text("variant:weibo:body", "很casino的")),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(screener.screen(subject, LIST))
                .extracting(Finding::part)
                .containsExactly("title", "variant:weibo:body");
    }

    private List<Finding> screen(String text) {
        return screener.screen(subject(text), LIST);
    }

    private static Subject subject(String text) {
        return new Subject(List.of(new Text("body", text)), List.of(), List.of(), List.of(), List.of());
    }

    private static Word word(String term, Severity severity) {
        return new Word(term, severity, "category", "It is listed because of a test.");
    }
}
