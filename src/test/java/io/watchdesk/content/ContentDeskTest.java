package io.watchdesk.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.content.Version.Variant;
import io.watchdesk.platform.Refused;
import io.watchdesk.testing.ProcessSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Writing, from the brief to the version whose hash an approval is bound to. */
class ContentDeskTest extends ProcessSpecification {

    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };

    @Autowired
    private Drafting drafting;

    @Autowired
    private Contents contents;

    @Autowired
    private AssetRegister assets;

    private Piece piece;

    @BeforeEach
    void a_piece_for_two_accounts() {
        piece = as("pia", () -> drafting.open(brief("新品发布", List.of("newsroom", "weibo"))));
    }

    @Test
    void text_of_fifty_thousand_characters_in_any_script_comes_back_unchanged() {
        String body = ("汉字 mixed with 😀👩‍👩‍👧‍👦 and עברית العربية 𠮷\n\ttabs, \"quotes\" {{x}} <b>"
                        + "长".repeat(40))
                .repeat(500);
        body = body.substring(0, body.offsetByCodePoints(0, 50_000));
        String all = body;

        saves("wanda", text("𠮷野家 🎉", all, List.of(new Variant("weibo", "短", "short text"))));

        assertThat(drafting.draft(piece.id()).body()).isEqualTo(all);
        Version version = as("wanda", () -> drafting.submit(piece.id()));
        assertThat(contents.version(piece.id(), 1)).isEqualTo(version);
        assertThat(contents.version(piece.id(), 1).body()).isEqualTo(all);
        assertThat(contents.currentHash(version)).isEqualTo(version.hash());
    }

    @Test
    void a_brief_with_everything_missing_is_refused_with_every_problem_at_once() {
        Brief empty = new Brief(" ", null, "", null, null, List.of(), null, "");
        assertThatThrownBy(() -> drafting.open(empty))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("topic is missing")
                .hasMessageContaining("audience is missing")
                .hasMessageContaining("Choose a category")
                .hasMessageContaining("Choose a pool tier")
                .hasMessageContaining("Choose a format")
                .hasMessageContaining("Choose at least one account");
    }

    @Test
    void a_brief_for_an_unknown_account_or_for_one_account_twice_is_refused() {
        assertThatThrownBy(() -> drafting.open(brief("x", List.of("myspace"))))
                .hasMessageContaining("no account \"myspace\"");
        assertThatThrownBy(() -> drafting.open(brief("x", List.of("weibo", "weibo"))))
                .hasMessageContaining("named twice");
    }

    @Test
    void a_body_of_sixty_thousand_characters_is_refused_with_the_number_to_cut() {
        assertThatThrownBy(() -> saves("wanda", text("t", "字".repeat(60_000), List.of())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("60,000 characters")
                .hasMessageContaining("Shorten it by 10,000");
        assertThat(drafting.draft(piece.id()).body()).isEmpty();
    }

    @Test
    void what_does_not_fit_an_account_is_refused_by_the_name_of_that_account() {
        saves("wanda", text("t", "字".repeat(2_001), List.of()));
        assertThatThrownBy(() -> as("wanda", () -> drafting.submit(piece.id())))
                .hasMessageContaining("body for Weibo has 2,001 characters; Weibo allows 2,000");

        saves("wanda", text("t", "字".repeat(2_001), List.of(new Variant("weibo", "短", "短文"))));
        assertThat(as("wanda", () -> drafting.submit(piece.id())).number()).isEqualTo(1);
    }

    @Test
    void an_unfinished_text_is_kept_but_not_submitted() {
        saves("wanda", new Draft.Text("", "", List.of(), List.of("not a link"), List.of(), null, 0));
        assertThatThrownBy(() -> as("wanda", () -> drafting.submit(piece.id())))
                .hasMessageContaining("title is empty")
                .hasMessageContaining("body is empty")
                .hasMessageContaining("whether AI took part")
                .hasMessageContaining("Link 1 is not a web address: \"not a link\"")
                .hasMessageNotContaining("own text");
        assertThat(drafting.draft(piece.id()).links()).containsExactly("not a link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\uD800b", "a\u0007b", "\uDC00"})
    void characters_that_no_database_keeps_are_refused_with_their_place(String broken) {
        assertThatThrownBy(() -> saves("wanda", text("t", broken, List.of())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("broken character at place");
    }

    @Test
    void a_save_that_would_overwrite_a_colleagues_newer_one_is_refused() {
        saves("wanda", text("one", "body", List.of()));
        Draft.Text stale = new Draft.Text("two", "body", List.of(), List.of(), List.of(), AiDeclaration.NO, 0);
        assertThatThrownBy(() -> as("wei", () -> drafting.save(piece.id(), stale)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Wanda saved this draft at");
        assertThat(drafting.draft(piece.id()).title()).isEqualTo("one");
    }

    @Test
    void everybody_who_changed_the_text_counts_as_a_writer_of_the_version() {
        saves("wanda", text("one", "body", List.of()));
        saves("wei", text("two", "body", List.of()));
        Version first = as("wei", () -> drafting.submit(piece.id()));
        assertThat(first.author()).isEqualTo("wanda");
        assertThat(first.editor()).isEqualTo("wei");
        assertThat(first.wasWrittenBy("wanda")).isTrue();

        Version second = as("wei", () -> drafting.submit(piece.id()));
        assertThat(second.author()).isEqualTo("wanda");
        assertThat(second.contributors()).containsExactly("wei");
        assertThat(second.wasWrittenBy("rita")).isFalse();
    }

    @Test
    void equal_content_has_one_hash_and_any_change_another() {
        String picture = picture(null).id();
        saves("wanda", textWith("t", "b", List.of("https://example.com/a"), List.of(picture)));
        String first = as("wanda", () -> drafting.submit(piece.id())).hash();
        assertThat(as("wanda", () -> drafting.submit(piece.id())).hash()).isEqualTo(first);

        saves("wanda", textWith("t", "b ", List.of("https://example.com/a"), List.of(picture)));
        assertThat(as("wanda", () -> drafting.submit(piece.id())).hash()).isNotEqualTo(first);
        saves("wanda", textWith("t", "b", List.of("https://example.com/b"), List.of(picture)));
        assertThat(as("wanda", () -> drafting.submit(piece.id())).hash()).isNotEqualTo(first);
        saves("wanda", textWith("t", "b", List.of("https://example.com/a"), List.of()));
        assertThat(as("wanda", () -> drafting.submit(piece.id())).hash()).isNotEqualTo(first);
    }

    @Test
    void a_changed_rights_record_changes_the_current_hash_of_a_submitted_version() {
        Asset picture = picture(null);
        saves("wanda", textWith("t", "b", List.of(), List.of(picture.id())));
        Version version = as("wanda", () -> drafting.submit(piece.id()));

        as("wanda", () -> assets.setRights(picture.id(), rights()));

        assertThat(contents.currentHash(version)).isNotEqualTo(version.hash());
        assertThat(contents.assets(version).get(0).rights()).isEqualTo(rights());
    }

    @Test
    void a_file_is_known_by_its_bytes_and_not_by_its_name() {
        assertThat(picture(rights()).mediaType()).isEqualTo("image/png");
        assertThatThrownBy(() ->
                        assets.add(piece.id(), Asset.Kind.IMAGE, "photo.png", "<svg onload=alert(1)>".getBytes(), null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot be used as image");
        assertThatThrownBy(() -> assets.add(
                        piece.id(),
                        Asset.Kind.IMAGE,
                        "photo.png",
                        new byte[] {7, 1, (byte) 200, 0, 3, 9, 127, 6},
                        null))
                .hasMessageContaining("\"photo.png\" is application/octet-stream");
        assertThatThrownBy(() -> assets.add(piece.id(), Asset.Kind.IMAGE, "empty.png", new byte[0], null))
                .hasMessageContaining("is empty");
    }

    @Test
    void a_file_of_another_piece_cannot_be_used() {
        Piece other = as("pia", () -> drafting.open(brief("other", List.of("newsroom"))));
        Asset foreign = assets.add(other.id(), Asset.Kind.IMAGE, "a.png", PNG, null);
        assertThatThrownBy(() -> saves("wanda", textWith("t", "b", List.of(), List.of(foreign.id()))))
                .hasMessageContaining("does not belong to this piece");
    }

    private void saves(String person, Draft.Text text) {
        as(person, () -> drafting.save(piece.id(), text));
    }

    private Draft.Text text(String title, String body, List<Variant> variants) {
        return new Draft.Text(title, body, variants, List.of(), List.of(), AiDeclaration.NO, revision());
    }

    private Draft.Text textWith(String title, String body, List<String> links, List<String> files) {
        return new Draft.Text(title, body, List.of(), links, files, AiDeclaration.NO, revision());
    }

    private int revision() {
        return drafting.draft(piece.id()).revision();
    }

    private Asset picture(Asset.Rights rights) {
        return as("wanda", () -> assets.add(piece.id(), Asset.Kind.IMAGE, "C:\\pics\\图.png", PNG, rights));
    }

    private static Asset.Rights rights() {
        return new Asset.Rights(
                "agency",
                "Zhang San",
                "CC BY 4.0",
                "everything",
                Set.of(),
                LocalDate.of(2026, 1, 1),
                null,
                "contract 7",
                null,
                null);
    }

    private static Brief brief(String topic, List<String> targets) {
        return new Brief(topic, Category.PRODUCT, "everybody", PoolTier.REGULAR, Format.ARTICLE, targets, null, "");
    }
}
