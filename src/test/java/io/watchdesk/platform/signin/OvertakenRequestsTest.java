package io.watchdesk.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** What the sign-in page still asks for while the sign-in gives the browser another session; see {@code SignInTest} too. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OvertakenRequestsTest {

    private final OvertakenRequests filter = new OvertakenRequests(Clock.systemUTC());
    private final MockHttpSession before = new MockHttpSession();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_request_whose_session_is_replaced_while_it_is_worked_on_gets_none_of_nobody() throws Exception {
        MockHttpServletRequest request = with("GET");

        filter.doFilter(request, response, replaced());

        assertThat(response.getStatus()).isEqualTo(307);
        assertThat(response.getHeader("Location")).isEqualTo("/camunda/app/tasklist/default/?a=b");
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void even_if_the_failure_was_answered_as_another() throws Exception {
        FilterChain swallowing = (request, answer) -> {
            try {
                replaced().doFilter(request, answer);
            } catch (IllegalStateException failure) {
                response.setStatus(500);
            }
        };

        filter.doFilter(with("GET"), response, swallowing);

        assertThat(response.getStatus()).isEqualTo(307);
    }

    @Test
    void the_sign_in_itself_gets_its_new_session() throws Exception {
        MockHttpServletRequest request = with("POST");

        filter.doFilter(request, response, replaced());

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(request.getSession(false)).isNotNull().isNotSameAs(before);
    }

    @Test
    void who_keeps_the_session_is_answered_as_ever() throws Exception {
        MockHttpServletRequest request = with("GET");

        filter.doFilter(request, response, (asked, answer) -> ((HttpServletRequest) asked).getSession());

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(request.getSession(false)).isSameAs(before);
    }

    private MockHttpServletRequest with(String method) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/camunda/app/tasklist/default/");
        request.setQueryString("a=b");
        request.setSession(before);
        request.setRequestedSessionId(before.getId());
        request.setRequestedSessionIdValid(true);
        return request;
    }

    /** Another request ends the session in the middle of this one, which asks for it then. */
    private FilterChain replaced() {
        return (request, answer) -> {
            before.invalidate();
            ((HttpServletRequest) request).getSession();
        };
    }
}
