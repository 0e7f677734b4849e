package io.watchdesk.content;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All pieces of content with their versions and assets. */
public interface Contents {

    /** The piece; refuses when it does not exist. */
    Piece piece(String pieceId);

    /** All pieces, newest first. */
    List<Piece> pieces();

    /** The topics of these pieces by their ids; whichever does not exist is left out. */
    Map<String, String> topics(Collection<String> pieceIds);

    /** A submitted version; refuses when it does not exist. */
    Version version(String pieceId, int number);

    /** The newest submitted version, or empty while nothing was submitted. */
    Optional<Version> latest(String pieceId);

    /** The assets of a version, in its order. */
    List<Asset> assets(Version version);

    /** The file of an asset. */
    byte[] file(String assetId);

    /** Exactly what goes out, as one RFC 8785 JSON document: text, variants, links, assets with rights, account settings. */
    String canonicalForm(Version version);

    /** The hash computed again from what is stored now; differs from the version's own when anything changed since. */
    String currentHash(Version version);

    /** The wished time in the zone of the piece's first account, or empty for "next free slot". */
    Optional<ZonedDateTime> wishedTime(Piece piece);

    /** Sets where the piece stands. */
    void moveTo(String pieceId, Piece.Stage stage);
}
