package io.watchdesk.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Asset;
import io.watchdesk.content.AssetRegister;
import io.watchdesk.content.Brief;
import io.watchdesk.content.Category;
import io.watchdesk.content.Draft;
import io.watchdesk.content.Drafting;
import io.watchdesk.content.Format;
import io.watchdesk.content.Piece;
import io.watchdesk.content.PoolTier;
import io.watchdesk.content.Version;
import io.watchdesk.platform.Refused;
import io.watchdesk.screening.Finding.Kind;
import io.watchdesk.screening.Finding.Severity;
import io.watchdesk.screening.Screenings.Report;
import io.watchdesk.screening.WordList.Allowed;
import io.watchdesk.screening.WordList.Entries;
import io.watchdesk.screening.WordList.Word;
import io.watchdesk.testing.ProcessSpecification;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Screening a submitted version with the real lists, tables and screeners. */
class ScreeningServiceTest extends ProcessSpecification {

    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };

    @Autowired
    private Screenings screenings;

    @Autowired
    private WordLists lists;

    @Autowired
    private Drafting drafting;

    @Autowired
    private AssetRegister assets;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Piece piece;

    @BeforeEach
    void a_piece_for_two_accounts() {
        piece = as("pia", () -> drafting.open(brief(List.of("newsroom", "weibo"))));
    }

    @AfterEach
    void the_starter_list_is_in_force() {
        if (!lists.active().entries().equals(StarterList.read())) {
            lists.activate(StarterList.read(), "max");
        }
    }

    @Test
    void the_list_of_the_product_is_in_force_from_the_first_start() {
        assertThat(screenings.listVersion()).startsWith("L-");
        assertThat(lists.active().entries().words()).hasSizeGreaterThan(150);
        assertThat(lists.dryRun(StarterList.read())).isEmpty();
    }

    @Test
    void a_blocked_version_keeps_its_report() {
        submits("我们的网上赌 博", "赌博", List.of(), List.of());

        Report report = screenings.screen(piece.id(), 1);

        assertThat(report.blocked()).isTrue();
        assertThat(ScreeningOutcome.of(report)).isEqualTo(ScreeningOutcome.BLOCKED);
        assertThat(report.findings())
                .extracting(Finding::kind, Finding::severity, Finding::part, Finding::excerpt)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(Kind.WORD, Severity.BLOCK, "title", "赌 博"),
                        org.assertj.core.groups.Tuple.tuple(Kind.WORD, Severity.BLOCK, "body", "赌博"));
        assertThat(screenings.latest(piece.id(), 1)).contains(report);
        assertThat(screenings.latest(piece.id(), 2)).isEmpty();
    }

    @Test
    void a_harmless_version_is_clear() {
        submits("春天来了", "公园里的花开了，欢迎周末来看看。", List.of(), List.of());

        assertThat(ScreeningOutcome.of(screenings.screen(piece.id(), 1))).isEqualTo(ScreeningOutcome.CLEAR);
    }

    @Test
    void a_warning_goes_to_people_and_blocks_nothing() {
        submits("春天来了", "这是最好的茶。", List.of(), List.of());

        assertThat(ScreeningOutcome.of(screenings.screen(piece.id(), 1))).isEqualTo(ScreeningOutcome.FINDINGS);
    }

    @Test
    void a_file_without_rights_blocks() {
        Asset picture = as("wanda", () -> assets.add(piece.id(), Asset.Kind.IMAGE, "a.png", PNG, null));
        submits("春天来了", "公园里的花开了。", List.of(), List.of(picture.id()));

        Report report = screenings.screen(piece.id(), 1);

        assertThat(report.blocked()).isTrue();
        assertThat(report.findings()).extracting(Finding::part).containsExactly("asset:" + picture.id());
    }

    @Test
    void a_text_of_nothing_but_a_listed_word_still_fits_into_a_report() {
        submits("春天", "赌博，".repeat(660), List.of(), List.of());

        Report report = screenings.screen(piece.id(), 1);

        assertThat(report.blocked()).isTrue();
        assertThat(screenings.latest(piece.id(), 1)).contains(report);
    }

    @Test
    void a_new_list_is_in_force_at_once_and_named_in_the_next_report() {
        submits("春天来了", "番茄炒蛋", List.of(), List.of());
        assertThat(screenings.screen(piece.id(), 1).findings()).isEmpty();
        String before = screenings.listVersion();

        String version = lists.activate(
                new Entries(List.of(word("番茄")), List.of(new Allowed("番茄酱", "sauce")), List.of()), "max");

        assertThat(version).isNotEqualTo(before).isEqualTo(screenings.listVersion());
        Report report = screenings.screen(piece.id(), 1);
        assertThat(report.listVersion()).isEqualTo(version);
        assertThat(report.findings()).extracting(Finding::excerpt).containsExactly("番茄");
        assertThat(screenings.latest(piece.id(), 1)).contains(report);
        assertThat(lists.find(before)).isPresent();
    }

    @Test
    void a_list_with_faults_is_refused_with_every_fault_named() {
        Entries entries = new Entries(
                List.of(word("番茄"), word("番 茄"), word("x"), word("长".repeat(101)), word(" ")), List.of(), List.of());

        assertThatThrownBy(() -> lists.activate(entries, "max"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("reads like")
                .hasMessageContaining("\"x\" is too short")
                .hasMessageContaining("longer than 100")
                .hasMessageContaining("empty word");
        assertThatThrownBy(() -> lists.activate(new Entries(List.of(), List.of(), List.of()), "max"))
                .hasMessageContaining("no words");
    }

    @Test
    void without_a_usable_list_screening_fails_instead_of_finding_nothing() {
        submits("春天来了", "赌博", List.of(), List.of());
        int broken = jdbc.sql("select max(number) from screening_list")
                        .query(Integer.class)
                        .single()
                + 1;

        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into screening_list (number, activated_at, activated_by) values (?, now(), 'nobody')")
                    .param(broken)
                    .update();
            assertThatThrownBy(() -> screenings.screen(piece.id(), 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("empty");
            status.setRollbackOnly();
        });

        assertThat(screenings.latest(piece.id(), 1)).isEmpty();
    }

    private void submits(String title, String body, List<String> links, List<String> files) {
        int revision = drafting.draft(piece.id()).revision();
        as(
                "wanda",
                () -> drafting.save(
                        piece.id(), new Draft.Text(title, body, List.of(), links, files, AiDeclaration.NO, revision)));
        Version version = as("wanda", () -> drafting.submit(piece.id()));
        assertThat(version.number()).isEqualTo(1);
    }

    private static Word word(String term) {
        return new Word(term, Severity.BLOCK, "test", "It is listed for a test.");
    }

    private static Brief brief(List<String> accounts) {
        return new Brief(
                "topic",
                Category.PRODUCT,
                "everybody",
                PoolTier.REGULAR,
                Format.ARTICLE,
                new ArrayList<>(accounts),
                LocalDateTime.of(2027, 3, 1, 9, 0),
                "");
    }
}
