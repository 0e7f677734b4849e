package io.watchdesk.screening.assets;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.content.Asset;
import io.watchdesk.content.Asset.Kind;
import io.watchdesk.content.Asset.Rights;
import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Finding.Severity;
import io.watchdesk.screening.ScreeningSettings;
import io.watchdesk.screening.Subject;
import io.watchdesk.screening.Subject.Outlet;
import io.watchdesk.screening.Subject.Text;
import io.watchdesk.screening.WordList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AssetScreenerTest {

    private static final WordList LIST = new WordList("L-7", new WordList.Entries(List.of(), List.of(), List.of()));

    private final AssetScreener screener = new AssetScreener(
            new ScreeningSettings(new ScreeningSettings.Links(false, 3_000, 15_000), new ScreeningSettings.Assets(30)));

    @Test
    void a_picture_with_complete_rights_on_the_day_is_fine() {
        assertThat(screen(rights(Set.of(), "2026-01-01", "2027-12-31"), "2026-05-01"))
                .isEmpty();
        assertThat(screen(rights(Set.of("Weibo", " DOUYIN "), null, null), "2026-05-01"))
                .isEmpty();
    }

    @Test
    void no_rights_record_blocks_also_an_empty_one() {
        Rights empty = new Rights(" ", "", null, "", Set.of(), null, null, null, null, null);

        assertThat(screen(null, "2026-05-01")).containsExactly(Severity.BLOCK);
        assertThat(screen(empty, "2026-05-01")).containsExactly(Severity.BLOCK);
    }

    @ParameterizedTest(name = "valid {0} to {1}, posted {2}: {3}")
    @CsvSource({
        "2026-05-01, 2026-05-31, 2026-04-30, BLOCK",
        "2026-05-01, 2027-05-31, 2026-05-01, ",
        "2026-05-01, 2026-05-31, 2026-05-31, WARNING",
        "2026-05-01, 2026-05-31, 2026-06-01, BLOCK",
        ", 2026-05-31, 2026-05-31, WARNING",
        ", 2026-05-31, 2026-05-01, ",
        ", 2026-05-31, 2026-05-02, WARNING"
    })
    void the_day_of_the_post_decides(String from, String to, String day, Severity severity) {
        List<Severity> found = screen(rights(Set.of(), from, to), day);

        if (severity == null) {
            assertThat(found).isEmpty();
        } else {
            // Two outlets on one day: each is told.
            assertThat(found).containsExactly(severity, severity);
        }
    }

    @Test
    void a_channel_that_the_right_does_not_cover_blocks_and_is_named() {
        List<Finding> findings = screener.screen(
                subject(asset(Kind.IMAGE, "image/png", rights(Set.of("Douyin"), null, null)), "2026-05-01"), LIST);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.BLOCK);
        assertThat(findings.get(0).reason()).contains("Douyin").contains("微博");
        assertThat(findings.get(0).part()).isEqualTo("asset:A-1");
        assertThat(findings.get(0).excerpt()).isEqualTo("pic.png");
    }

    @Test
    void a_country_that_the_right_does_not_cover_blocks_and_is_named() {
        Rights inland = new Rights(
                "agency", "Li Si", "contract", "all", Set.of(), null, null, "7", new TreeSet<>(Set.of(" cn ")), null);

        List<Finding> findings = screener.screen(subject(asset(Kind.IMAGE, "image/png", inland), "2026-05-01"), LIST);

        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.BLOCK);
        assertThat(findings.get(0).reason())
                .isEqualTo("The right covers only these countries: CN; 抖音 is in HK."
                        + " Extend it, drop that account or use another file.");
    }

    @Test
    void a_credit_must_stand_in_the_text_of_each_account() {
        Rights credited = new Rights("agency", "Li Si", "contract", "all", Set.of(), null, null, "7", null, "摄影：Li Si");
        Asset picture = asset(Kind.IMAGE, "image/png", credited);
        List<Text> master = List.of(new Text("title", "Sun"), new Text("body", "Warm.\n摄影: LI  SI"));
        List<Text> ownText = List.of(
                master.get(0),
                master.get(1),
                new Text("variant:douyin:title", "Sun"),
                new Text("variant:douyin:body", "Warm, by Li."));

        assertThat(screener.screen(subject(picture, "2026-05-01", master), LIST))
                .as("letter case, width and spaces aside")
                .isEmpty();
        List<Finding> findings = screener.screen(subject(picture, "2026-05-01", ownText), LIST);
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.BLOCK);
        assertThat(findings.get(0).reason())
                .isEqualTo("The licence asks for the credit \"摄影：Li Si\", and the text for 抖音 does not name it."
                        + " Name it there.");
    }

    @Test
    void what_is_missing_in_the_record_is_named() {
        Rights bare = new Rights("agency", "", "CC BY", "", Set.of(), null, null, " ", null, null);

        List<Finding> findings = screener.screen(subject(asset(Kind.IMAGE, "image/png", bare), "2026-05-01"), LIST);

        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.WARNING);
        assertThat(findings.get(0).reason()).contains("the holder, the proof");
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource({
        "IMAGE, image/png, true",
        "IMAGE, IMAGE/WEBP, true",
        "IMAGE, text/html, false",
        "IMAGE, application/pdf, false",
        "IMAGE, , false",
        "FONT, font/woff2, true",
        "FONT, application/x-font-ttf, true",
        "FONT, image/png, false",
        "MUSIC, audio/mpeg, true",
        "MUSIC, video/mp4, false",
        "VIDEO, video/mp4, true",
        "VIDEO, application/mp4, true",
        "VIDEO, application/x-msdownload, false"
    })
    void the_file_must_be_what_it_is_declared_to_be(Kind kind, String mediaType, boolean fits) {
        List<Finding> findings =
                screener.screen(subject(asset(kind, mediaType, rights(Set.of(), null, null)), "2026-05-01"), LIST);

        assertThat(findings).extracting(Finding::severity).isEqualTo(fits ? List.of() : List.of(Severity.BLOCK));
    }

    @Test
    void a_file_that_is_gone_blocks() {
        Subject subject = new Subject(List.of(), List.of(), List.of("A-9"), List.of(), List.of());

        assertThat(screener.screen(subject, LIST)).extracting(Finding::severity).containsExactly(Severity.BLOCK);
    }

    private List<Severity> screen(Rights rights, String day) {
        return screener.screen(subject(asset(Kind.IMAGE, "image/png", rights), day), LIST).stream()
                .map(Finding::severity)
                .toList();
    }

    private static Subject subject(Asset asset, String day) {
        return subject(asset, day, List.of());
    }

    private static Subject subject(Asset asset, String day, List<Text> texts) {
        LocalDate planned = LocalDate.parse(day);
        return new Subject(
                texts,
                List.of(),
                List.of(asset.id()),
                List.of(asset),
                List.of(
                        new Outlet("weibo", "微博", "Weibo", "CN", planned),
                        new Outlet("douyin", "抖音", "Douyin", "HK", planned)));
    }

    private static Asset asset(Kind kind, String mediaType, Rights rights) {
        return new Asset("A-1", kind, "pic.png", mediaType, 10, "0".repeat(64), rights, "wanda", Instant.EPOCH);
    }

    private static Rights rights(Set<String> channels, String from, String to) {
        return new Rights("agency", "Li Si", "contract", "all", channels, day(from), day(to), "contract 7", null, null);
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
