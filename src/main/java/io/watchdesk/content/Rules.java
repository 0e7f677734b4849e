package io.watchdesk.content;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Version.Variant;
import io.watchdesk.platform.Refused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a brief and a text must fulfil; each rule collects its sentence so that a person reads all of them at once. */
@Component
class Rules {

    private final Accounts accounts;
    private final ContentSettings settings;

    Rules(Accounts accounts, ContentSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    void check(Brief brief) {
        List<String> problems = new ArrayList<>();
        required(problems, brief.topic(), "topic", settings.topicLimit());
        required(problems, brief.audience(), "audience", settings.topicLimit());
        if (brief.category() == null) {
            problems.add("Choose a category.");
        }
        if (brief.tier() == null) {
            problems.add("Choose a pool tier: hit, regular or reserve.");
        }
        if (brief.format() == null) {
            problems.add("Choose a format.");
        }
        if (brief.accounts() == null || brief.accounts().isEmpty()) {
            problems.add("Choose at least one account.");
        } else {
            Set<String> seen = new HashSet<>();
            for (String id : brief.accounts()) {
                if (accounts.find(id).isEmpty()) {
                    problems.add("There is no account \"%s\".".formatted(shortened(id)));
                } else if (accounts.isRetired(id)) {
                    problems.add("The account \"%s\" is retired. Choose another one.".formatted(shortened(id)));
                } else if (!seen.add(id)) {
                    problems.add("The account \"%s\" is named twice.".formatted(id));
                }
            }
        }
        storable(problems, "notes", brief.notes(), settings.notesLimit());
        refuseIfAny(problems);
    }

    /** What even an unfinished text must fulfil to be kept. */
    void checkStorable(Draft.Text text, List<String> targets) {
        List<String> problems = new ArrayList<>();
        storable(problems, "title", text.title(), settings.titleLimit());
        storable(problems, "body", text.body(), settings.bodyLimit());
        Set<String> seen = new HashSet<>();
        for (Variant variant : text.variants()) {
            if (variant.account() == null || !targets.contains(variant.account())) {
                problems.add("There is a text for the account \"%s\", which this piece does not go to."
                        .formatted(shortened(variant.account())));
                continue;
            }
            if (!seen.add(variant.account())) {
                problems.add("The account \"%s\" has two texts; keep one.".formatted(variant.account()));
            }
            String name = accounts.require(variant.account()).name();
            storable(problems, "title for " + name, variant.title(), settings.titleLimit());
            storable(problems, "body for " + name, variant.body(), settings.bodyLimit());
        }
        if (text.links().size() > settings.linkCount()) {
            problems.add("A piece can have %d links; this one has %d."
                    .formatted(settings.linkCount(), text.links().size()));
        }
        text.links().forEach(link -> storable(problems, "link", link, settings.linkLimit()));
        if (text.assets().size() > settings.assetCount()) {
            problems.add("A piece can use %d files; this one uses %d."
                    .formatted(settings.assetCount(), text.assets().size()));
        }
        refuseIfAny(problems);
    }

    /** What a text must fulfil to be submitted. */
    void checkComplete(Draft draft, List<String> targets) {
        List<String> problems = new ArrayList<>();
        if (draft.title().isBlank()) {
            problems.add("The title is empty.");
        }
        if (draft.body().isBlank()) {
            problems.add("The body is empty.");
        }
        if (draft.ai() == null) {
            problems.add("Declare whether AI took part: yes, partly or no.");
        }
        for (String id : targets) {
            Account account = accounts.require(id);
            Optional<Variant> own = draft.variants().stream()
                    .filter(v -> v.account().equals(id))
                    .findFirst();
            if (own.isPresent()
                    && (isBlank(own.get().title()) || isBlank(own.get().body()))) {
                problems.add(
                        "The own text for %s needs a title and a body; or remove it, then the master text goes out."
                                .formatted(account.name()));
                continue;
            }
            Variant text = own.orElse(new Variant(id, draft.title(), draft.body()));
            fits(problems, "title", text.title(), account, account.titleLimit());
            fits(problems, "body", text.body(), account, account.bodyLimit());
        }
        for (int i = 0; i < draft.links().size(); i++) {
            if (!isWebAddress(draft.links().get(i))) {
                problems.add("Link %d is not a web address: \"%s\". It should look like https://example.com/page."
                        .formatted(i + 1, shortened(draft.links().get(i))));
            }
        }
        refuseIfAny(problems);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isWebAddress(String link) {
        try {
            URI uri = new URI(link.strip());
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static void fits(List<String> problems, String what, String text, Account account, int limit) {
        int length = length(text);
        if (length > limit) {
            problems.add(
                    "The %s for %s has %,d characters; %s allows %,d. Shorten it or write an own text for this account."
                            .formatted(what, account.name(), length, account.platform(), limit));
        }
    }

    private static void required(List<String> problems, String value, String what, int limit) {
        if (value == null || value.isBlank()) {
            problems.add("The %s is missing.".formatted(what));
        } else {
            storable(problems, what, value, limit);
        }
    }

    private static void storable(List<String> problems, String what, String text, int limit) {
        String value = Objects.requireNonNullElse(text, "");
        int length = length(value);
        if (length > limit) {
            problems.add("The %s has %,d characters; %,d are allowed. Shorten it by %,d."
                    .formatted(what, length, limit, length - limit));
        }
        for (int i = 0; i < value.length(); ) {
            int character = value.codePointAt(i);
            boolean loneSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            boolean control = character < 0x20 && character != '\n' && character != '\r' && character != '\t';
            if (loneSurrogate || control) {
                problems.add(
                        "The %s holds a broken character at place %,d (code %04X). Delete it and type the place again."
                                .formatted(what, length(value.substring(0, i)) + 1, character));
                break;
            }
            i += Character.charCount(character);
        }
    }

    private static String shortened(String text) {
        if (text == null) {
            return "";
        }
        return length(text) <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 60)) + "…";
    }

    private static void refuseIfAny(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new Refused(String.join(" ", problems));
        }
    }
}
