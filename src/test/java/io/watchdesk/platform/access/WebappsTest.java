package io.watchdesk.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import io.watchdesk.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class WebappsTest extends ApplicationSpecification {

    @Autowired
    private JdbcClient database;

    @Test
    void every_webapp_bears_our_name_and_no_advertisement_of_the_vendor() {
        try (Browser browser = Browser.open();
                BrowserContext session = browser.session(1280, 800)) {
            Page page = session.newPage();
            page.setDefaultTimeout(60_000);
            page.navigate(at("/camunda/app/tasklist/default/").toString());
            page.locator("input[type=password]").waitFor();
            assertThat(page.content()).doesNotContain("DEMO");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            SignedIn.byForm(page, "admin");
            page.locator(".account").first().waitFor();

            for (String webapp : List.of("tasklist", "cockpit", "admin", "welcome")) {
                page.navigate(at("/camunda/app/%s/default/".formatted(webapp)).toString());
                page.locator(".account").first().waitFor();
                assertThat(page.title()).as(webapp).startsWith("Watchdesk");
                assertThat(page.locator(".ce-eol-banner:visible, .create-task-action:visible")
                                .count())
                        .as(webapp)
                        .isZero();
            }
        }
    }

    @Test
    void tasklist_brings_what_forms_stand_on() {
        try (Browser browser = Browser.open();
                BrowserContext session = browser.session(390, 844)) {
            Page page = session.newPage();
            page.setDefaultTimeout(60_000);
            page.navigate(at("/camunda/app/tasklist/default/").toString());
            page.locator("input[type=password]").waitFor();

            page.waitForFunction("() => window.watchdesk !== undefined");
            assertThat(page.evaluate("() => watchdesk.charCount('春节🎉')")).isEqualTo(3);
            assertThat(page.evaluate("() => watchdesk.localTime('2026-11-24T01:30:00Z', 'Asia/Shanghai')"))
                    .asString()
                    .contains("09:30", "Asia/Shanghai");
            assertThat(
                            page.evaluate(
                                    "() => watchdesk.element('p', {class: 'x'}, '<b>bold</b>', watchdesk.element('i')).innerHTML"))
                    .isEqualTo("&lt;b&gt;bold&lt;/b&gt;<i></i>");
            assertThat(page.evaluate("() => watchdesk.element('a', {href: 'javascript:alert(1)'}, 'x').outerHTML"))
                    .asString()
                    .doesNotContain("href");
        }
    }

    @Test
    void waiting_jobs_are_found_by_priority_through_an_index() {
        String indexes = TestDatabase.chosen().equals("postgresql")
                ? "select lower(indexname) from pg_indexes where lower(tablename) = 'act_ru_job'"
                : "select lower(index_name) from information_schema.indexes where lower(table_name) = 'act_ru_job'";

        assertThat(database.sql(indexes).query(String.class).list()).contains("wd_idx_job_priority");
    }
}
