package io.watchdesk.review;

import io.watchdesk.content.Version;
import io.watchdesk.content.Version.Variant;
import io.watchdesk.platform.Outcomes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed between two versions, part by part; parts that are equal are left out. */
public final class VersionDifference {

    private VersionDifference() {}

    /** The parts in which the versions differ, in the order of the form. */
    public static List<Part> between(Version before, Version after) {
        List<Part> parts = new ArrayList<>();
        add(parts, "title", before.title(), after.title());
        add(parts, "body", before.body(), after.body());
        Set<String> accounts = Stream.concat(before.variants().stream(), after.variants().stream())
                .map(Variant::account)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String account : accounts) {
            Variant old = own(before, account);
            Variant now = own(after, account);
            add(parts, "variant:%s:title".formatted(account), old.title(), now.title());
            add(parts, "variant:%s:body".formatted(account), old.body(), now.body());
        }
        add(parts, "links", String.join("\n", before.links()), String.join("\n", after.links()));
        add(parts, "assets", String.join("\n", before.assets()), String.join("\n", after.assets()));
        add(parts, "ai", Outcomes.text(before.ai()), Outcomes.text(after.ai()));
        return parts;
    }

    private static Variant own(Version version, String account) {
        return version.variants().stream()
                .filter(variant -> variant.account().equals(account))
                .findFirst()
                .orElse(new Variant(account, "", ""));
    }

    private static void add(List<Part> parts, String part, String before, String after) {
        if (!before.equals(after)) {
            parts.add(new Part(part, TextDifference.between(before, after)));
        }
    }

    /**
     * A part of a version that changed.
     *
     * @param part named as in the findings: {@code title}, {@code variant:<account>:body}; also {@code links}, {@code assets},
     *     {@code ai}
     */
    public record Part(String part, List<TextDifference.Piece> pieces) {}
}
