package io.watchdesk.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.platform.RowLock;
import io.watchdesk.platform.Seal;
import io.watchdesk.platform.SealedColumn;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of requests. How somebody outside is called is sealed, and gone once the request is done. */
@Repository
class DataRequestTable implements SealedColumn.Keeper {

    private static final SealedColumn WORDS = new SealedColumn("data_request", "id", "words");
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final RowLock lock;
    private final Seal seal;
    private final ObjectMapper json;

    DataRequestTable(JdbcClient jdbc, RowLock lock, Seal seal, ObjectMapper json) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.seal = seal;
        this.json = json;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(WORDS);
    }

    String nextId() {
        return "DP-"
                + jdbc.sql("select nextval('data_request_number')")
                        .query(Long.class)
                        .single();
    }

    String nextPseudonym() {
        return "erased-"
                + jdbc.sql("select nextval('pseudonym_number')")
                        .query(Long.class)
                        .single();
    }

    void add(DataRequest request, List<String> words) {
        jdbc.sql("insert into data_request (id, kind, person, words, state, reason, requested_by, requested_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(request.id())
                .param(request.kind().name())
                .param(request.person())
                .param(seal.seal(WORDS.place(request.id()), write(words)))
                .param(request.state().name())
                .param(request.reason())
                .param(request.requestedBy())
                .param(utc(request.requestedAt()))
                .update();
    }

    Optional<DataRequest> find(String id) {
        return find(id, "");
    }

    /** Nobody else goes on with it until the transaction ends. */
    Optional<DataRequest> lock(String id) {
        return find(id, lock.clause());
    }

    private Optional<DataRequest> find(String id, String ending) {
        return jdbc.sql("select * from data_request where id = ?" + ending)
                .param(id)
                .query((row, number) -> new DataRequest(
                        row.getString("id"),
                        DataRequest.Kind.valueOf(row.getString("kind")),
                        row.getString("person"),
                        row.getString("pseudonym"),
                        DataRequest.State.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getString("outcome"),
                        row.getString("requested_by"),
                        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                        row.getString("decided_by"),
                        Optional.ofNullable(row.getObject("carried_out_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .optional();
    }

    List<String> words(String id) {
        return jdbc.sql("select words from data_request where id = ? and words is not null")
                .param(id)
                .query(String.class)
                .optional()
                .map(stored -> read(seal.open(WORDS.place(id), stored)))
                .orElse(List.of());
    }

    void decide(String id, DataRequest.State state, String outcome, String by, Instant at) {
        jdbc.sql("update data_request set state = ?, outcome = ?, decided_by = ?, decided_at = ? where id = ?")
                .params(state.name(), outcome, by, utc(at), id)
                .update();
    }

    void move(String id, DataRequest.State state, String outcome) {
        jdbc.sql("update data_request set state = ?, outcome = ? where id = ?")
                .params(state.name(), outcome, id)
                .update();
    }

    /** Done; how the person was called is gone. */
    void done(String id, String pseudonym, String outcome, String by, Instant at) {
        jdbc.sql(
                        "update data_request set state = ?, pseudonym = ?, outcome = ?, carried_out_by = ?, carried_out_at = ?,"
                                + " words = null where id = ?")
                .param(DataRequest.State.DONE.name())
                .param(pseudonym)
                .param(outcome)
                .param(by)
                .param(utc(at))
                .param(id)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private String write(List<String> words) {
        try {
            return json.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Words can be written.", e);
        }
    }

    private List<String> read(String words) {
        try {
            return json.readValue(words, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The words of a request are damaged.", e);
        }
    }
}
