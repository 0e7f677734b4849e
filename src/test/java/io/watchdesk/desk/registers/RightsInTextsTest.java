package io.watchdesk.desk.registers;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Draft;
import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Screenings;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What legal writes into the register of rights is held against the texts of writers. */
class RightsInTextsTest extends RegisterWorld {

    @Autowired
    private Screenings screenings;

    @Test
    void what_a_record_says_of_countries_and_credit_is_held_against_the_text_that_uses_the_file() {
        TasklistClient lena = TasklistClient.login(at("/"), "lena", "lena");
        String id = asset();
        String piece = jdbc.sql("select piece_id from content_asset where id = ?")
                .param(id)
                .query(String.class)
                .single();
        as(
                "wei",
                () -> drafting.save(
                        piece,
                        new Draft.Text(
                                "Cups",
                                "A cup of tea. 图: HU",
                                List.of(),
                                List.of(),
                                List.of(id),
                                AiDeclaration.NO,
                                drafting.draft(piece).revision())));
        int version = as("wei", () -> drafting.submit(piece)).number();
        Map<String, String> record = new HashMap<>(Map.of("source", "s", "holder", "h", "licence", "l", "proof", "p"));

        record.putAll(Map.of("territories", "HK", "credit", "图：Li"));
        save(lena, id, record);
        assertThat(screenings.screen(piece, version).findings())
                .extracting(Finding::reason)
                .containsExactly(
                        "The right covers only these countries: HK; Newsroom is in CN. Extend it, drop that account or use another file.",
                        "The licence asks for the credit \"图：Li\", and the text for Newsroom does not name it. Name it there.");

        record.putAll(Map.of("territories", "HK; CN", "credit", "图：Hu"));
        save(lena, id, record);
        assertThat(screenings.screen(piece, version).findings()).isEmpty();
    }

    private static void save(TasklistClient person, String id, Map<String, String> fields) {
        Matcher stamp = Pattern.compile("data-stamp=\"([0-9a-f]{64})\"")
                .matcher(person.get("/desk/registers/rights/entry?key=" + id).text());
        assertThat(stamp.find()).isTrue();
        Answer saved = person.put(
                "/desk/registers/rights/entry", Map.of("key", id, "stamp", stamp.group(1), "fields", fields));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }
}
