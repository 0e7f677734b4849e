package io.watchdesk.notification;

import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Seal;
import io.watchdesk.platform.SealedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every mail that was written, whatever became of it; where it went and what stands in it is sealed, because links of pages stand there. */
@Repository
public class Mails implements SealedColumn.Keeper {

    private static final SealedColumn ADDRESS = new SealedColumn("mail", "id", "address");
    private static final SealedColumn TEXT = new SealedColumn("mail", "id", "text_body");
    private static final SealedColumn HTML = new SealedColumn("mail", "id", "html_body");

    private final JdbcClient database;
    private final Seal seal;

    Mails(JdbcClient database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(ADDRESS, TEXT, HTML);
    }

    /** The mail with this id, or empty. */
    public Optional<Mail> find(String id) {
        return database.sql("select * from mail where id = ?")
                .param(id)
                .query(this::mail)
                .optional();
    }

    /**
     * The newest mails, newest first.
     *
     * @param pieceId only those about this piece, or null
     * @param state only those in this state, or null
     * @param limit the most mails to return
     */
    public List<Mail> newest(String pieceId, Mail.State state, int limit) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        where.append(pieceId == null ? "" : " and piece_id = :piece");
        where.append(state == null ? "" : " and state = :state");
        var query = database.sql(
                "select * from mail" + where + " order by created_at desc, id desc fetch first :limit rows only");
        query = pieceId == null ? query : query.param("piece", pieceId);
        query = state == null ? query : query.param("state", Outcomes.text(state));
        return query.param("limit", limit).query(this::mail).list();
    }

    String nextId() {
        return "M-"
                + database.sql("select nextval('mail_number')")
                        .query(Long.class)
                        .single();
    }

    void add(Mail mail) {
        database.sql(
                        "insert into mail (id, message_id, kind, recipient, address, subject, text_body, html_body, piece_id,"
                                + " state, attempts, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(mail.id())
                .param(mail.messageId())
                .param(mail.kind())
                .param(mail.recipient())
                .param(seal.seal(ADDRESS.place(mail.id()), mail.address()))
                .param(mail.subject())
                .param(seal.seal(TEXT.place(mail.id()), mail.text()))
                .param(seal.seal(HTML.place(mail.id()), mail.html()))
                .param(mail.pieceId())
                .param(Outcomes.text(mail.state()))
                .param(mail.attempts())
                .param(utc(mail.createdAt()))
                .update();
    }

    void sent(String id, Instant at) {
        database.sql("update mail set state = ?, sent_at = ?, problem = null, attempts = attempts + 1 where id = ?")
                .params(Outcomes.text(Mail.State.SENT), utc(at), id)
                .update();
    }

    void notSent(String id, Mail.State state, String problem, int attempts) {
        database.sql("update mail set state = ?, problem = ?, attempts = attempts + ? where id = ?")
                .params(Outcomes.text(state), problem, attempts, id)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private Mail mail(ResultSet row, int number) throws SQLException {
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        return new Mail(
                row.getString("id"),
                row.getString("message_id"),
                row.getString("kind"),
                row.getString("recipient"),
                seal.open(ADDRESS.place(row.getString("id")), row.getString("address")),
                row.getString("subject"),
                seal.open(TEXT.place(row.getString("id")), row.getString("text_body")),
                seal.open(HTML.place(row.getString("id")), row.getString("html_body")),
                row.getString("piece_id"),
                Outcomes.parse(Mail.State.class, row.getString("state")),
                row.getInt("attempts"),
                row.getString("problem"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                sentAt == null ? null : sentAt.toInstant());
    }
}
