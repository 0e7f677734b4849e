package io.watchdesk.content;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.Asset.Kind;
import io.watchdesk.content.Asset.Rights;
import io.watchdesk.platform.Flaw;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes files in, knowing them by their bytes and not by their name. */
@Service
@Transactional
class UploadedAssets implements AssetRegister {

    /** The beginning of the media types that each kind may have. */
    private static final Map<Kind, List<String>> TYPES = Map.of(
            Kind.IMAGE, List.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"),
            Kind.FONT, List.of("font/", "application/x-font", "application/font", "application/vnd.ms-fontobject"),
            Kind.MUSIC, List.of("audio/", "application/ogg"),
            Kind.VIDEO, List.of("video/", "application/mp4"));

    private final AssetStore store;
    private final ContentSettings settings;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;
    private final Tika detector = new Tika();

    UploadedAssets(AssetStore store, ContentSettings settings, People people, AuditLog audit, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Asset add(String pieceId, Kind kind, String fileName, byte[] file, Rights rights) {
        check(rights);
        String name = plainName(fileName);
        if (file.length == 0) {
            throw new Refused("The file \"%s\" is empty. Choose another one.".formatted(name));
        }
        if (store.ofPiece(pieceId).size() >= settings.assetCount()) {
            throw new Refused("A piece can hold %d files; this one is full.".formatted(settings.assetCount()));
        }
        String mediaType = mediaType(file, name);
        if (TYPES.get(kind).stream().noneMatch(mediaType::startsWith)) {
            throw new Refused("\"%s\" is %s, which cannot be used as %s. Allowed are: %s."
                    .formatted(name, mediaType, kind.name().toLowerCase(), String.join(", ", TYPES.get(kind))));
        }
        Asset asset = new Asset(
                "A-" + UUID.randomUUID(),
                kind,
                name,
                mediaType,
                file.length,
                ContentHash.sha256(file),
                rights,
                people.actor(),
                clock.instant());
        store.insert(pieceId, asset, file);
        audit.record("content.fileAdded", pieceId, null, asset);
        return asset;
    }

    @Override
    public Asset setRights(String assetId, Rights rights) {
        check(rights);
        Asset before = store.require(assetId);
        store.setRights(assetId, rights);
        Asset after = store.require(assetId);
        audit.record("content.rightsRecorded", assetId, before.rights(), after.rights());
        return after;
    }

    @Override
    @Transactional(readOnly = true)
    public Asset asset(String assetId) {
        return store.require(assetId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Asset> ofPiece(String pieceId) {
        return store.ofPiece(pieceId);
    }

    private static void check(Rights rights) {
        List<Flaw> flaws = rights == null ? List.of() : rights.flaws();
        if (!flaws.isEmpty()) {
            throw new Refused(flaws.stream().map(Flaw::sentence).collect(Collectors.joining(" ")));
        }
    }

    /** A name only tells kinds apart whose files begin alike; bytes that nobody knows stay unknown whatever they are called. */
    private String mediaType(byte[] file, String name) {
        String byBytes = detector.detect(file);
        return MimeTypes.OCTET_STREAM.equals(byBytes) ? byBytes : detector.detect(file, name);
    }

    private static String plainName(String fileName) {
        String name =
                fileName == null ? "" : fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        if (name.isBlank()) {
            name = "file";
        }
        return name.codePointCount(0, name.length()) <= 150 ? name : name.substring(0, name.offsetByCodePoints(0, 150));
    }
}
