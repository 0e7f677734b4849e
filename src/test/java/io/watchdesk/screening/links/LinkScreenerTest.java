package io.watchdesk.screening.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Finding.Severity;
import io.watchdesk.screening.ScreeningSettings;
import io.watchdesk.screening.Subject;
import io.watchdesk.screening.Subject.Text;
import io.watchdesk.screening.WordList;
import io.watchdesk.screening.WordList.Entries;
import io.watchdesk.screening.WordList.Host;
import io.watchdesk.screening.WordList.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinkScreenerTest {

    private static final WordList LIST = new WordList(
            "L-7",
            new Entries(
                    List.of(),
                    List.of(),
                    List.of(
                            new Host("brand.example", Verdict.ALLOW, "Our site."),
                            new Host("shop.brand.example", Verdict.BLOCK, "The shop is closed."),
                            new Host("bit.ly", Verdict.WARNING, "It hides where it leads."),
                            new Host("casino.example", Verdict.BLOCK, "Gambling."))));

    private static final ScreeningSettings SETTINGS =
            new ScreeningSettings(new ScreeningSettings.Links(false, 3_000, 15_000), new ScreeningSettings.Assets(30));

    private final List<String> called = new ArrayList<>();
    private final LinkScreener screener = new LinkScreener(
            address -> {
                called.add(address.host());
                return Optional.empty();
            },
            SETTINGS);

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "https://brand.example/a | |",
                "https://www.brand.example/路径?q=茶 | |",
                "HTTPS://BRAND.EXAMPLE/A | |",
                "https://brand.example./a | |",
                "https://other.example/ | SUSPICION | Nobody has yet said",
                "https://bit.ly/x | WARNING | hides where it leads",
                "https://casino.example/ | BLOCK | not allowed",
                "https://www.casino.example/ | BLOCK | not allowed",
                "https://CASINO.example. | BLOCK | not allowed",
                "https://shop.brand.example/ | BLOCK | The shop is closed",
                "http://brand.example/ | BLOCK | uses http",
                "ftp://brand.example/ | BLOCK | uses ftp",
                "javascript:alert(1) | BLOCK | uses javascript",
                "data:text/html,x | BLOCK | uses data",
                "brand.example/a | BLOCK | no web address",
                "https:/brand.example | BLOCK | no web address",
                "https://// | BLOCK | no web address",
                "https://brand..example | BLOCK | no web address",
                "https://brand.example:99999/ | BLOCK | no web address",
                "https://brand.example:8443/ | WARNING | port 8443",
                "https://brand.example/a b | BLOCK | no web address",
                "https://brand.example\\@casino.example/ | BLOCK | no web address",
                "https://brand.example@casino.example/ | BLOCK | before @",
                "https://127.0.0.1/ | BLOCK | number",
                "https://[::1]/ | BLOCK | number",
                "https://2130706433/ | BLOCK | number",
                "https://localhost/ | BLOCK | number",
                "https://-brand.example/ | BLOCK | no web address",
                "https://brand.example/?utm_source=a&utm_source=b | WARNING | utm_source",
                "https://brand.example/?utm_source=a&UTM_SOURCE=a | WARNING | utm_source",
                "https://brand.example/?utm_source= | WARNING | no value",
                "https://brand.example/?utm_source=a&utm_medium=b | |",
                "https://brаnd.example/ | WARNING | imitates letters"
            })
    void a_declared_link(String link, Severity severity, String words) {
        List<Finding> findings = screener.screen(declared(link), LIST);

        if (severity == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).anySatisfy(finding -> {
                assertThat(finding.severity()).isEqualTo(severity);
                assertThat(finding.reason()).contains(words);
                assertThat(finding.part()).isEqualTo("link:1");
                assertThat(finding.start()).isEqualTo(-1);
            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "看这里：https://casino.example/a。很好 | https://casino.example/a",
                "(see https://casino.example/a). | https://casino.example/a",
                "去casino.example看看 | ",
                "去 casino.example/x?y=1 看看 | casino.example/x?y=1",
                "去 CASINO.EXAMPLE! | CASINO.EXAMPLE",
                "ｈｔｔｐｓ：／／ｃａｓｉｎｏ．ｅｘａｍｐｌｅ／a | https://casino.example/a"
            })
    void a_link_in_the_text_is_found_with_its_place(String text, String written) {
        // ".example" is no ending that people type bare, so the bare forms use a listed one.
        String real = text.replace("casino.example", "bet.com").replace("CASINO.EXAMPLE", "BET.COM");
        WordList list = new WordList(
                "L-7",
                new Entries(
                        List.of(),
                        List.of(),
                        List.of(
                                new Host("bet.com", Verdict.BLOCK, "Gambling."),
                                new Host("casino.example", Verdict.BLOCK, "Gambling."))));

        List<Finding> findings = screener.screen(inText(real), list);

        Finding block = findings.stream()
                .filter(f -> f.severity() == Severity.BLOCK)
                .findFirst()
                .orElseThrow();
        assertThat(block.part()).isEqualTo("body");
        assertThat(real.substring(block.start(), block.end())).hasSameSizeAs(block.excerpt());
        if (written != null) {
            assertThat(block.excerpt())
                    .isEqualTo(written.replace("casino.example", real.contains("ｃ") ? "casino.example" : "bet.com")
                            .replace("CASINO.EXAMPLE", "BET.COM"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e.g. version 1.2.3 and file.txt, Node.js, U.S.A.",
                "mail me: pia@brand.example",
                "3.14 and 10.5kg; a.b.c; 中文。com",
                "and/or, 24/7, 50.000",
                "等等...好的"
            })
    void what_only_looks_like_a_link_is_left_alone(String text) {
        assertThat(screener.screen(inText(text), LIST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a", "https://", "https://a.com ", "a.com/", "(", "a-", "http://a@b.com:1 ", "。"})
    void the_longest_body_is_looked_through_whatever_it_holds(String filling) {
        assertThat(screener.screen(inText(filling.repeat(50_000 / filling.length())), LIST))
                .allSatisfy(finding -> assertThat(finding.end()).isLessThanOrEqualTo(50_000));
    }

    @Test
    void the_same_link_twice_is_named_but_once_beside_and_once_in_the_text_is_fine() {
        String link = "https://brand.example/a";
        Subject twice = new Subject(List.of(), List.of(link, link + "#top"), List.of(), List.of(), List.of());
        Subject both =
                new Subject(List.of(new Text("body", "see " + link)), List.of(link), List.of(), List.of(), List.of());

        assertThat(screener.screen(twice, LIST))
                .extracting(Finding::reason)
                .containsExactly("The same link is there twice.");
        assertThat(screener.screen(both, LIST)).isEmpty();
    }

    @Test
    void a_denied_host_is_never_called_and_each_address_only_once() {
        Subject subject = new Subject(
                List.of(new Text("body", "https://brand.example/a and https://casino.example/b")),
                List.of("https://brand.example/a", "http://brand.example/c"),
                List.of(),
                List.of(),
                List.of());

        screener.screen(subject, LIST);

        assertThat(called).containsExactly("brand.example");
    }

    private static Subject declared(String link) {
        return new Subject(List.of(), List.of(link), List.of(), List.of(), List.of());
    }

    private static Subject inText(String text) {
        return new Subject(List.of(new Text("body", text)), List.of(), List.of(), List.of(), List.of());
    }
}
