package io.watchdesk.notification.mail;

import io.watchdesk.notification.ChatMessage;
import io.watchdesk.notification.ChatWriter;
import io.watchdesk.notification.Link;
import io.watchdesk.notification.MailWriter;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.PlainText;
import io.watchdesk.platform.Languages;
import io.watchdesk.platform.People.Person;
import io.watchdesk.platform.Said;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes mails from {@code mail/<kind>.txt}, one template for each {@link Message} record. A template's first line is the
 * subject, the paragraphs below are the body; {@code mail/layout.txt} and {@code mail/layout.html} make the two parts of it.
 * Their words stand in {@code mail/words.properties} and {@code mail/words_zh.properties}; what the record holds of sentences
 * of ours ({@link Said}) is said in the language of the recipient, too.
 */
@Component
class TemplateMailWriter implements MailWriter, ChatWriter {

    private static final int LONGEST_TITLE_IN_SUBJECT = 80;
    private static final int LONGEST_SUBJECT = 200;
    private static final Pattern LEVEL = Pattern.compile("\\[(\\p{Lu}+)]");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM uuuu, HH:mm 'UTC'", Locale.UK)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CHINESE_TIME = DateTimeFormatter.ofPattern(
                    "uuuu年M月d日 EEEE HH:mm 'UTC'", Locale.CHINA)
            .withZone(ZoneOffset.UTC);

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    private final Languages languages;
    private final String baseUrl;

    TemplateMailWriter(Languages languages, @Value("${watchdesk.base-url}") String baseUrl) {
        this.languages = languages;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
        words.setBasename("mail/words");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        templates.setTemplateEngineMessageSource(words);
        templates.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT, 1));
        templates.addTemplateResolver(resolver("*.html", TemplateMode.HTML, 2));
    }

    @Override
    public Letter write(Message message, Person recipient) {
        Locale language = languageOf(recipient);
        ChatMessage brief = brief(message, language);
        Map<String, Object> page = new HashMap<>();
        page.put("subject", brief.title());
        page.put("recipient", PlainText.line(recipient.displayName()));
        page.put("paragraphs", brief.lines());
        // Who is paged at night on a phone should not have to scroll to take it.
        boolean urgent =
                message instanceof Message.CrisisPaged && !brief.links().isEmpty();
        page.put("early", urgent ? brief.links().get(0) : null);
        page.put("links", urgent ? brief.links().subList(1, brief.links().size()) : brief.links());
        page.put("home", baseUrl + "/camunda/app/tasklist/default/");
        Context context = new Context(language, page);
        return new Letter(
                brief.title(), templates.process("layout.txt", context), templates.process("layout.html", context));
    }

    /** An alarm about the database goes out without it. */
    private Locale languageOf(Person recipient) {
        try {
            return languages.of(recipient.id());
        } catch (DataAccessException | TransactionException e) {
            return languages.ofTheHouse();
        }
    }

    /** A room has people of several languages in it; it reads that of the house. */
    @Override
    public ChatMessage brief(Message message) {
        return brief(message, languages.ofTheHouse());
    }

    private ChatMessage brief(Message message, Locale language) {
        String written =
                templates.process(MailKind.of(message) + ".txt", new Context(language, facts(message, language)));
        String[] subjectAndBody = written.strip().split("\\R", 2);
        return new ChatMessage(
                PlainText.cut(PlainText.line(subjectAndBody[0]), LONGEST_SUBJECT),
                subjectAndBody.length == 1 ? List.of() : paragraphs(subjectAndBody[1]),
                MailLinks.of(message, baseUrl).stream()
                        .map(link -> new Link(languages.words(link.label(), language), link.address()))
                        .toList());
    }

    /** The record's components by name, made safe to stand in one line; empty ones are null. */
    private Map<String, Object> facts(Message message, Locale language) {
        Map<String, Object> facts = new HashMap<>();
        for (RecordComponent component : message.getClass().getRecordComponents()) {
            facts.put(component.getName(), fact(message, component, language));
        }
        facts.computeIfPresent("taskName", (name, stored) -> languages.taskName((String) stored, language));
        facts.computeIfPresent("verdict", (name, verdict) -> languages.words((String) verdict, language));
        facts.computeIfPresent("mark", (name, mark) -> mark((String) mark, language));
        about(facts, language);
        return facts;
    }

    /** What it is about, as it goes on in a subject and as it stands in a paragraph. */
    private void about(Map<String, Object> facts, Locale language) {
        String title = (String) facts.get("title");
        String id = (String) facts.get("pieceId");
        String shortTitle = title == null ? null : PlainText.cut(title, LONGEST_TITLE_IN_SUBJECT);
        String afterId = word("after.id", id, language);
        boolean named = title == null || String.valueOf(facts.get("taskName")).contains(title);
        String about = title != null ? title + afterId : id == null ? null : word("id", id, language);
        facts.put("shortTitle", shortTitle);
        facts.put("brief", (shortTitle == null ? "" : shortTitle) + afterId);
        facts.put("after", word("after.title", shortTitle, language) + afterId);
        facts.put("afterTask", (named ? "" : word("after.title", shortTitle, language)) + afterId);
        facts.put("about", about);
        facts.put("marked", facts.get("mark") == null ? about : facts.get("mark") + " " + about);
        facts.put("spaced", word("spaced", about, language));
        facts.put("listed", word("listed", about, language));
        facts.put("bracketed", word("bracketed", about, language));
    }

    private String word(String key, String value, Locale language) {
        return value == null ? "" : words.getMessage(key, new Object[] {value}, language);
    }

    /** {@code [RED]} in the words of the language. */
    private String mark(String mark, Locale language) {
        return LEVEL.matcher(mark)
                .replaceAll(level -> Matcher.quoteReplacement("[" + languages.words(level.group(1), language) + "]"));
    }

    private Object fact(Message message, RecordComponent component, Locale language) {
        try {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(message);
            boolean said = component.isAnnotationPresent(Said.class);
            if (value instanceof Instant instant) {
                return (Locale.CHINESE.equals(language) ? CHINESE_TIME : TIME).format(instant);
            }
            if (value instanceof List<?> several) {
                return several.stream()
                        .map(each -> line(String.valueOf(each), said, language))
                        .filter(each -> !each.isEmpty())
                        .toList();
            }
            String line = value == null ? "" : line(value.toString(), said, language);
            return line.isEmpty() ? null : line;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "%s of %s cannot be read.".formatted(component.getName(), message.getClass()), e);
        }
    }

    private String line(String text, boolean said, Locale language) {
        String line = PlainText.line(text);
        return said ? languages.said(line, language) : line;
    }

    private static List<String> paragraphs(String body) {
        return Arrays.stream(body.split("\\R\\s*\\R"))
                .map(PlainText::line)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static ClassLoaderTemplateResolver resolver(String files, TemplateMode mode, int order) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setResolvablePatterns(java.util.Set.of(files));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(order);
        return resolver;
    }
}
