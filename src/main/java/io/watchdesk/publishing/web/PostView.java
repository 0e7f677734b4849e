package io.watchdesk.publishing.web;

import io.watchdesk.content.Asset;
import io.watchdesk.publishing.channel.SitePost;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A post as the public pages show it: the approved characters, cut into plain text and web addresses. */
record PostView(SitePost post, String accountName, ZoneId zone) {

    // Methods are public because the pages call them by reflection.
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+");
    private static final Pattern WEB = Pattern.compile("(?i)https?://.+", Pattern.DOTALL);
    private static final String NOT_AT_THE_END = ".,;:!?'()[]";
    private static final int EXCERPT = 180;
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    /** A run of text; {@code href} is null for plain text. */
    record Segment(String text, String href) {}

    /** A moment for people and for machines. */
    record Moment(String shown, Instant at) {}

    public String path() {
        return "/site/%s/%s".formatted(post.accountId(), post.id());
    }

    /** The title, or the beginning of the text where there is none. */
    public String heading() {
        return post.title().isBlank() ? excerpt() : post.title();
    }

    /** The beginning of the text on one line. */
    public String excerpt() {
        String line = post.body().strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= EXCERPT) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    /** The whole text; the segments joined are exactly what was approved. */
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        String body = post.body();
        Matcher address = ADDRESS.matcher(body);
        int from = 0;
        while (address.find(from)) {
            int end = address.end();
            while (NOT_AT_THE_END.indexOf(body.charAt(end - 1)) >= 0) {
                end--;
            }
            String found = body.substring(address.start(), end);
            segments.add(new Segment(body.substring(from, address.start()), null));
            segments.add(new Segment(found, found));
            from = end;
        }
        segments.add(new Segment(body.substring(from), null));
        return segments;
    }

    /** The links that go with the post; only web addresses become links. */
    public List<Segment> links() {
        return post.links().stream()
                .map(link -> new Segment(link, WEB.matcher(link).matches() ? link : null))
                .toList();
    }

    public List<SitePost.Media> images() {
        return of(Asset.Kind.IMAGE);
    }

    public List<SitePost.Media> videos() {
        return of(Asset.Kind.VIDEO);
    }

    public List<SitePost.Media> sounds() {
        return of(Asset.Kind.MUSIC);
    }

    public Moment published() {
        return moment(post.publishedAt());
    }

    public Moment updated() {
        return moment(post.updatedAt());
    }

    public Moment takenDown() {
        return moment(post.takenDownAt());
    }

    private List<SitePost.Media> of(Asset.Kind kind) {
        return post.media().stream().filter(media -> media.kind() == kind).toList();
    }

    private Moment moment(Instant at) {
        return new Moment("%s (%s)".formatted(DAY_AND_TIME.format(at.atZone(zone)), zone), at);
    }
}
