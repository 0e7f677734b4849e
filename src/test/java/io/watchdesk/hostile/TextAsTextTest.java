package io.watchdesk.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import io.watchdesk.testing.Specification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every form in the real Tasklist, in a real browser, fed with answers in which each text is a payload: whatever people can
 * enter anywhere and a form may ever show, it shows as text. The answers are made up from the types of our endpoints, so a
 * new field is tried without anybody thinking of it.
 */
@Order(3)
class TextAsTextTest extends Specification {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Endpoint> ENDPOINTS = Endpoints.all();

    private final Payloads payloads = new Payloads();
    private final MadeUp madeUp = new MadeUp(payloads::next);

    @Override
    protected boolean jobsRunByThemselves() {
        return false;
    }

    @Test
    void whatever_a_form_shows_it_shows_as_text() throws IOException {
        assertThat(Payloads.list()).hasSizeGreaterThanOrEqualTo(100);
        Map<String, Path> forms = new LinkedHashMap<>();
        try (Stream<Path> found = Files.walk(Path.of("forms"))) {
            found.filter(path -> path.toString().endsWith(".html")).sorted().forEach(form -> forms.put(task(), form));
        }
        Map<Path, Integer> shown = new LinkedHashMap<>();
        try (Browser browser = Browser.open();
                WatchedPage watched = new WatchedPage(browser.session(1400, 1000))) {
            signIn(watched.page(), forms);
            forms.forEach((task, form) -> shown.put(form, look(watched, task, form)));
            assertThat(watched.trouble()).isEmpty();
            assertThat(watched.seen())
                    .as(
                            "payloads that were seen as text, by form: %s; errors of scripts: %s",
                            shown, watched.scriptErrors())
                    .isGreaterThan(400);
        } finally {
            forms.keySet().forEach(task -> taskService.deleteTask(task, true));
        }
    }

    private String task() {
        Task task = taskService.newTask();
        task.setName(payloads.next());
        task.setDescription(payloads.next());
        task.setAssignee("wei");
        taskService.saveTask(task);
        return task.getId();
    }

    private void signIn(Page page, Map<String, Path> forms) {
        page.route(url -> true, route -> serve(route, forms));
        page.navigate("http://localhost:%d/camunda/app/tasklist/default/".formatted(port));
        SignedIn.byForm(page, "wei");
        page.getByText("My tasks").first().waitFor();
    }

    private static int look(WatchedPage watched, String task, Path form) {
        Page page = watched.page();
        page.evaluate("document.querySelectorAll('form').forEach((form) => form.dataset.old = 1)");
        page.evaluate("task => { location.hash = '#/?task=' + task }", task);
        page.waitForFunction("() => document.querySelector('form.wd-form:not([data-old])')");
        return watched.look(form.toString());
    }

    private void serve(Route route, Map<String, Path> forms) {
        URI address = URI.create(route.request().url().replaceAll("[|{}\\[\\]\"<>`^\\\\]", "_"));
        if (!"localhost".equals(address.getHost())) {
            route.abort();
            return;
        }
        String path = address.getPath();
        String task = forms.keySet().stream()
                .filter(id -> path.contains("/task/" + id + "/"))
                .findFirst()
                .orElse("");
        if (path.endsWith("/task/" + task + "/form")) {
            json(route, "{\"key\":\"embedded:deployment:form.html\",\"contextPath\":null}");
        } else if (path.endsWith("/task/" + task + "/deployed-form")) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBodyBytes(bytes(forms.get(task))));
        } else if (path.endsWith("/task/" + task + "/form-variables")) {
            json(route, variables(route.request().url()));
        } else if (path.startsWith("/api/")) {
            json(route, answer(route.request().method(), path));
        } else {
            route.resume();
        }
    }

    private String variables(String url) {
        ObjectNode variables = JSON.createObjectNode();
        int names = url.indexOf("variableNames=");
        if (names >= 0) {
            String list = URI.create(url).getQuery().replaceFirst(".*variableNames=([^&]*).*", "$1");
            for (String name : new TreeSet<>(List.of(list.split(",")))) {
                variables.putObject(name).put("type", "String").put("value", payloads.next());
            }
        }
        return variables.toString();
    }

    private String answer(String method, String path) {
        List<Endpoint> fitting = new ArrayList<>(ENDPOINTS.stream()
                .filter(endpoint -> endpoint.method().equals(method) && endpoint.fits(path))
                .toList());
        // What is written out counts more than what the caller chooses.
        fitting.sort(java.util.Comparator.comparingLong(endpoint ->
                endpoint.path().chars().filter(c -> c == '{' || c == '*').count()));
        return fitting.isEmpty()
                ? "{}"
                : madeUp.of(Endpoints.typeOf(fitting.get(0).answer())).toString();
    }

    private static void json(Route route, String body) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
