package io.watchdesk.desk.feeds;

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
import io.watchdesk.platform.Languages;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was published on all accounts, the newest first, as Atom (RFC 4287). Posts that were taken down are left out. */
@Component
@Transactional(readOnly = true)
class PublishedFeed {

    private static final int ENTRIES = 100;
    private static final String NOT_IN_XML = "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final JdbcClient database;
    private final Accounts accounts;
    private final Languages languages;

    PublishedFeed(JdbcClient database, Accounts accounts, Languages languages) {
        this.database = database;
        this.accounts = accounts;
        this.languages = languages;
    }

    /**
     * The feed as text.
     *
     * @param all whether the person may see the posts of every piece, else only those of own ones
     */
    String write(String person, boolean all, String self) {
        List<SyndEntry> entries = database.sql(
                        "select p.id, p.piece_id, p.account_id, p.link, p.published_at, v.title from publication p"
                                + " join content_piece c on c.id = p.piece_id"
                                + " join content_version v on v.piece_id = p.piece_id and v.number = p.revision"
                                + " where p.state = 'PUBLISHED' and p.published_at is not null and (:all = true"
                                + " or c.planner = :person or v.author = :person or v.editor = :person)"
                                + " order by p.published_at desc, p.id fetch first :most rows only")
                .param("all", all)
                .param("person", person)
                .param("most", ENTRIES)
                .query((row, number) -> entry(row))
                .list();
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setUri(id("published"));
        feed.setTitle(languages.said("Watchdesk: published", languages.of(person)));
        SyndLink link = new SyndLinkImpl();
        link.setRel("self");
        link.setHref(self);
        feed.setLinks(List.of(link));
        feed.setPublishedDate(
                entries.isEmpty() ? Date.from(Instant.EPOCH) : entries.get(0).getPublishedDate());
        feed.setEntries(entries);
        try {
            return new SyndFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("A feed of ours cannot be written.", e);
        }
    }

    private SyndEntry entry(ResultSet row) throws SQLException {
        String account =
                accounts.find(row.getString("account_id")).map(Account::name).orElse(row.getString("account_id"));
        Date published =
                Date.from(row.getObject("published_at", OffsetDateTime.class).toInstant());
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri(id("publication " + row.getString("id")));
        entry.setTitle(xml(row.getString("title")));
        entry.setPublishedDate(published);
        entry.setUpdatedDate(published);
        if (row.getString("link") != null) {
            entry.setLink(xml(row.getString("link")));
        }
        SyndPersonImpl author = new SyndPersonImpl();
        author.setName(xml(account));
        entry.setAuthors(List.of(author));
        SyndContentImpl summary = new SyndContentImpl();
        summary.setType("text");
        summary.setValue(xml("%s, %s, %s".formatted(account, row.getString("piece_id"), row.getString("id"))));
        entry.setDescription(summary);
        return entry;
    }

    private static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the characters that no XML document may hold. */
    private static String xml(String text) {
        return text.replaceAll(NOT_IN_XML, "");
    }
}
