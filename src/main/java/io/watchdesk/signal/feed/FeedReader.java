package io.watchdesk.signal.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.watchdesk.signal.CleanText;
import io.watchdesk.signal.Html;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads RSS and Atom of every version; document type definitions, with which a feed could read our files, are refused. */
final class FeedReader {

    private static final int MOST_ENTRIES = 500;
    private static final int LONGEST_TEXT = 100_000;

    private FeedReader() {}

    /**
     * @param id the feed's own id of it, else its link, else a fingerprint
     * @param at when it was published or changed; null where the feed does not say
     */
    record Entry(String id, String title, String text, String link, Instant at) {}

    static List<Entry> read(byte[] document, String contentType) throws IOException {
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(document), contentType, true)) {
            SyndFeedInput input = new SyndFeedInput();
            input.setAllowDoctypes(false);
            return input.build(reader).getEntries().stream()
                    .limit(MOST_ENTRIES)
                    .map(FeedReader::entry)
                    .toList();
        } catch (FeedException | IllegalArgumentException e) {
            throw new IOException("it is no RSS or Atom feed", e);
        }
    }

    private static Entry entry(SyndEntry entry) {
        String title = Html.words(Objects.toString(entry.getTitle(), ""));
        String text = Stream.concat(Stream.ofNullable(entry.getDescription()), entry.getContents().stream())
                .map(SyndContent::getValue)
                .filter(Objects::nonNull)
                .map(value -> Html.words(CleanText.text(value, LONGEST_TEXT)))
                .distinct()
                .reduce((first, second) -> first + "\n\n" + second)
                .orElse("");
        Date at = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        return new Entry(
                Stream.of(entry.getUri(), entry.getLink())
                        .filter(id -> id != null && !id.isBlank())
                        .map(String::strip)
                        .findFirst()
                        .orElseGet(() -> CleanText.fingerprint(title, text)),
                title,
                text,
                entry.getLink(),
                at == null ? null : at.toInstant());
    }
}
