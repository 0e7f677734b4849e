package io.watchdesk.review;

import java.util.List;

/**
 * What the decision tables know about a version.
 *
 * @param gravestFinding {@code none}, {@code suspicion}, {@code warning}, {@code block}, or {@code unknown} when the version was
 *     never screened
 * @param category the brief's category in lower camel case
 * @param aiDeclaration {@code yes}, {@code partly} or {@code no}
 * @param claims {@code figures} when the text states figures or cites data, else {@code none}
 * @param platforms the platforms of the target accounts; {@code unknown} stands for an account that no longer exists
 */
public record ReviewFacts(
        String gravestFinding, String category, String aiDeclaration, String claims, List<String> platforms) {}
