package io.watchdesk.oncall.process;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.watchdesk.oncall.OnCallLab.ROTA;
import static io.watchdesk.oncall.OnCallLab.at;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.watchdesk.oncall.Handovers;
import io.watchdesk.oncall.OnCall;
import io.watchdesk.oncall.OpenMatters;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The forms of people on call in the real Tasklist, on a phone. Olga and Otto take turns on tier 1. */
@Tag("browser")
class OncallFormsTest extends OnCallStory {

    private static final double PATIENCE = 90_000;
    private static final String TIER = "oncall-tier-1";

    @Autowired
    private Handovers handovers;

    @Autowired
    private PlayedMatters matters;

    @BeforeEach
    void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterEach
    void nothing_is_open() {
        matters.open.clear();
        matters.taken.clear();
    }

    @Test
    void somebody_enters_an_absence() {
        String person = tierAt("2026-12-02T12:00");
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, person);
            page.navigate(tasklist() + "#/?processStart");
            page.click(".modal-dialog >> text=Oncall change");
            Locator form = page.locator("form.wd-form");
            form.locator("input[value=absence]").check();
            form.locator("#wd-rota").selectOption(new SelectOption().setLabel("Operators on call 值班运营"));
            assertThat(form.locator("#wd-rota-now")).containsText("On call now");
            form.locator("#wd-person").selectOption(new SelectOption().setLabel(label(person)));
            form.locator("#wd-from").fill("2026-12-02T10:00");
            form.locator("#wd-until").fill("2026-12-02T18:00");
            pictured(page, "request-change");
            page.click("button:has-text('Start'):not(:has-text('process'))");
            assertThat(form).hasCount(0);
        }

        jobsRun();
        Assertions.assertThat(tierAt("2026-12-02T12:00")).isNotEqualTo(person);
        Assertions.assertThat(tierAt("2026-12-02T18:00")).isEqualTo(person);
    }

    @Test
    void somebody_offers_a_shift_and_a_colleague_takes_it() {
        String owner = tierAt("2026-12-03T12:00");
        String colleague = owner.equals("olga") ? "otto" : "olga";
        OnCall.Duty shift = onCall.at(TIER, at("2026-12-03T12:00")).get(0);
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, owner);
            page.navigate(tasklist() + "#/?processStart");
            page.click(".modal-dialog >> text=Oncall swap");
            Locator form = page.locator("form.wd-form");
            form.locator("#wd-shift option:has-text('3 Dec 2026, 09:00')")
                    .first()
                    .waitFor(attached());
            form.locator("#wd-shift")
                    .selectOption(form.locator("#wd-shift option:has-text(': Thu, 3 Dec 2026, 09:00')")
                            .getAttribute("value"));
            form.locator("#swapNote").fill("A birthday.");
            pictured(page, "offer-swap");
            page.click("button:has-text('Start'):not(:has-text('process'))");
            assertThat(form).hasCount(0);
        }
        try (Browser browser = Browser.open()) {
            Page page = opened(browser, colleague, task(OncallSwapModel.USER_ACCEPT_SWAP));
            assertThat(page.locator("form.wd-form")).containsText("A birthday.");
            pictured(page, "accept-swap");
            completes(page);
        }

        Assertions.assertThat(onCall.at(TIER, shift.from()))
                .extracting(OnCall.Duty::person)
                .containsExactly(colleague);
    }

    @Test
    void the_owner_puts_a_person_into_a_gap() {
        for (String person : List.of("nina", "noah", "nora")) {
            changes.absence(person, at("2026-12-02T09:00"), at("2026-12-02T12:00"), null);
        }
        isMemberOf("nils", ROTA);
        starts("max", OncallCoverageModel.PROCESS, null, Map.of());
        try (Browser browser = Browser.open()) {
            Page page = opened(browser, "max", task(OncallCoverageModel.USER_MEND_COVERAGE));
            Locator form = page.locator("form.wd-form");
            assertThat(form).containsText("Nobody is on call on Lab");
            form.locator("input[value=mended]").check();
            form.locator("#wd-person").selectOption(new SelectOption().setLabel("Nils (nils)"));
            pictured(page, "mend-coverage");
            completes(page);
        }

        Assertions.assertThat(who("2026-12-02T10:00")).containsExactly("nils");
    }

    @Test
    void whoever_goes_leaves_a_note_and_whoever_comes_takes_over() {
        matters.open.add(new OpenMatters.Matter("CR-9", "数据泄露 at 3 a.m.", TIER, null));
        theTimeIs(at("2026-12-02T08:59"));
        handovers.look();
        theTimeIs(at("2026-12-02T09:00"));
        var handover = handovers.look().stream()
                .filter(each -> each.rota().equals(TIER))
                .findFirst()
                .orElseThrow();
        try (Browser browser = Browser.open()) {
            Page page = opened(
                    browser, handover.outgoing().get(0), task(handover.id(), OncallHandoverModel.USER_LEAVE_NOTE));
            page.locator("#handoverNote").fill("Legal answers at ten.");
            pictured(page, "leave-note");
            completes(page);
        }
        try (Browser browser = Browser.open()) {
            Page page = opened(browser, handover.incoming(), task(handover.id(), OncallHandoverModel.USER_TAKE_OVER));
            assertThat(page.locator("form.wd-form")).containsText("数据泄露 at 3 a.m.");
            assertThat(page.locator("form.wd-form")).containsText("Legal answers at ten.");
            pictured(page, "take-over");
            completes(page);
        }

        Assertions.assertThat(handovers.get(handover.id()).takenBy()).isEqualTo(handover.incoming());
    }

    private String tierAt(String local) {
        return onCall.at(TIER, at(local)).get(0).person();
    }

    private String label(String person) {
        return "%s (%s)".formatted(people.displayName(person), person);
    }

    private Task task(String businessKey, String element) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(element)
                .singleResult();
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private Page opened(Browser browser, String person, Task task) {
        Page page = signedIn(browser, person);
        page.navigate(tasklist() + "#/?task=" + task.getId());
        page.waitForSelector("form.wd-form");
        if (task.getAssignee() == null) {
            page.click("text=Claim");
        }
        return page;
    }

    private Page signedIn(Browser browser, String person) {
        Page page = browser.session(390, 844).newPage();
        page.setDefaultTimeout(PATIENCE);
        page.navigate(tasklist());
        SignedIn.byForm(page, person);
        page.waitForSelector("text=My tasks");
        return page;
    }

    private String tasklist() {
        return "http://localhost:%d/camunda/app/tasklist/default/".formatted(port);
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
