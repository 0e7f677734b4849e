package io.watchdesk.publishing.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Category;
import io.watchdesk.content.Format;
import io.watchdesk.publishing.ChannelChoice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table channel-choice, row by row. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChannelChoiceRulesTest {

    private final ChannelChoice choice =
            new ChannelChoiceRules(new DeployedTable("content-production"), new OneAccountAPlatform());

    @ParameterizedTest(name = "{0} about {1}: {2}")
    @CsvSource({
        "SHORT_VIDEO, ENTERTAINMENT, Douyin Kuaishou",
        "SHORT_VIDEO, KNOWLEDGE, Douyin Kuaishou",
        "LIVE, PRODUCT, Douyin Kuaishou",
        "LIVE, EVENT, Douyin Kuaishou",
        "LIVE, KNOWLEDGE, Bilibili Douyin",
        "ARTICLE, KNOWLEDGE, Site WeChat Zhihu",
        "ARTICLE, INDUSTRY_NEWS, Site WeChat Zhihu",
        "ARTICLE, PRODUCT, Site WeChat Weibo",
        "ARTICLE, COMPANY_NEWS, Site WeChat Weibo",
        "ARTICLE, EVENT, Site WeChat Xiaohongshu",
        "ARTICLE, ENTERTAINMENT, Toutiao Weibo",
        "IMAGE, PRODUCT, Weibo Xiaohongshu",
        "VIDEO, KNOWLEDGE, Bilibili Zhihu",
        "VIDEO, INDUSTRY_NEWS, Bilibili Zhihu",
        "VIDEO, ENTERTAINMENT, Bilibili Douyin",
        "AUDIO, KNOWLEDGE, Site Ximalaya",
        "INTERACTIVE, ENTERTAINMENT, Weibo Xiaohongshu",
        "INTERACTIVE, EVENT, Weibo Xiaohongshu",
        "INTERACTIVE, KNOWLEDGE, Site WeChat"
    })
    void recommends(Format format, Category category, String platforms) {
        assertThat(recommended(format, category)).isEqualTo(platforms);
        assertThat(choice.adviceFor(format, category))
                .allMatch(advice -> advice.why().endsWith("."));
    }

    @Test
    void recommends_nothing_while_format_or_category_is_open_and_says_so() {
        assertThat(recommended(null, null)).isEmpty();
        assertThat(choice.adviceFor(null, null).get(0).why()).contains("a person chooses");
    }

    private String recommended(Format format, Category category) {
        return choice.adviceFor(format, category).stream()
                .filter(ChannelChoice.Advice::recommended)
                .map(advice -> advice.account().platform())
                .collect(Collectors.joining(" "));
    }

    /** One account on each platform that the table names, in alphabetical order. */
    private static final class OneAccountAPlatform implements Accounts {

        @Override
        public List<Account> all() {
            return Stream.of(
                            "Bilibili",
                            "Douyin",
                            "Kuaishou",
                            "Site",
                            "Toutiao",
                            "WeChat",
                            "Weibo",
                            "Xiaohongshu",
                            "Ximalaya",
                            "Zhihu")
                    .map(platform -> new Account(
                            platform,
                            platform,
                            "manual",
                            platform,
                            ZoneId.of("Asia/Shanghai"),
                            "CN",
                            LocalTime.of(9, 0),
                            LocalTime.of(18, 0),
                            EnumSet.allOf(DayOfWeek.class),
                            Duration.ofMinutes(30),
                            100,
                            1000,
                            "AI",
                            Collections.emptySortedSet()))
                    .toList();
        }

        @Override
        public Optional<Account> find(String id) {
            return all().stream().filter(account -> account.id().equals(id)).findFirst();
        }

        @Override
        public Account require(String id) {
            return find(id).orElseThrow();
        }
    }
}
