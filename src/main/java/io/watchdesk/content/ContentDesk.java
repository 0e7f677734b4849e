package io.watchdesk.content;

import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the pieces: opens them, saves what is written, freezes versions. */
@Service
@Transactional
class ContentDesk implements Contents, Drafting {

    private final ContentStore store;
    private final AssetStore assets;
    private final Rules rules;
    private final ContentSettings settings;
    private final ContentHash hashes;
    private final Accounts accounts;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    ContentDesk(
            ContentStore store,
            AssetStore assets,
            Rules rules,
            ContentSettings settings,
            ContentHash hashes,
            Accounts accounts,
            People people,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.assets = assets;
        this.rules = rules;
        this.settings = settings;
        this.hashes = hashes;
        this.accounts = accounts;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Piece open(Brief brief) {
        rules.check(brief);
        Piece piece = new Piece(
                store.nextPieceId(), brief, people.actor(), brief.topic(), Piece.Stage.DRAFTING, clock.instant());
        store.insert(piece);
        audit.record("content.opened", piece.id(), null, brief);
        return piece;
    }

    @Override
    @Transactional(readOnly = true)
    public Draft draft(String pieceId) {
        return store.draft(pieceId).orElseThrow(() -> unknown(pieceId));
    }

    @Override
    public Draft save(String pieceId, Draft.Text text) {
        Piece piece = piece(pieceId);
        rules.checkStorable(text, piece.brief().accounts());
        text.assets().forEach(id -> requireOwnAsset(pieceId, id));
        Draft before = store.lockDraft(pieceId).orElseThrow(() -> unknown(pieceId));
        if (text.revision() != before.revision()) {
            throw new Refused(
                    "%s saved this draft at %s, after your page was opened. Reload the task to see it; copy your text first."
                            .formatted(people.displayName(before.savedBy()), before.savedAt()));
        }
        Set<String> contributors = new LinkedHashSet<>(before.contributors());
        contributors.add(people.actor());
        Draft saved = new Draft(
                pieceId,
                text.title(),
                text.body(),
                text.variants(),
                text.links(),
                text.assets(),
                text.ai(),
                List.copyOf(contributors),
                before.revision() + 1,
                people.actor(),
                clock.instant());
        store.update(saved);
        return saved;
    }

    @Override
    public Version submit(String pieceId) {
        Piece piece = piece(pieceId);
        Draft draft = store.lockDraft(pieceId).orElseThrow(() -> unknown(pieceId));
        rules.checkComplete(draft, piece.brief().accounts());
        Optional<Version> before = store.latestVersion(pieceId);
        Set<String> contributors = new LinkedHashSet<>(draft.contributors());
        contributors.add(people.actor());
        List<Asset> used = draft.assets().stream().map(assets::require).toList();
        String hash = ContentHash.sha256(hashes.canonicalForm(
                draft.title(),
                draft.body(),
                draft.variants(),
                draft.links(),
                used,
                draft.ai(),
                piece.brief().accounts().stream().map(accounts::require).toList()));
        Version version = new Version(
                pieceId,
                before.map(Version::number).orElse(0) + 1,
                draft.title(),
                draft.body(),
                draft.variants(),
                draft.links(),
                draft.assets(),
                draft.ai(),
                before.map(Version::author)
                        .orElseGet(() -> contributors.iterator().next()),
                people.actor(),
                List.copyOf(contributors),
                clock.instant(),
                hash);
        store.insert(version);
        store.setTitle(pieceId, version.title());
        store.update(withoutContributors(draft));
        audit.record(
                "content.submitted", pieceId, before.map(ContentDesk::summary).orElse(null), summary(version));
        return version;
    }

    @Override
    @Transactional(readOnly = true)
    public Piece piece(String pieceId) {
        return store.piece(pieceId).orElseThrow(() -> unknown(pieceId));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> topics(Collection<String> pieceIds) {
        return store.topics(pieceIds);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Piece> pieces() {
        return store.pieces();
    }

    @Override
    @Transactional(readOnly = true)
    public Version version(String pieceId, int number) {
        return store.version(pieceId, number)
                .orElseThrow(() -> new Refused("The piece %s has no version %d.".formatted(pieceId, number)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Version> latest(String pieceId) {
        return store.latestVersion(pieceId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Asset> assets(Version version) {
        return version.assets().stream().map(assets::require).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] file(String assetId) {
        return assets.file(assetId);
    }

    @Override
    @Transactional(readOnly = true)
    public String canonicalForm(Version version) {
        return hashes.canonicalForm(
                version.title(),
                version.body(),
                version.variants(),
                version.links(),
                assets(version),
                version.ai(),
                piece(version.pieceId()).brief().accounts().stream()
                        .map(accounts::require)
                        .toList());
    }

    @Override
    @Transactional(readOnly = true)
    public String currentHash(Version version) {
        return ContentHash.sha256(canonicalForm(version));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ZonedDateTime> wishedTime(Piece piece) {
        return Optional.ofNullable(piece.brief().wishedAt())
                .map(local -> local.atZone(
                        accounts.require(piece.brief().accounts().get(0)).zone()));
    }

    @Override
    public void moveTo(String pieceId, Piece.Stage stage) {
        Piece.Stage before = piece(pieceId).stage();
        if (before != stage) {
            store.setStage(pieceId, stage);
            audit.record("content.moved", pieceId, before, stage);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Instant draftDue(Piece piece) {
        Instant usual = clock.instant().plus(settings.draftTime());
        return wishedTime(piece)
                .map(wished -> wished.toInstant().minus(settings.reviewLead()))
                .filter(due -> due.isAfter(clock.instant()) && due.isBefore(usual))
                .orElse(usual);
    }

    private void requireOwnAsset(String pieceId, String assetId) {
        if (!assets.belongsTo(assetId, pieceId)) {
            throw new Refused(
                    "The file \"%s\" does not belong to this piece. Upload it here first.".formatted(assetId));
        }
    }

    private static Draft withoutContributors(Draft draft) {
        return new Draft(
                draft.pieceId(),
                draft.title(),
                draft.body(),
                draft.variants(),
                draft.links(),
                draft.assets(),
                draft.ai(),
                new ArrayList<String>(),
                draft.revision(),
                draft.savedBy(),
                draft.savedAt());
    }

    private static Map<String, Object> summary(Version version) {
        return Map.of("version", version.number(), "hash", version.hash(), "title", version.title());
    }

    private static Refused unknown(String pieceId) {
        return new Refused("There is no piece \"%s\".".formatted(pieceId));
    }
}
