package io.watchdesk.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.watchdesk.content.Asset.Rights;
import io.watchdesk.platform.Flaw;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RightsTest {

    /** As the database holds it since before there were countries and credits. */
    private static final String OLD =
            "{\"source\":\"agency\",\"holder\":\"Li Si\",\"licence\":\"L-1\",\"scope\":\"web\","
                    + "\"channels\":[\"Weibo\"],\"validFrom\":null,\"validTo\":\"2027-05-01\",\"proof\":\"c. 7\"}";

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void a_record_without_countries_and_credit_is_written_as_before_so_that_approvals_stay_in_force() throws Exception {
        Rights old = json.readValue(OLD, Rights.class);

        assertThat(json.writeValueAsString(old)).isEqualTo(OLD);
        assertThat(old.coversCountry("CN")).isTrue();
        assertThat(old.creditedIn("")).isTrue();
        assertThat(old.creditedIn()).isTrue();
    }

    @Test
    void countries_and_credit_are_kept_and_looked_through() throws Exception {
        Rights rights = new Rights(
                "agency",
                "Li Si",
                "L-1",
                "web",
                Set.of(),
                null,
                LocalDate.of(2027, 5, 1),
                "c. 7",
                new TreeSet<>(List.of("hk ", "CN", "")),
                " 图：李四 📷 ");

        assertThat(json.readValue(json.writeValueAsString(rights), Rights.class))
                .isEqualTo(rights);
        assertThat(rights.territories()).containsExactly("CN", "HK");
        assertThat(rights.coversCountry("TW")).isFalse();
        assertThat(rights.creditedIn("Sun", "Warm. 图: 李四📷")).isTrue();
        assertThat(rights.creditedIn("Sun", "Warm. 图: 李")).isFalse();
        assertThat(rights.flaws()).isEmpty();
        assertThat(new Rights(
                                "",
                                "",
                                "",
                                "",
                                Set.of(),
                                LocalDate.of(2026, 3, 2),
                                LocalDate.of(2026, 3, 1),
                                "",
                                null,
                                "")
                        .flaws())
                .extracting(Flaw::sentence)
                .containsExactly("The right ends on 2026-03-01, before it begins on 2026-03-02.");
        assertThat(new Rights("", "", "", "", Set.of(), null, null, "", new TreeSet<>(Set.of("China")), "x".repeat(301))
                        .flaws())
                .extracting(Flaw::field)
                .containsExactly("territories", "credit");
    }
}
