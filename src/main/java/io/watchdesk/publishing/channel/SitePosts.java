package io.watchdesk.publishing.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.content.Asset;
import io.watchdesk.platform.RowLock;
import io.watchdesk.publishing.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The embedded site's own tables: posts, every revision of them, the files of each revision. */
@Component
public class SitePosts {

    private static final String POST = """
            select p.*, r.ledger_key, r.title, r.body, r.links, r.ai_label
            from site_post p join site_revision r on r.post_id = p.id and r.revision = p.current_revision
            """;

    private final JdbcClient jdbc;
    private final RowLock lock;
    private final ObjectMapper json;

    SitePosts(JdbcClient jdbc, RowLock lock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.json = json;
    }

    /** The post with this id, taken down or not. */
    public Optional<SitePost> find(String id) {
        return jdbc.sql(POST + "where p.id = ?").param(id).query(this::row).optional();
    }

    /** Posts of an account that can be read, newest first; skips as many as {@code from} says. */
    public List<SitePost> newest(String accountId, int from, int most) {
        return jdbc.sql(POST + "where p.account_id = ? and p.taken_down_at is null"
                        + " order by p.published_at desc, p.id desc offset ? rows fetch first ? rows only")
                .params(accountId, from, most)
                .query(this::row)
                .list();
    }

    /** A file of a post that can be read; files of taken-down posts and of older revisions are gone. */
    public Optional<SitePost.Media> media(String assetId) {
        return jdbc.sql("""
                        select m.* from site_media m
                        join site_post p on p.id = m.post_id and p.current_revision = m.revision
                        where m.asset_id = ? and p.taken_down_at is null
                        fetch first 1 rows only
                        """).param(assetId).query(SitePosts::mediaRow).optional();
    }

    /** The post one of whose revisions was sent with this ledger key. */
    Optional<SitePost> byKey(String key) {
        return jdbc.sql(POST + "where p.id = (select post_id from site_revision where ledger_key = ?)")
                .param(key)
                .query(this::row)
                .optional();
    }

    /** Reads the post and keeps it locked until the transaction ends. */
    Optional<SitePost> lock(String id) {
        return jdbc.sql("select id from site_post where id = ?" + lock.clause())
                .param(id)
                .query(String.class)
                .optional()
                .flatMap(this::find);
    }

    void insert(Order order, String link, Instant at) {
        jdbc.sql("""
                        insert into site_post (id, account_id, link, published_at, updated_at, current_revision)
                        values (?, ?, ?, ?, ?, 1)
                        """)
                .params(order.publicationId(), order.account().id(), link, utc(at), utc(at))
                .update();
        revision(order.publicationId(), 1, order, at);
    }

    void replace(SitePost post, Order order, Instant at) {
        revision(post.id(), post.revision() + 1, order, at);
        jdbc.sql("update site_post set current_revision = ?, updated_at = ? where id = ?")
                .params(post.revision() + 1, utc(at), post.id())
                .update();
    }

    void takeDown(String id, Instant at) {
        jdbc.sql("update site_post set taken_down_at = ?, updated_at = ? where id = ? and taken_down_at is null")
                .params(utc(at), utc(at), id)
                .update();
    }

    private void revision(String postId, int number, Order order, Instant at) {
        jdbc.sql("""
                        insert into site_revision (post_id, revision, ledger_key, title, body, links, ai_label, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        postId,
                        number,
                        order.key(),
                        order.title(),
                        order.body(),
                        written(order.links()),
                        order.aiLabel(),
                        utc(at))
                .update();
        int place = 1;
        for (Asset asset : order.assets()) {
            jdbc.sql("""
                            insert into site_media
                                (post_id, revision, place, asset_id, kind, file_name, media_type, sha256)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            postId,
                            number,
                            place++,
                            asset.id(),
                            asset.kind().name(),
                            asset.fileName(),
                            asset.mediaType(),
                            asset.sha256())
                    .update();
        }
    }

    private List<SitePost.Media> mediaOf(String postId, int revision) {
        return jdbc.sql("select * from site_media where post_id = ? and revision = ? order by place")
                .params(postId, revision)
                .query(SitePosts::mediaRow)
                .list();
    }

    private SitePost row(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        int revision = row.getInt("current_revision");
        return new SitePost(
                id,
                row.getString("account_id"),
                row.getString("link"),
                revision,
                row.getString("ledger_key"),
                row.getString("title"),
                row.getString("body"),
                read(row.getString("links")),
                row.getString("ai_label"),
                mediaOf(id, revision),
                instant(row, "published_at"),
                instant(row, "updated_at"),
                instant(row, "taken_down_at"));
    }

    private static SitePost.Media mediaRow(ResultSet row, int number) throws SQLException {
        return new SitePost.Media(
                row.getString("asset_id"),
                Asset.Kind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getString("sha256"));
    }

    private String written(List<String> links) {
        try {
            return json.writeValueAsString(links);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Links cannot be written.", e);
        }
    }

    private List<String> read(String links) {
        try {
            return json.readValue(links, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored links cannot be read.", e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
