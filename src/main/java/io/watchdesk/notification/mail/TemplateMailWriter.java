package io.watchdesk.notification.mail;

import io.watchdesk.notification.ChatMessage;
import io.watchdesk.notification.ChatWriter;
import io.watchdesk.notification.Link;
import io.watchdesk.notification.MailWriter;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.PlainText;
import io.watchdesk.platform.Languages;
import io.watchdesk.platform.People.Person;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes mails from {@code mail/<kind>.txt}, one template for each {@link Message} record. A template's first line is the
 * subject, the paragraphs below are the body; {@code mail/layout.txt} and {@code mail/layout.html} make the two parts of it.
 */
@Component
class TemplateMailWriter implements MailWriter, ChatWriter {

    private static final int LONGEST_TITLE_IN_SUBJECT = 80;
    private static final int LONGEST_SUBJECT = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM uuuu, HH:mm 'UTC'", Locale.UK)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CHINESE_TIME = DateTimeFormatter.ofPattern(
                    "uuuu年M月d日 EEEE HH:mm 'UTC'", Locale.CHINA)
            .withZone(ZoneOffset.UTC);
    private static final String CHINESE = "zh/";

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final Languages languages;
    private final String baseUrl;

    TemplateMailWriter(Languages languages, @Value("${watchdesk.base-url}") String baseUrl) {
        this.languages = languages;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
        templates.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT, 1));
        templates.addTemplateResolver(resolver("*.html", TemplateMode.HTML, 2));
    }

    @Override
    public Letter write(Message message, Person recipient) {
        Locale language = languageOf(message, recipient);
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
        Context context = new Context(Locale.UK, page);
        return new Letter(
                brief.title(),
                templates.process(file("layout.txt", language), context),
                templates.process(file("layout.html", language), context));
    }

    /** A room has people of several languages in it. */
    @Override
    public ChatMessage brief(Message message) {
        return brief(message, Locale.ENGLISH);
    }

    /** What the recipient reads, where this kind of mail is written in it. */
    private Locale languageOf(Message message, Person recipient) {
        Locale wanted = languages.of(recipient.id());
        boolean written = getClass().getResource("/mail/" + file(MailKind.of(message) + ".txt", wanted)) != null;
        return written ? wanted : Locale.ENGLISH;
    }

    private static String file(String name, Locale language) {
        return Locale.CHINESE.equals(language) ? CHINESE + name : name;
    }

    private ChatMessage brief(Message message, Locale language) {
        String written = templates.process(
                file(MailKind.of(message) + ".txt", language), new Context(Locale.UK, facts(message, language)));
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
        facts.computeIfPresent("verdict", (name, words) -> languages.words((String) words, language));
        String title = (String) facts.get("title");
        facts.put("shortTitle", title == null ? null : PlainText.cut(title, LONGEST_TITLE_IN_SUBJECT));
        return facts;
    }

    private static Object fact(Message message, RecordComponent component, Locale language) {
        try {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(message);
            if (value instanceof Instant instant) {
                return (Locale.CHINESE.equals(language) ? CHINESE_TIME : TIME).format(instant);
            }
            if (value instanceof List<?> several) {
                return several.stream()
                        .map(each -> PlainText.line(String.valueOf(each)))
                        .filter(each -> !each.isEmpty())
                        .toList();
            }
            String line = value == null ? "" : PlainText.line(value.toString());
            return line.isEmpty() ? null : line;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "%s of %s cannot be read.".formatted(component.getName(), message.getClass()), e);
        }
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
