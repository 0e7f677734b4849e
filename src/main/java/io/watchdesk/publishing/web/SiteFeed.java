package io.watchdesk.publishing.web;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.publishing.channel.SitePost;
import io.watchdesk.publishing.channel.SitePosts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The Atom feed of an account. Ids follow from the ledger, so they stay when the site moves to another address. */
@RestController
class SiteFeed {

    private static final int ENTRIES = 50;
    private static final String NOT_IN_XML = "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final SitePosts posts;
    private final Accounts accounts;
    private final String baseUrl;

    SiteFeed(SitePosts posts, Accounts accounts, @Value("${watchdesk.base-url}") String baseUrl) {
        this.posts = posts;
        this.accounts = accounts;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    @GetMapping("/site/{accountId}/feed.atom")
    ResponseEntity<byte[]> feed(@PathVariable String accountId) throws FeedException {
        Optional<Account> account =
                accounts.find(accountId).filter(a -> a.channel().equals("site"));
        if (account.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        String written = new SyndFeedOutput().outputString(feed(account.get()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8"))
                .body(written.getBytes(StandardCharsets.UTF_8));
    }

    private SyndFeed feed(Account account) {
        List<SitePost> newest = posts.newest(account.id(), 0, ENTRIES);
        String home = "%s/site/%s".formatted(baseUrl, account.id());
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setUri(id("account " + account.id()));
        feed.setTitle(xml(account.name()));
        feed.setLinks(List.of(link("self", home + "/feed.atom"), link("alternate", home)));
        feed.setPublishedDate(Date.from(newest.stream()
                .map(SitePost::updatedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)));
        feed.setEntries(newest.stream().map(post -> entry(post, account)).toList());
        return feed;
    }

    private SyndEntry entry(SitePost post, Account account) {
        PostView view = new PostView(post, account.name(), account.zone());
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri(id("post " + post.link() + " " + post.publishedAt()));
        entry.setTitle(xml(view.heading()));
        entry.setLink(post.link());
        entry.setPublishedDate(Date.from(post.publishedAt()));
        entry.setUpdatedDate(Date.from(post.updatedAt()));
        SyndPersonImpl author = new SyndPersonImpl();
        author.setName(xml(account.name()));
        entry.setAuthors(List.of(author));
        SyndContentImpl content = new SyndContentImpl();
        content.setType("html");
        content.setValue(html(view));
        entry.setContents(List.of(content));
        return entry;
    }

    private static String html(PostView view) {
        StringBuilder html = new StringBuilder();
        if (view.post().aiLabel() != null) {
            html.append("<p><strong>").append(escaped(view.post().aiLabel())).append("</strong></p>");
        }
        html.append("<p>")
                .append(escaped(view.post().body()).replace("\n", "<br/>"))
                .append("</p>");
        for (PostView.Segment link : view.links()) {
            if (link.href() != null) {
                html.append("<p><a href=\"%s\">%1$s</a></p>".formatted(escaped(link.href())));
            }
        }
        return html.toString();
    }

    private static SyndLink link(String relation, String address) {
        SyndLink link = new SyndLinkImpl();
        link.setRel(relation);
        link.setHref(address);
        return link;
    }

    private static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(xml(text), StandardCharsets.UTF_8.name());
    }

    /** Without the characters that no XML document may hold. */
    private static String xml(String text) {
        return text.replaceAll(NOT_IN_XML, "");
    }
}
