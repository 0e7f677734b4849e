package io.watchdesk.review.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.watchdesk.content.Category;
import io.watchdesk.content.Version;
import io.watchdesk.review.ReviewWorld;
import io.watchdesk.review.SignOff;
import io.watchdesk.review.Verdict;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import java.nio.file.Path;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The review form in the real Tasklist, on a desk and on a phone. */
@Tag("browser")
class ReviewFormTest extends ReviewWorld {

    private static final double PATIENCE = 60_000;

    @Test
    void a_reviewer_reads_what_changed_answers_the_checklist_and_asks_for_changes() {
        Version first = written(Category.KNOWLEDGE, "握刀的姿势很重要。\nHold it like this.", "wei");
        reviewStarts(first);
        signsOff("rita", first, "approved");
        approvals.voidApproval(first.pieceId(), "The text changed.");
        Version second = rewritten(first.pieceId(), "握刀的方法很重要。\nHold it firmly, <b>73%</b> of cooks agree.", "wanda");
        ProcessInstance review = reviewStarts(second);

        try (Browser browser = Browser.open()) {
            Page page = opened(browser, 1500, 3000);
            page.click("text=Claim");
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Locator form = page.locator("form.wd-form");
            Locator complete = page.locator("button:has-text('Complete')");
            assertThat(form.locator("#wd-changes del").first()).hasText("姿势");
            assertThat(form.locator("#wd-changes ins").first()).hasText("方法");
            assertThat(form).containsText("Hold it firmly, <b>73%</b> of cooks agree.");
            assertThat(form).containsText("Written by Wei, last edited by Wanda");
            assertThat(form).containsText("Earlier reviews (1)");
            assertThat(complete).isDisabled();

            Locator items = form.locator("#wd-review-checklist fieldset");
            for (int i = 0; i < items.count(); i++) {
                items.nth(i).locator("input[value=yes]").check();
            }
            assertThat(form).containsText("All required answers are given.");
            form.locator("input[value=changesRequested]").check();
            form.locator("#wd-reason-code").selectOption("A statement is wrong or cannot be proved");
            form.locator("#wd-reason").fill("Who are the 73%? 请注明出处。");
            pictured(page, "review-desk");
            assertThat(complete).isEnabled();
            complete.click();
            assertThat(page.locator("form.wd-form")).hasCount(0);
        }

        jobsRun();
        endedAt(review, "EndEvent_ChangesRequested");
        SignOff given = reviews.signOffs(round(second).id()).get(0);
        assertThat(given.person()).isEqualTo("rita");
        assertThat(given.verdict()).isEqualTo(Verdict.CHANGES_REQUESTED);
        assertThat(given.reason()).isEqualTo("Who are the 73%? 请注明出处。");
        assertThat(given.answers()).hasSizeGreaterThan(3);
        assertThat(given.hash()).isEqualTo(second.hash());
    }

    @Test
    void the_form_fits_a_phone_and_tells_an_author_why_they_cannot_sign() {
        Version version = written(Category.COMPANY_NEWS, "Profit grew by 12%. " + "很长的一行".repeat(40), "wei");
        isMemberOf("rita", "reviewers", "writers");
        Version edited = rewritten(version.pieceId(), "Profit grew by 13%. " + "很长的一行".repeat(40), "rita");
        isMemberOf("wanda", "reviewers");
        reviewStarts(edited);

        try (Browser browser = Browser.open()) {
            Page page = opened(browser, 390, 844);
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Locator form = page.locator("form.wd-form");
            assertThat(form).containsText("Rita edited this version");
            assertThat(form.locator("h1")).hasText("How to hold a knife");
            pictured(page, "review-phone");
            assertThat((Integer) form.evaluate("form => form.scrollWidth - form.clientWidth"))
                    .as("pixels that stick out on a phone")
                    .isLessThanOrEqualTo(0);
        }
    }

    private Page opened(Browser browser, int width, int height) {
        Page page = browser.session(width, height).newPage();
        page.setDefaultTimeout(PATIENCE);
        page.navigate("http://localhost:%d/camunda/app/tasklist/default/#/?task=%s"
                .formatted(port, anyReview().getId()));
        SignedIn.byForm(page, "rita");
        page.waitForSelector("form.wd-form h1");
        return page;
    }

    private static void pictured(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/%s.png".formatted(name))));
    }
}
