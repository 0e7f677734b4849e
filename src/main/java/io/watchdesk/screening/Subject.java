package io.watchdesk.screening;

import io.watchdesk.content.Asset;
import java.time.LocalDate;
import java.util.List;

/**
 * What screeners look at: one version with the accounts it is meant for.
 *
 * @param links addresses that go out with it, in order
 * @param assetIds the assets the version names, in order
 * @param assets those of them that exist
 * @param outlets where it is to appear
 */
public record Subject(
        List<Text> texts, List<String> links, List<String> assetIds, List<Asset> assets, List<Outlet> outlets) {

    /** @param part the name of the text, as in {@link Finding#part()} */
    public record Text(String part, String text) {}

    /**
     * One account on the day planned there.
     *
     * @param country ISO 3166 code
     * @param day the planned day in the account's zone; today where no time is wished yet
     */
    public record Outlet(String account, String name, String platform, String country, LocalDate day) {}

    /** Title and body as they go out on an account. */
    public String[] textsOn(String account) {
        List<Text> own = texts.stream()
                .filter(text -> text.part().startsWith("variant:%s:".formatted(account)))
                .toList();
        return (own.isEmpty() ? texts.stream().filter(text -> !text.part().startsWith("variant:")) : own.stream())
                .map(Text::text)
                .toArray(String[]::new);
    }
}
