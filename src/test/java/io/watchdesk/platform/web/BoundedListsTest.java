package io.watchdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BoundedListsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Test
    void the_versions_of_a_model_get_an_end_that_nobody_set() throws Exception {
        assertThat(asked("GET", ENGINE + "/process-definition", "key=a")).isEqualTo("key=a&maxResults=2000");
        assertThat(asked("GET", ENGINE + "/decision-definition", null)).isEqualTo("maxResults=2000");
    }

    @Test
    void whoever_sets_an_end_and_whoever_asks_for_anything_else_is_left_alone() throws Exception {
        assertThat(asked("GET", ENGINE + "/process-definition", "maxResults=99999"))
                .isEqualTo("maxResults=99999");
        assertThat(asked("GET", ENGINE + "/process-definition", "key=a&MAXRESULTS=5"))
                .isEqualTo("key=a&MAXRESULTS=5");
        assertThat(asked("GET", ENGINE + "/history/activity-instance", "key=a")).isEqualTo("key=a");
        assertThat(asked("GET", ENGINE + "/process-definition/count", "key=a")).isEqualTo("key=a");
        assertThat(asked("POST", ENGINE + "/process-definition", null)).isNull();
    }

    private static String asked(String method, String path, String query) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setQueryString(query);
        MockFilterChain chain = new MockFilterChain();
        new BoundedLists(2000).doFilter(request, new MockHttpServletResponse(), chain);
        return ((HttpServletRequest) chain.getRequest()).getQueryString();
    }
}
