package io.watchdesk.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.content.Asset;
import io.watchdesk.platform.Refused;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person gets who posts by hand. */
class PackTest extends LedgerSpecification {

    @Test
    void a_pack_holds_all_that_is_to_be_copied() {
        desk.bodies.put("C-1", "新品 😀 #电池# 和 #新能源 上市");
        desk.assets.put("C-1", List.of(picture()));
        String id = planned("C-1", "douyin").id();

        Pack pack = world.getBean(Packs.class).of(id);

        assertThat(pack.body()).isEqualTo(new Pack.Text("新品 😀 #电池# 和 #新能源 上市", 19, 50_000));
        assertThat(pack.tags()).containsExactly("电池", "新能源");
        assertThat(pack.links()).containsExactly("https://example.com/batteries");
        assertThat(pack.media()).extracting(Pack.Media::href).containsExactly("/api/publications/P-2001/media/A-1");
        assertThat(pack.aiLabel()).isEqualTo("AI took part");
        assertThat(pack.holds()).isEmpty();
        assertThat(pack.replaces()).isNull();
        assertThat(pack.checklist())
                .containsExactly(
                        "Sign in to Douyin as douyin.",
                        "Copy title and text without changing a character.",
                        "Upload the file sun.png.",
                        "Add the links.",
                        "Declare the AI content on the platform: AI took part",
                        "Open the post as a reader and compare it with the pack.",
                        "Copy its link and paste it into the task.");
    }

    @Test
    void a_pack_says_that_it_must_not_be_posted_now() {
        String id = planned("C-1", "douyin").id();
        sent(id);
        holds.place(Hold.Scope.ACCOUNT, "douyin", "Recall.", "K-1");

        assertThat(world.getBean(Packs.class).of(id).holds()).containsExactly("Held by K-1: Recall.");
    }

    @Test
    void the_pack_of_a_correction_names_the_post_to_change() {
        String id = planned("C-1", "douyin").id();
        sent(id);
        ledger.confirmOut(id, "https://v.douyin.com/1");
        desk.approvedVersions.put("C-1", 2);
        String correction = ledger.planCorrection(id, 2, at(PlayedDesk.START)).id();

        assertThat(world.getBean(Packs.class).of(correction).replaces()).isEqualTo("https://v.douyin.com/1");
        assertThat(sent(correction).outcome()).isEqualTo(PublishRun.Outcome.HANDED_OVER);
        ledger.confirmOut(correction, "https://v.douyin.com/1");
    }

    @Test
    void files_of_other_publications_stay_closed() {
        desk.assets.put("C-1", List.of(picture()));
        planned("C-1", "douyin");
        String other = planned("C-2", "douyin").id();
        Packs packs = world.getBean(Packs.class);

        assertThat(packs.file("P-2001", "A-1")).hasSize(3);
        assertThatThrownBy(() -> packs.file(other, "A-1"))
                .isInstanceOf(Refused.class)
                .hasMessage("The file A-1 does not belong to P-2002.");
    }

    private static Asset picture() {
        return new Asset(
                "A-1",
                Asset.Kind.IMAGE,
                "sun.png",
                "image/png",
                3,
                "0".repeat(64),
                new Asset.Rights(
                        "shop", "holder", "CC", "web", Set.of(), null, null, "https://example.com", null, null),
                "wei",
                PlayedDesk.START);
    }
}
