package io.watchdesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import io.watchdesk.testing.TasklistClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The README's five minutes, walked in a real browser: from the brief to the page on which the post can be read. */
@Tag("any-database")
class FiveMinutesTest extends ApplicationSpecification {

    private static final double PATIENCE = 40_000;

    private Browser browser;
    private Page last;
    private final List<String> scriptErrors = new ArrayList<>();

    @BeforeEach
    void the_browser_opens() {
        browser = Browser.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterEach
    void the_browser_closes() {
        if (browser != null) {
            picture(last, "last");
            browser.close();
        }
    }

    @Test
    void a_post_goes_from_brief_to_published_in_tasklist() {
        isMemberOf("wanda", "writers", "reviewers");

        Page pia = signsIn("pia");
        pia.getByText("Start process").click();
        pia.locator(".modal-dialog").getByText("Content production").click();
        pia.locator("#topic").fill("新品发布 🎉");
        pia.locator("#audience").fill("Young parents");
        pia.locator("#category").selectOption("product");
        pia.locator("#format").selectOption("article");
        pia.locator("#tier").selectOption("regular");
        pia.locator("#wd-accounts label:has-text('Five minutes') input").check();
        pia.locator("#publishWhen").selectOption("nextSlot");
        picture(pia, "brief");
        pia.locator(".modal-footer button:has-text('Start')").click();
        assertThat(pia.getByText("The process has been started")).isVisible();
        pia.context().close();

        Page wanda = signsIn("wanda");
        opens(wanda, "Drafts", "Write draft", "新品发布 🎉");
        claims(wanda);
        wanda.locator("#wd-title").fill("新款保温杯上市 ☕");
        wanda.locator("#wd-body").fill("这款保温杯是全网最低价。");
        wanda.locator("input[name=wd-ai][value=NO]").check();
        completes(wanda);
        opens(wanda, "Drafts", "Write draft", "新款保温杯上市 ☕");
        assertThat(wanda.locator("#wd-feedback")).containsText("The screening stopped this text");
        assertThat(wanda.locator("#wd-feedback")).containsText("全网最低价");
        picture(wanda, "blocked-by-screening");
        wanda.locator("#wd-body").fill("这款保温杯早上灌的热水，下午还是热的。");
        completes(wanda);

        opens(wanda, "Review", "Review content", "新款保温杯上市 ☕");
        wanda.locator("a:has-text('Claim'), button:has-text('Claim')").first().click();
        assertThat(wanda.getByText("An error happened while claiming the task")).isVisible();
        assertThat(wanda.getByText("Nobody signs off their own text").last()).isVisible();
        picture(wanda, "four-eyes");
        wanda.context().close();

        Page rita = signsIn("rita");
        opens(rita, "Review", "Review content", "新款保温杯上市 ☕");
        claims(rita);
        assertThat(rita.locator("#wd-review")).containsText("这款保温杯早上灌的热水，下午还是热的。");
        answersChecklist(rita);
        rita.locator("input[name=wd-verdict][value=changesRequested]").check();
        rita.locator("#wd-reason-code").selectOption(new String[] {"Language, structure or form is not good enough"});
        rita.locator("#wd-reason").fill("Please say how long it stays hot and who measured it.");
        picture(rita, "request-changes");
        completes(rita);
        rita.context().close();

        wanda = signsIn("wanda");
        opens(wanda, "Drafts", "Write draft", "新款保温杯上市 ☕");
        assertThat(wanda.locator("#wd-feedback")).containsText("Please say how long it stays hot");
        wanda.locator("#wd-body").fill("这款保温杯早上灌的热水，下午还是热的，我们自己试过。");
        completes(wanda);
        wanda.context().close();

        rita = signsIn("rita");
        opens(rita, "Review", "Review content", "新款保温杯上市 ☕");
        claims(rita);
        answersChecklist(rita);
        rita.locator("input[name=wd-verdict][value=approved]").check();
        picture(rita, "approve");
        completes(rita);
        rita.context().close();

        Page paul = signsIn("paul");
        opens(paul, "To publish", "Await slot", "新款保温杯上市 ☕");
        claims(paul);
        paul.locator("#publicationDecision").selectOption("publish");
        picture(paul, "publish-now");
        completes(paul);
        assertThat(paul.getByText("No task matching filters found")).isVisible();

        paul.waitForCondition(
                () -> new TasklistClient(at(""))
                        .get("/site/five-minutes")
                        .text()
                        .contains("新款保温杯上市 ☕"),
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        paul.navigate(at("/site/five-minutes").toString());
        paul.getByText("新款保温杯上市 ☕").click();
        assertThat(paul.locator("body")).containsText("这款保温杯早上灌的热水，下午还是热的，我们自己试过。");
        picture(paul, "published");
        assertThat(new TasklistClient(at(""))
                        .get("/site/five-minutes/feed.atom")
                        .text())
                .contains("新款保温杯上市 ☕");
        assertThat(scriptErrors).isEmpty();
    }

    private Page signsIn(String person) {
        Page page = browser.session(1280, 1000).newPage();
        last = page;
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(scriptErrors::add);
        page.navigate(at("/camunda/app/tasklist/default/").toString());
        SignedIn.byForm(page, person);
        page.getByText("My tasks").first().waitFor();
        return page;
    }

    private static void opens(Page page, String filter, String task, String title) {
        Locator found = page.locator(".tasks-list .task:has-text('%s'):has-text('%s')".formatted(task, title))
                .first();
        page.waitForCondition(
                () -> {
                    page.locator(".task-filters").getByText(filter).first().click();
                    page.waitForTimeout(500);
                    return found.isVisible();
                },
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        found.click();
        page.locator(".wd-form").waitFor();
    }

    private static void claims(Page page) {
        page.locator("a:has-text('Claim'), button:has-text('Claim')").first().click();
        page.locator(".disabled-form")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        page.locator(".wd-form").waitFor();
    }

    /** Complete opens when everything is saved and answered. */
    private static void completes(Page page) {
        Locator complete = page.locator(".form-actions button:has-text('Complete')");
        assertThat(complete).isEnabled();
        complete.click();
        page.getByText("Select a task in the list").waitFor();
    }

    private static void answersChecklist(Page page) {
        page.locator("#wd-review-checklist fieldset").first().waitFor();
        page.locator("#wd-review-checklist input[value=yes]").all().forEach(Locator::check);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
