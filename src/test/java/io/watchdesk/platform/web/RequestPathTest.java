package io.watchdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What of an address a log may tell. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestPathTest {

    @ParameterizedTest
    @CsvSource({
        "/crisis/ack/29f1f8c6bbf7462294df6d0fd7adb53d.w2BDFhqaYFH0WLEALPijcOuubEDKYTytGipygDN5fLI/climb, /crisis/ack/.../climb",
        "/feeds/oncall/w2BDFhqaYFH0WLEALPijcOuubEDKYTytGipygDN5fLI.ics, /feeds/oncall/...",
        "/api/drafts/489fcf1c-e762-11f1-b435-02fc00000001/files, /api/drafts/489fcf1c-e762-11f1-b435-02fc00000001/files",
        "/desk/crises/CR-5001, /desk/crises/CR-5001"
    })
    void a_log_shows_where_but_no_token(String path, String shown) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);

        assertThat(RequestPath.shown(request)).isEqualTo(shown);
    }
}
