package io.watchdesk.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.escalation.Ladder;
import io.watchdesk.escalation.Links;
import io.watchdesk.testing.ApplicationSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page behind the link of a page, in the real application: over HTTP, jobs and timers running by themselves. */
class AnswerLinkTest extends ApplicationSpecification {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Crises crises;

    @Autowired
    private Ladder ladder;

    @Autowired
    private Links links;

    private String crisisId;

    @BeforeEach
    void a_red_crisis() {
        declare("<b>Banned</b> & \"gone\"", Level.RED);
    }

    @Test
    void boundary_timers_call_all_tiers_of_a_red_crisis_by_themselves() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(openTasks())
                        .extracting(Task::getTaskDefinitionKey)
                        .containsExactlyInAnyOrder(
                                "UserTask_TakeCrisisAsOperator",
                                "UserTask_TakeCrisisAsPrManager",
                                "UserTask_TakeCrisisAsCommander"));
    }

    @Test
    void looking_changes_nothing_and_the_button_takes_it_once() throws Exception {
        ladderIsOpen();
        String link = link("olga", Links.Purpose.ACKNOWLEDGE);

        HttpResponse<String> page = get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("RED", crisisId, "&lt;b&gt;Banned&lt;/b&gt; &amp; &quot;gone&quot;", "I take it", "Olga")
                .doesNotContain("<b>Banned");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(send(HttpRequest.newBuilder(URI.create(link)).method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(crisis().holder()).isNull();

        HttpResponse<String> taken = post(link, "");
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains("You have it since").doesNotContain("I take it</");
        assertThat(crisis().holder()).isEqualTo("olga");
        await().atMost(SOON).untilAsserted(() -> assertThat(openTasks()).isEmpty());

        assertThat(post(link, "").statusCode()).isEqualTo(409);
        assertThat(get(link).body()).contains("You have it since");
    }

    @Test
    void the_second_one_reads_who_was_first_and_when() throws Exception {
        ladderIsOpen();
        String first = link("olga", Links.Purpose.ACKNOWLEDGE);
        String second = link("carla", Links.Purpose.ACKNOWLEDGE);
        post(first, "");

        assertThat(get(second).body()).contains("Olga was first: " + crisisId + " was taken on ");
        HttpResponse<String> late = post(second, "");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Olga was first: " + crisisId + " was taken on ");
        assertThat(crisis().holder()).isEqualTo("olga");
    }

    @Test
    void forged_cut_and_ended_links_say_so() throws Exception {
        String link = link("olga", Links.Purpose.ACKNOWLEDGE);

        for (String forged : List.of(
                link.substring(0, link.length() - 2),
                link.substring(0, link.lastIndexOf('.')),
                link.substring(0, link.lastIndexOf('/')) + "/nothing",
                link + "A",
                link.replaceFirst("ack/.{3}", "ack/000"))) {
            assertThat(get(forged).statusCode()).as(forged).isEqualTo(404);
            HttpResponse<String> refused = post(forged, "");
            assertThat(refused.statusCode()).as(forged).isEqualTo(404);
            assertThat(refused.body()).contains("This link is not valid");
        }
        timePasses(Duration.ofHours(25));
        assertThat(get(link).body()).contains("This link ended on");
        assertThat(post(link, "").statusCode()).isEqualTo(409);
        assertThat(crisis().holder()).isNull();
    }

    @Test
    void a_link_of_an_account_that_is_gone_does_nothing() throws Exception {
        isMemberOf("ghost", "oncall-tier-1");
        String link = link("ghost", Links.Purpose.ACKNOWLEDGE);
        identityService.deleteUser("ghost");

        HttpResponse<String> refused = post(link, "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("account that does not exist any more");
        assertThat(crisis().holder()).isNull();
    }

    @Test
    void the_page_calls_the_next_tier_with_a_reason_and_once() throws Exception {
        declare("A yellow one", Level.YELLOW);
        ladderIsOpen();
        String link = link("olga", Links.Purpose.ACKNOWLEDGE);
        int step = ladder.of(crisisId).step();

        HttpResponse<String> without = post(link + "/climb", "step=%s&tier=2&reason=".formatted(step));
        assertThat(without.statusCode()).isEqualTo(409);
        assertThat(without.body()).contains("why the next tier is needed");

        assertThat(post(link + "/climb", "step=%s&tier=2&reason=It+grows".formatted(step))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> again = post(link + "/climb", "step=%s&tier=2&reason=It+grows".formatted(step));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("The ladder has moved since you looked");
        await().atMost(SOON).untilAsserted(() -> assertThat(openTasks()).hasSize(2));
    }

    @Test
    void still_on_it_is_answered_by_link_only_by_the_holder() throws Exception {
        ladderIsOpen();
        String before = link("carla", Links.Purpose.STILL_ON_IT);
        assertThat(post(before, "").body()).contains("Nobody has it any more");
        as("carla", () -> response.acknowledge(crisisId, "carla", "phone"));

        String link = link("carla", Links.Purpose.STILL_ON_IT);
        assertThat(get(link).body()).contains("Yes, I am still on it");
        assertThat(post(link, "").statusCode()).isEqualTo(200);
        assertThat(get(link).body()).contains("You used this link on");
    }

    private void declare(String title, Level level) {
        crisisId = response.declare(new CrisisResponse.Declaration(
                        title,
                        List.of("weibo"),
                        UUID.randomUUID().toString(),
                        "accountBanned",
                        level,
                        List.of("A platform banned an account."),
                        Facts.UNKNOWN,
                        null,
                        Crisis.Mode.REAL,
                        clock.instant()))
                .id();
    }

    private void ladderIsOpen() {
        await().atMost(SOON).untilAsserted(() -> assertThat(openTasks()).isNotEmpty());
    }

    private List<Task> openTasks() {
        return taskService
                .createTaskQuery()
                .processDefinitionKey("crisis-escalation")
                .processInstanceBusinessKey(crisisId)
                .list();
    }

    private Crisis crisis() {
        return crises.get(crisisId);
    }

    private String link(String person, Links.Purpose purpose) {
        String address = links.link(crisisId, person, 1, purpose);
        return at(URI.create(address).getPath()).toString();
    }

    private HttpResponse<String> get(String link) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(link)).GET());
    }

    private HttpResponse<String> post(String link, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(link))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
