package io.watchdesk.publishing.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.content.Category;
import io.watchdesk.content.Format;
import io.watchdesk.publishing.SlotRules;
import java.time.DayOfWeek;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table publish-slot, row by row. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishSlotRulesTest {

    private final SlotRules rules = new PublishSlotRules(new DeployedTable("content-production"));

    @ParameterizedTest(name = "{0} about {1} on {2}: {3} at {4}")
    @CsvSource({
        "LIVE, ENTERTAINMENT, Bilibili, SAT, 20:00",
        "LIVE, KNOWLEDGE, Bilibili, THU, 20:00",
        "LIVE, PRODUCT, Douyin, THU, 20:00",
        "SHORT_VIDEO, ENTERTAINMENT, Site, daily, 12:15 18:30 21:30",
        "SHORT_VIDEO, ENTERTAINMENT, Douyin, daily, 12:15 18:30 21:30",
        "SHORT_VIDEO, KNOWLEDGE, Douyin, daily, 12:15 18:30",
        "SHORT_VIDEO, PRODUCT, Kuaishou, daily, 12:15 18:30",
        "SHORT_VIDEO, PRODUCT, Site, daily, 18:30",
        "ARTICLE, KNOWLEDGE, Site, weekdays, 07:45 18:15",
        "ARTICLE, INDUSTRY_NEWS, Zhihu, weekdays, 08:30",
        "ARTICLE, PRODUCT, Site, weekdays, 10:00 15:00",
        "ARTICLE, COMPANY_NEWS, Weibo, weekdays, 10:00 15:00",
        "ARTICLE, EVENT, Site, weekdays, 12:00 17:30",
        "ARTICLE, ENTERTAINMENT, Weibo, weekend, 19:30",
        "IMAGE, ENTERTAINMENT, Xiaohongshu, weekend, 11:00 20:30",
        "IMAGE, KNOWLEDGE, Xiaohongshu, daily, 12:30 20:00",
        "IMAGE, KNOWLEDGE, Weibo, weekdays, 12:00",
        "IMAGE, EVENT, Weibo, weekdays, 12:00",
        "VIDEO, KNOWLEDGE, Bilibili, WED SAT, 18:00",
        "VIDEO, KNOWLEDGE, Zhihu, WED SAT, 18:00",
        "VIDEO, KNOWLEDGE, Site, weekdays, 18:30",
        "VIDEO, ENTERTAINMENT, Bilibili, weekend, 19:30",
        "VIDEO, PRODUCT, Douyin, weekdays, 18:30",
        "AUDIO, ENTERTAINMENT, Site, weekend, 10:00",
        "AUDIO, KNOWLEDGE, Site, weekdays, 07:15",
        "INTERACTIVE, ENTERTAINMENT, Weibo, weekend, 20:00",
        "INTERACTIVE, PRODUCT, Weibo, weekdays, 12:15 20:00"
    })
    void gives_the_slots_of(Format format, Category category, String platform, String days, String times) {
        SlotRules.Rule rule = rules.ruleFor(format, category, platform).orElseThrow();

        assertThat(shown(rule)).isEqualTo(days);
        assertThat(rule.times().stream().map(Object::toString).collect(Collectors.joining(" ")))
                .isEqualTo(times);
    }

    @Test
    void a_live_broadcast_of_an_event_gets_its_time_from_a_person() {
        assertThat(rules.ruleFor(Format.LIVE, Category.EVENT, "Douyin")).isEmpty();
    }

    @Test
    void what_no_row_names_gets_its_time_from_a_person() {
        assertThat(rules.ruleFor(null, null, null)).isEmpty();
        assertThat(rules.ruleFor(null, Category.KNOWLEDGE, "Site")).isEmpty();
    }

    @Test
    void every_other_combination_has_a_row_of_its_own() {
        for (Format format : Format.values()) {
            for (Category category : Category.values()) {
                boolean person = format == Format.LIVE && category == Category.EVENT;
                assertThat(rules.ruleFor(format, category, "A platform nobody named"))
                        .as("%s about %s", format, category)
                        .matches(rule -> rule.isEmpty() == person);
            }
        }
    }

    private static String shown(SlotRules.Rule rule) {
        String days = rule.days().stream().map(PublishSlotRulesTest::brief).collect(Collectors.joining(" "));
        return switch (days) {
            case "MON TUE WED THU FRI SAT SUN" -> "daily";
            case "MON TUE WED THU FRI" -> "weekdays";
            case "SAT SUN" -> "weekend";
            default -> days;
        };
    }

    private static String brief(DayOfWeek day) {
        return day.name().substring(0, 3);
    }
}
