package io.watchdesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.testing.ProcessSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing is held that the inventory does not know. */
class InventoryTest extends ProcessSpecification {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RetentionSettings settings;

    @Test
    void every_column_of_text_has_its_place_in_the_inventory() {
        TableFiller schema = new TableFiller(jdbc);
        Map<String, Inventory.Table> known = Inventory.read().ours();
        List<String> missing = new ArrayList<>();
        List<String> tables = schema.tables().stream()
                .filter(table -> !table.startsWith("act_"))
                .toList();
        for (String table : tables) {
            List<String> columns =
                    known.containsKey(table) ? known.get(table).all().toList() : List.of();
            schema.columns(table).stream()
                    .filter(TableFiller.Column::isText)
                    .filter(column -> !columns.contains(column.name()))
                    .forEach(column -> missing.add(table + "." + column.name()));
        }

        assertThat(missing)
                .as(
                        "columns that src/main/resources/privacy/inventory.yaml does not mention: decide whether people stand there")
                .isEmpty();
        assertThat(known.keySet()).as("tables that are no more").isSubsetOf(tables);
    }

    @Test
    void every_rule_has_a_period_and_every_period_a_rule() {
        assertThat(RetentionRules.read().rules().stream()
                        .map(RetentionRules.Rule::kind)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(settings.periods().keySet());
    }
}
