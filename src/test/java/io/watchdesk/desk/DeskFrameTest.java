package io.watchdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What holds for every page of the desk. */
class DeskFrameTest extends ApplicationSpecification {

    @Autowired
    private List<DeskPage> pages;

    @Test
    void nobody_sees_the_desk_who_is_not_signed_in() {
        Answer answer = new TasklistClient(at("/")).get("/desk/pipeline?late=true");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .endsWith("/camunda/app/tasklist/default/?desk=%2Fdesk%2Fpipeline%3Flate%3Dtrue");
    }

    @ParameterizedTest
    @CsvSource({
        "planners, pipeline calendar items registers work",
        "writers, pipeline calendar items registers",
        "reviewers, pipeline calendar items registers work",
        "legal, pipeline calendar items crises registers work",
        "chief-editors, pipeline calendar items registers work",
        "publishers, pipeline calendar items registers work",
        "oncall-tier-1, pipeline calendar items crises oncall registers",
        "oncall-tier-2, pipeline calendar items crises oncall registers",
        "oncall-command, pipeline calendar items crises oncall registers",
        "oncall-executive, pipeline calendar crises oncall",
        "cc-market, pipeline crises registers",
        "cc-pr, pipeline crises registers",
        "cc-tech, pipeline crises registers",
        "cc-legal, pipeline crises registers",
        "managers, pipeline calendar items crises oncall figures registers work",
        "camunda-admin, pipeline calendar items crises oncall figures registers work"
    })
    void a_role_opens_the_pages_that_the_file_of_roles_names_and_no_other(String role, String names) {
        isMemberOf("deskie", role);
        TasklistClient deskie = TasklistClient.login(at("/"), "deskie", "deskie");
        List<String> allowed = List.of(names.split(" "));

        for (DeskPage page : pages) {
            Answer answer = deskie.get("/desk/" + page.path());
            boolean mine = allowed.contains(page.id());
            assertThat(answer.status()).as(role + " " + page.id()).isEqualTo(mine ? 200 : 403);
            assertThat(answer.text().contains("href=\"/desk/" + page.path() + "\""))
                    .as("%s in the navigation of %s", page.id(), role)
                    .isEqualTo(mine);
        }
        assertThat(deskie.get("/desk/nothing").status()).isEqualTo(404);
        assertThat(deskie.get("/desk/live?topics=nothing").status()).isEqualTo(204);
    }

    @Test
    void a_page_speaks_the_language_that_was_chosen_or_else_the_browsers() {
        TasklistClient pia = TasklistClient.login(at("/"), "pia", "pia");

        assertThat(inLanguage(pia, "de,zh-TW;q=0.8,en;q=0.5", null)).contains("lang=\"zh-CN\"", "工作进度");
        assertThat(inLanguage(pia, "de", null)).contains("lang=\"en\"", "Pipeline");
        assertThat(inLanguage(pia, "zh-CN", "en")).contains("lang=\"en\"", "Pipeline");
        assertThat(inLanguage(pia, "en", "zh")).contains("lang=\"zh-CN\"", "工作进度");
        assertThat(inLanguage(pia, "en", "<script>")).contains("lang=\"en\"");
    }

    @Test
    void no_page_lets_anything_inline_run() {
        Answer answer = TasklistClient.login(at("/"), "max", "max").get("/desk/pipeline");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(answer.text()).doesNotContainPattern("<script(?![^>]*src=)|\\son[a-z]+=|\\sstyle=");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void both_languages_say_the_same_things() throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath:desk/*.properties");
        assertThat(found).isNotEmpty();
        for (Resource english : found) {
            if (!english.getFilename().contains("_")) {
                Resource chinese =
                        english.createRelative(english.getFilename().replace(".properties", "_zh.properties"));
                assertThat(new TreeSet<>(read(chinese).keySet()))
                        .as(english.getFilename())
                        .isEqualTo(new TreeSet<>(read(english).keySet()));
            }
        }
    }

    private static String inLanguage(TasklistClient person, String accepted, String chosen) {
        Map<String, String> headers = chosen == null
                ? Map.of("Accept-Language", accepted)
                : Map.of("Accept-Language", accepted, "Cookie", "watchdesk-language=" + chosen);
        return person.send("GET", "/desk/pipeline", null, java.net.http.HttpRequest.BodyPublishers.noBody(), headers)
                .text();
    }

    private static Properties read(Resource file) throws IOException {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8));
        return properties;
    }
}
