package io.watchdesk.crisis.process;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.watchdesk.crisis.Action;
import io.watchdesk.crisis.Actions;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Crisis.Mode;
import io.watchdesk.crisis.CrisisCommand;
import io.watchdesk.crisis.CrisisHolds;
import io.watchdesk.crisis.Level;
import io.watchdesk.drill.Drills;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Publication.State;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The forms at the end of a crisis and of drills, in the real Tasklist on a phone. */
@Tag("browser")
class ClosingFormsTest extends ClosingWorld {

    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int DESK_WIDTH = 1500;
    private static final double PATIENCE = 90_000;

    @Autowired
    private CrisisCommand command;

    @Autowired
    private CrisisHolds crisisHolds;

    @Autowired
    private Actions actions;

    @Autowired
    private Drills drills;

    @BeforeEach
    void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @Test
    void a_publisher_decides_the_held_posts_on_a_phone() {
        Publication moved = waiting("newsroom");
        Publication dropped = waiting("newsroom");
        Crisis crisis = declared(Level.YELLOW, Mode.REAL);
        as("olga", () -> crisisHolds.placeByHand(crisis.id()));
        as("olga", () -> response.acknowledge(crisis.id(), "olga", "the test"));
        as("olga", () -> command.triage(crisis.id(), CrisisWorld.findings(CrisisWorld.HARMLESS, false)));
        completes("olga", "UserTask_TriageCrisis", Map.of());
        completes("olga", "UserTask_LeadResponse", Map.of("summary", "Answered."));

        try (Browser browser = Browser.open()) {
            Page page = opened(browser, "paul", "UserTask_ReviewHeldContent");
            Locator first = page.locator("[data-publication='%s']".formatted(moved.id()));
            first.locator("select").selectOption("move");
            first.locator("input[type=datetime-local]").fill("2030-01-10T11:20");
            first.locator("input[type=checkbox]").check();
            first.locator("text=Save this decision").click();
            assertThat(page.locator("#wd-held")).containsText("1 of 2 posts are not decided yet");
            Locator second = page.locator("[data-publication='%s']".formatted(dropped.id()));
            second.locator("select").selectOption("drop");
            second.locator("textarea").fill("Cold now.");
            second.locator("text=Save this decision").click();
            assertThat(page.locator("#wd-held")).containsText("Everything is decided");
            pictured(page, "review-held-content");
            completed(page);
        }

        assertThat(state(dropped)).isEqualTo(State.DROPPED);
        assertThat(ledger.get(moved.id()).slot().local()).hasToString("2030-01-10T11:20");
    }

    @Test
    void a_retrospective_is_written_and_its_action_is_done_on_a_phone() {
        Crisis crisis = declared(Level.YELLOW, Mode.REAL);
        starts(
                CrisisRetrospectiveModel.PROCESS,
                crisis.id(),
                Map.of("crisisId", crisis.id(), "crisisTitle", crisis.title()));

        try (Browser browser = Browser.open()) {
            Page page = opened(browser, "petra", CrisisRetrospectiveModel.USER_HOLD_RETROSPECTIVE);
            page.fill("#wd-causes", "The export was open.");
            page.fill("#wd-went-well", "Tier 1 was there at once.");
            page.fill("#wd-shortcomings", "The statement was late.");
            page.click("text=Add an action");
            page.fill("[aria-label='What is to be done']", "Close the export");
            page.fill("[aria-label='Owner']", "tess");
            page.fill("[aria-label='Until']", "2030-02-07");
            assertThat(page.locator("#wd-status")).containsText("Saved");
            pictured(page, "hold-retrospective");
            completed(page);
        }
        try (Browser browser = Browser.open()) {
            Page page = shown(browser, "tess", CrisisActionModel.USER_DO_ACTION);
            assertThat(page.locator("#wd-action")).containsText("Close the export");
            page.selectOption("#actionVerdict", "done");
            page.fill("#evidence", "Change 4711 is live.");
            pictured(page, "do-action");
            completed(page);
        }

        assertThat(actions.ofCrisis(crisis.id())).extracting(Action::state).containsExactly(Action.State.DONE);
    }

    @Test
    void a_manager_starts_a_drill_stops_it_and_reviews_its_score_on_a_phone() {
        drills.running().forEach(drill -> drills.cancel(drill.id()));
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, "max", DESK_WIDTH);
            page.click("text=Start process");
            page.click("text=Crisis drill");
            page.selectOption("#wd-scenario", "dataLeak");
            assertThat(page.locator("#wd-script")).containsText("论坛帖子");
            page.selectOption("#drillLevel", "orange");
            page.selectOption("#announcement", "announced");
            page.locator("#wd-accounts label:has-text('Newsroom') input").check();
            pictured(page, "request-drill");
            page.click("button:has-text('Start'):not(:has-text('process'))");
            assertThat(page.locator("#wd-scenario")).hasCount(0);
        }
        assertThat(drills.running())
                .singleElement()
                .satisfies(drill -> assertThat(drill.accounts()).containsExactly("newsroom"));
        try (Browser browser = Browser.open()) {
            Page page = shown(browser, "max", "UserTask_ObserveDrill");
            page.fill("#wd-observations", "Nobody knew the template.");
            assertThat(page.locator("#wd-status")).containsText("Saved");
            pictured(page, "observe-drill");
            completed(page);
        }
        try (Browser browser = Browser.open()) {
            Page page = shown(browser, "max", "UserTask_ReviewScoreCard");
            assertThat(page.locator("#wd-score")).containsText("Acknowledged");
            page.locator("[aria-label='Why it needs no action']").first().fill("It was stopped at once.");
            assertThat(page.locator("#wd-status")).containsText("Saved");
            pictured(page, "review-score-card");
            completed(page);
        }
        assertThat(taskService
                        .createTaskQuery()
                        .taskDefinitionKey("UserTask_ReviewScoreCard")
                        .count())
                .isZero();
    }

    private Page opened(Browser browser, String person, String element) {
        Page page = shown(browser, person, element);
        page.click("text=Claim");
        return page;
    }

    private Page shown(Browser browser, String person, String element) {
        Page page = signedIn(browser, person);
        page.navigate("http://localhost:%d/camunda/app/tasklist/default/#/?task=%s"
                .formatted(port, task(element).getId()));
        page.waitForSelector("form.wd-form");
        return page;
    }

    private Page signedIn(Browser browser, String person) {
        return signedIn(browser, person, PHONE_WIDTH);
    }

    private Page signedIn(Browser browser, String person, int width) {
        Page page = browser.session(width, PHONE_HEIGHT).newPage();
        page.setDefaultTimeout(PATIENCE);
        page.navigate("http://localhost:%d/camunda/app/tasklist/default/".formatted(port));
        SignedIn.byForm(page, person);
        page.waitForSelector("text=My tasks");
        return page;
    }

    private static void completed(Page page) {
        Locator complete = page.locator("button:has-text('Complete')");
        assertThat(complete).isEnabled();
        complete.click();
        assertThat(page.locator("form.wd-form")).hasCount(0);
    }

    private static void pictured(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/%s.png".formatted(name))));
    }
}
