package io.watchdesk.signal.process;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.watchdesk.signal.Reports;
import io.watchdesk.signal.Signal;
import io.watchdesk.signal.StandInAssessment;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The form "Report a signal" in the real Tasklist, as small as a phone shows it. */
class SignalFormTest extends ApplicationSpecification {

    private static final double PATIENCE = 40_000;

    @Autowired
    private Reports reports;

    @Test
    void a_writer_reports_what_she_saw_and_reads_what_became_of_it() {
        List<String> scriptErrors = new ArrayList<>();
        isMemberOf("wanda", "writers");
        try (Browser browser = Browser.open();
                StandInAssessment assessment = new StandInAssessment(repositoryService, runtimeService)) {
            Page page = browser.session(390, 844).newPage();
            page.setDefaultTimeout(PATIENCE);
            page.onPageError(scriptErrors::add);
            signsIn(page);
            Locator form = opensForm(page);
            form.locator("#signalTitle").fill("保温杯漏水 <b>投诉</b> 😡");
            form.locator("#signalText").fill("Three posts\nin one hour.");
            form.locator("#account").selectOption("weibo");
            form.locator("#topic").fill("保温杯");
            form.locator("#platforms").fill("2");
            form.locator("#harm").selectOption("serviceFault");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/forms/report-signal.png"))
                    .setFullPage(true));
            page.locator(".modal-footer button:has-text('Start')").click();
            assertThat(page.getByText("The process has been started")).isVisible();

            Signal signal = as("wanda", () -> reports.mine()).get(0);
            assertThat(signal)
                    .returns("保温杯漏水 <b>投诉</b> 😡", Signal::title)
                    .returns("Three posts\nin one hour.", Signal::text)
                    .returns("weibo", Signal::account)
                    .returns(Map.of("platforms", "2", "harm", "serviceFault"), Signal::facts);
            assertThat(assessment.open(signal.id())).isOne();
            page.reload();
            assertThat(opensForm(page).locator("#wd-reports"))
                    .containsText("保温杯漏水 <b>投诉</b> 😡. It is stored and is being rated.");
        }
        assertThat(scriptErrors).isEmpty();
    }

    private void signsIn(Page page) {
        page.navigate(at("/camunda/app/tasklist/default/").toString());
        SignedIn.byForm(page, "wanda");
        page.getByText("My tasks").first().waitFor();
    }

    private static Locator opensForm(Page page) {
        Locator start = page.getByText("Start process").first();
        if (!start.isVisible()) {
            page.locator(".navbar-toggle").first().click();
        }
        start.click();
        page.locator(".modal-dialog").getByText("Signal report").click();
        Locator form = page.locator("form.wd-form");
        // The list of accounts shows that the form's script has run.
        form.locator("#account option[value=weibo]")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        return form;
    }
}
