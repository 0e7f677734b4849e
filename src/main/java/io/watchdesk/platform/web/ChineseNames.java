package io.watchdesk.platform.web;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of processes, their elements, groups and the lists of Tasklist in Chinese. A task's stored name begins with the name of its
 * element and goes on with what it is about: {@code Review content (Editor): Kitchen knives}.
 */
final class ChineseNames {

    private static final String FILE = "META-INF/resources/watchdesk/words/names-zh.json";
    private static final String PLACE_OF_VALUE = "${";
    private static final String DRILL = "[演练 DRILL] ";
    private static final Pattern ABOUT = Pattern.compile(
            "(?: for (?<function>command|market|PR|technology|legal))?(?: \\((?<particular>[^()]*)\\))?(?:: (?<title>.*))?",
            Pattern.DOTALL);
    private static final Map<String, String> FUNCTIONS =
            Map.of("command", "指挥", "market", "市场", "PR", "公关", "technology", "技术", "legal", "法务");
    private static final Map<String, String> LEVELS = Map.of("blue", "蓝", "yellow", "黄", "orange", "橙", "red", "红");
    private static final List<String> KINDS =
            List.of("Holding statement", "Full statement", "Public update", "Resolution message");
    private static final DateTimeFormatter SLOT =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm (VV)", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE_SLOT =
            DateTimeFormatter.ofPattern("uuuu年M月d日 EEE HH:mm（VV）", Locale.CHINA);
    private static final Pattern NAME_IN_XML = Pattern.compile(" name=\"([^\"]*)\"");

    private final Map<String, String> names;
    private final Map<String, String> back = new HashMap<>();
    private final List<String> longestFirst;

    ChineseNames() {
        names = WordBook.read(FILE);
        names.forEach((english, chinese) -> back.putIfAbsent(chinese, english));
        longestFirst = names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The name, or itself where it is not one of ours. */
    String of(String english) {
        return names.getOrDefault(english, english);
    }

    /** The moment on a task's card as {@code Mon 23 Nov 2026, 08:48 (Asia/Shanghai)}, or the text itself where it is none. */
    String slot(String text) {
        try {
            return CHINESE_SLOT.format(SLOT.parse(text, ZonedDateTime::from));
        } catch (DateTimeParseException typed) {
            return text;
        }
    }

    /** The English name that this is the translation of, or itself. */
    String english(String chinese) {
        return back.getOrDefault(chinese, chinese);
    }

    /** A model with its names in Chinese. */
    String model(String xml) {
        return NAME_IN_XML
                .matcher(xml)
                .replaceAll(found -> Matcher.quoteReplacement(" name=\"" + escaped(of(found.group(1))) + "\""));
    }

    /** The stored name of a task, or itself where it does not begin with a name of ours. */
    String task(String stored) {
        boolean drill = stored.startsWith(DRILL);
        String name = drill ? stored.substring(DRILL.length()) : stored;
        return longestFirst.stream()
                .flatMap(english -> begun(english, name).stream())
                .findFirst()
                .map(chinese -> (drill ? DRILL : "") + chinese)
                .orElse(stored);
    }

    private Optional<String> begun(String english, String stored) {
        int value = english.indexOf(PLACE_OF_VALUE);
        if (value > 0) {
            String beginning = english.substring(0, value);
            return stored.startsWith(beginning)
                    ? Optional.of(names.get(english).split("\\$\\{", 2)[0] + stored.substring(beginning.length()))
                    : Optional.empty();
        }
        if (!stored.startsWith(english)) {
            return Optional.empty();
        }
        Matcher about = ABOUT.matcher(stored.substring(english.length()));
        return about.matches() ? Optional.of(names.get(english) + about(about)) : Optional.empty();
    }

    private String about(Matcher about) {
        String function = about.group("function");
        String particular = about.group("particular");
        String title = about.group("title");
        return (function == null ? "" : "（" + FUNCTIONS.get(function) + "）")
                + (particular == null ? "" : "（" + LEVELS.getOrDefault(particular, of(particular)) + "）")
                + (title == null ? "" : "：" + kindFirst(title));
    }

    /** What a task about a statement is called begins with the kind of the statement. */
    private static String kindFirst(String title) {
        if (title.startsWith(DRILL)) {
            return DRILL + kindFirst(title.substring(DRILL.length()));
        }
        return KINDS.stream()
                .filter(kind -> title.startsWith(kind + ": "))
                .findFirst()
                .map(kind -> Spoken.chinese().word(kind) + "：" + title.substring(kind.length() + 2))
                .orElse(title);
    }

    private static String escaped(String name) {
        return name.replace("<", "&lt;");
    }
}
