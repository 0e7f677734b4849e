package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Asset;
import io.watchdesk.content.Brief;
import io.watchdesk.content.Category;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Format;
import io.watchdesk.content.Piece;
import io.watchdesk.content.PoolTier;
import io.watchdesk.content.Version;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.review.Approvals;
import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Screenings;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the ledger leans on, played: every piece exists, is written, screened and approved, until a test says otherwise.
 * Everything follows from the piece's id, so that a machine that starts again finds the same.
 */
final class PlayedDesk extends Clock implements Contents, Approvals, Screenings, People {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    volatile Instant now = START;
    volatile String listVersion = "words-1";
    volatile String person;
    final Map<String, String> changedHashes = new ConcurrentHashMap<>();
    final Map<String, Integer> approvedVersions = new ConcurrentHashMap<>();
    final Map<String, Boolean> voided = new ConcurrentHashMap<>();
    final Map<String, String> bodies = new ConcurrentHashMap<>();
    final Map<String, String> topics = new ConcurrentHashMap<>();
    final Map<String, List<Asset>> assets = new ConcurrentHashMap<>();
    final List<Finding> findings = new ArrayList<>();

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Optional<Person> find(String id) {
        return Optional.empty();
    }

    @Override
    public Piece piece(String pieceId) {
        Brief brief = new Brief(
                topics.getOrDefault(pieceId, "Batteries"),
                Category.KNOWLEDGE,
                "everybody",
                PoolTier.REGULAR,
                Format.ARTICLE,
                List.of("newsroom"),
                null,
                "");
        return new Piece(pieceId, brief, "pia", "On batteries", Piece.Stage.SCHEDULED, START);
    }

    @Override
    public List<Piece> pieces() {
        return List.of();
    }

    @Override
    public Map<String, String> topics(Collection<String> pieceIds) {
        return pieceIds.stream()
                .collect(Collectors.toMap(id -> id, id -> piece(id).brief().topic()));
    }

    @Override
    public Version version(String pieceId, int number) {
        return new Version(
                pieceId,
                number,
                "On batteries " + number,
                bodies.getOrDefault(pieceId, "Text of " + pieceId),
                List.of(),
                List.of("https://example.com/batteries"),
                assets.getOrDefault(pieceId, List.of()).stream().map(Asset::id).toList(),
                AiDeclaration.PARTLY,
                "wei",
                "wei",
                List.of("wei"),
                START,
                hash(pieceId, number));
    }

    @Override
    public Optional<Version> latest(String pieceId) {
        return Optional.of(version(pieceId, approvedVersions.getOrDefault(pieceId, 1)));
    }

    @Override
    public List<Asset> assets(Version version) {
        return assets.getOrDefault(version.pieceId(), List.of());
    }

    @Override
    public byte[] file(String assetId) {
        return new byte[] {1, 2, 3};
    }

    @Override
    public String canonicalForm(Version version) {
        return "{}";
    }

    @Override
    public String currentHash(Version version) {
        return changedHashes.getOrDefault(version.pieceId(), version.hash());
    }

    @Override
    public Optional<ZonedDateTime> wishedTime(Piece piece) {
        return Optional.empty();
    }

    @Override
    public void moveTo(String pieceId, Piece.Stage stage) {
        throw new UnsupportedOperationException("The ledger moves no piece.");
    }

    @Override
    public Optional<Approval> current(String pieceId) {
        if (voided.containsKey(pieceId)) {
            return Optional.empty();
        }
        int version = approvedVersions.getOrDefault(pieceId, 1);
        return Optional.of(new Approval(
                pieceId,
                version,
                hash(pieceId, version),
                "words-1",
                List.of(new SignOff("editor", "rita", START, "")),
                START));
    }

    @Override
    public Optional<Approval> lastGiven(String pieceId) {
        return current(pieceId);
    }

    @Override
    public void voidApproval(String pieceId, String reason) {
        voided.put(pieceId, true);
    }

    @Override
    public Report screen(String pieceId, int version) {
        return new Report(pieceId, version, listVersion, now, List.copyOf(findings));
    }

    @Override
    public Optional<Report> latest(String pieceId, int version) {
        return Optional.of(screen(pieceId, version));
    }

    @Override
    public String listVersion() {
        return listVersion;
    }

    @Override
    public Optional<String> current() {
        return Optional.ofNullable(person);
    }

    @Override
    public List<Person> all() {
        return List.of();
    }

    @Override
    public List<Person> inGroup(String group) {
        return List.of();
    }

    @Override
    public List<String> groupsOf(String id) {
        return List.of();
    }

    @Override
    public <T> T as(String person, Supplier<T> deed) {
        return deed.get();
    }

    @Override
    public <T> T asSystem(Supplier<T> work) {
        return work.get();
    }

    static Slot slot(Instant at) {
        return new Slot(LocalDateTime.ofInstant(at, SHANGHAI), SHANGHAI, at);
    }

    static String hash(String pieceId, int version) {
        return "%016x"
                .formatted((pieceId + "/" + version).hashCode() & 0xffffffffL)
                .repeat(4);
    }

    /** Three accounts, one for each kind of channel. */
    static final class PlayedAccounts implements Accounts {

        @Override
        public List<Account> all() {
            return List.of(account("newsroom", "site"), account("douyin", "manual"), account("journal", "journal"));
        }

        @Override
        public Optional<Account> find(String id) {
            return all().stream().filter(account -> account.id().equals(id)).findFirst();
        }

        @Override
        public Account require(String id) {
            return find(id).orElseThrow(() -> new Refused("There is no account " + id + "."));
        }

        private static Account account(String id, String channel) {
            return new Account(
                    id,
                    id,
                    channel,
                    channel.equals("manual") ? "Douyin" : "Site",
                    SHANGHAI,
                    "CN",
                    LocalTime.of(9, 0),
                    LocalTime.of(18, 0),
                    EnumSet.allOf(DayOfWeek.class),
                    Duration.ofMinutes(30),
                    120,
                    50_000,
                    "AI took part",
                    Collections.emptySortedSet());
        }
    }
}
