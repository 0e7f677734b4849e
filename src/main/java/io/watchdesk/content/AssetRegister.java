package io.watchdesk.content;

import io.watchdesk.content.Asset.Kind;
import io.watchdesk.content.Asset.Rights;

/** The files that content uses, each with its rights record (catalogue 66-69). */
public interface AssetRegister {

    /**
     * Keeps an uploaded file for a piece. Its real type is detected from the bytes; refuses an empty or too large file and
     * one whose type does not fit its kind, and a right with a country that there is not.
     *
     * @param rights may be null or incomplete: then the screening finds it
     */
    Asset add(String pieceId, Kind kind, String fileName, byte[] file, Rights rights);

    /** Replaces the rights record; an approval of a text that uses it does not survive that. Refuses a country that there is not. */
    Asset setRights(String assetId, Rights rights);

    /** The asset; refuses when it does not exist. */
    Asset asset(String assetId);

    /** All files uploaded for a piece, oldest first. */
    java.util.List<Asset> ofPiece(String pieceId);
}
