package io.watchdesk.publishing.process;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Publication.State;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The forms of publishers in the real Tasklist. */
@Tag("browser")
class PublishingFormsTest extends PublicationWorld {

    private static final double PATIENCE = 90_000;

    @BeforeEach
    void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @Test
    void a_publisher_reads_what_waits_and_moves_it() {
        Publication publication = planned("newsroom");
        publicationStarts(publication);

        try (Browser browser = Browser.open()) {
            Page page = opened(browser, ContentPublicationModel.USER_AWAIT_SLOT);
            Locator form = page.locator("form.wd-form");
            assertThat(form).containsText("Hold it like this.");
            assertThat(form).containsText("Asia/Shanghai");
            form.locator("#publicationDecision").selectOption("move");
            form.locator("#wd-new-slot").fill("2030-01-08T10:30");
            pictured(page, "await-slot");
            completes(page);
        }

        assertThat(ledger.get(publication.id()).slot().local()).isEqualTo("2030-01-08T10:30");
    }

    @Test
    void a_publisher_posts_by_hand_with_the_pack_and_brings_the_link_back() {
        Publication publication = planned("weibo");
        publicationStarts(publication);
        slotComes();

        try (Browser browser = Browser.open()) {
            Page page = opened(browser, ContentPublicationModel.USER_PUBLISH_MANUALLY);
            Locator form = page.locator("form.wd-form");
            assertThat(form).containsText("Pack for Weibo");
            form.locator("#postVerdict").selectOption("out");
            form.locator("#postLink").fill("https://weibo.example/browser");
            pictured(page, "publish-manually");
            completes(page);
        }

        assertThat(state(publication)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void a_publisher_is_asked_for_a_time_when_the_wished_one_is_over() {
        ProcessInstance production = productionStarts("2030-01-07T12:00");
        String pieceId = (String) runtimeService.getVariable(production.getId(), "pieceId");
        as("wei", () -> drafting.save(pieceId, text(pieceId, "Hold it like this.")));
        completes("wei", "UserTask_WriteDraft", Map.of());
        jobsRun();
        signsOff("rita", contents.latest(pieceId).orElseThrow(), "approved");

        try (Browser browser = Browser.open()) {
            Page page = opened(browser, "UserTask_ChooseSlot");
            Locator form = page.locator("form.wd-form");
            assertThat(form).containsText("is over for Newsroom");
            form.locator("input[type=datetime-local]").fill("2030-01-09T09:00");
            pictured(page, "choose-slot");
            completes(page);
        }

        assertThat(ledger.ofPiece(pieceId))
                .singleElement()
                .satisfies(row -> assertThat(row.slot().local()).isEqualTo("2030-01-09T09:00"));
    }

    @Test
    void a_publisher_starts_a_takedown_from_the_list_of_posts() {
        Publication publication = planned("newsroom");
        publicationStarts(publication);
        decides(ContentPublicationModel.USER_AWAIT_SLOT, "publish", "", null);

        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser);
            page.click("text=Start process");
            page.click("text=Content takedown");
            Locator form = page.locator("form.wd-form");
            form.locator("#wd-choice")
                    .selectOption(new SelectOption()
                            .setLabel("%s How to hold a knife on Newsroom".formatted(publication.id())));
            assertThat(form.locator("#wd-chosen")).containsText(publication.id());
            form.locator("#takedownReason").selectOption("wrongFacts");
            form.locator("#reasonText").fill("The grip is wrong.");
            pictured(page, "request-takedown");
            page.click("button:has-text('Start'):not(:has-text('process'))");
            assertThat(page.locator("form.wd-form")).hasCount(0);
        }

        jobsRun();
        assertThat(state(publication)).isEqualTo(State.TAKEN_DOWN);
    }

    private ProcessInstance productionStarts(String wishedAt) {
        Map<String, Object> brief = new HashMap<>();
        brief.put("topic", "Kitchen knives");
        brief.put("category", "knowledge");
        brief.put("audience", "People who cook");
        brief.put("tier", "regular");
        brief.put("format", "article");
        brief.put("accounts", "newsroom");
        brief.put("publishWhen", "at");
        brief.put("wishedAt", wishedAt);
        return starts("pia", "content-production", null, brief);
    }

    private Page opened(Browser browser, String element) {
        Page page = signedIn(browser);
        page.navigate("http://localhost:%d/camunda/app/tasklist/default/#/?task=%s"
                .formatted(port, task(element).getId()));
        page.waitForSelector("form.wd-form");
        page.click("text=Claim");
        return page;
    }

    private Page signedIn(Browser browser) {
        Page page = browser.session(1500, 1600).newPage();
        page.setDefaultTimeout(PATIENCE);
        page.navigate("http://localhost:%d/camunda/app/tasklist/default/".formatted(port));
        SignedIn.byForm(page, "paul");
        page.waitForSelector("text=Start process");
        return page;
    }

    private static void completes(Page page) {
        Locator complete = page.locator("button:has-text('Complete')");
        assertThat(complete).isEnabled();
        complete.click();
        assertThat(page.locator("form.wd-form")).hasCount(0);
    }

    private static void pictured(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/%s.png".formatted(name))));
    }
}
