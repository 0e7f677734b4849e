package io.watchdesk.content;

import com.fasterxml.jackson.core.type.TypeReference;
import io.watchdesk.content.Asset.Kind;
import io.watchdesk.content.Asset.Rights;
import io.watchdesk.platform.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of assets and their files. */
@Repository
class AssetStore {

    /** Stands between the parts of the text that files are found by. */
    private static final String BETWEEN = " ";

    private final JdbcClient jdbc;
    private final JsonColumns json;

    AssetStore(JdbcClient jdbc, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(String pieceId, Asset asset, byte[] file) {
        String rights = asset.rights() == null ? null : json.write(asset.rights());
        jdbc.sql("insert into content_asset (id, piece_id, kind, file_name, media_type, bytes, sha256, rights,"
                        + " rights_until, uploaded_by, uploaded_at, found_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, lower(?))")
                .params(
                        asset.id(),
                        pieceId,
                        asset.kind().name(),
                        asset.fileName(),
                        asset.mediaType(),
                        asset.bytes(),
                        asset.sha256(),
                        rights,
                        until(asset.rights()),
                        asset.uploadedBy(),
                        Timestamp.from(asset.uploadedAt()),
                        String.join(
                                BETWEEN, asset.fileName(), asset.id(), pieceId, Objects.requireNonNullElse(rights, "")))
                .update();
        jdbc.sql("insert into content_asset_file (asset_id, file) values (?, ?)")
                .params(asset.id(), file)
                .update();
    }

    void setRights(String assetId, Rights rights) {
        String written = rights == null ? null : json.write(rights);
        jdbc.sql(
                        "update content_asset set rights = :rights, rights_until = :until, found_by = lower(file_name || :between"
                                + " || id || :between || piece_id || cast(:end as varchar(40000))) where id = :id")
                .param("rights", written)
                .param("until", until(rights))
                .param("between", BETWEEN)
                .param("end", BETWEEN + Objects.requireNonNullElse(written, ""))
                .param("id", assetId)
                .update();
    }

    /** The last day stands in a column of its own too, because calendars ask for it. */
    private static LocalDate until(Rights rights) {
        return rights == null ? null : rights.validTo();
    }

    Asset require(String id) {
        return find(id).orElseThrow(() -> new Refused("There is no file \"%s\".".formatted(id)));
    }

    Optional<Asset> find(String id) {
        return jdbc.sql("select * from content_asset where id = ?")
                .params(id)
                .query(this::asset)
                .optional();
    }

    List<Asset> ofPiece(String pieceId) {
        return jdbc.sql("select * from content_asset where piece_id = ? order by uploaded_at, id")
                .params(pieceId)
                .query(this::asset)
                .list();
    }

    boolean belongsTo(String assetId, String pieceId) {
        return jdbc.sql("select count(*) from content_asset where id = ? and piece_id = ?")
                        .params(assetId, pieceId)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    byte[] file(String assetId) {
        require(assetId);
        return jdbc.sql("select file from content_asset_file where asset_id = ?")
                .params(assetId)
                .query((row, number) -> row.getBytes("file"))
                .single();
    }

    Asset asset(ResultSet row, int number) throws SQLException {
        return new Asset(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getString("sha256"),
                json.read(row.getString("rights"), new TypeReference<Rights>() {}),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
