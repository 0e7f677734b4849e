package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Asset;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Version;
import io.watchdesk.publishing.Claim.Outcome;
import io.watchdesk.review.Approvals;
import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Screenings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everything that can stand against a publication at this moment. */
@Component
class Clearance {

    private static final DateTimeFormatter SLOT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Accounts accounts;
    private final Approvals approvals;
    private final Contents contents;
    private final Screenings screenings;
    private final Holds holds;
    private final Channels channels;
    private final Exemptions exemptions;
    private final Clock clock;

    Clearance(
            Accounts accounts,
            Approvals approvals,
            Contents contents,
            Screenings screenings,
            Holds holds,
            Channels channels,
            Exemptions exemptions,
            Clock clock) {
        this.accounts = accounts;
        this.approvals = approvals;
        this.contents = contents;
        this.screenings = screenings;
        this.holds = holds;
        this.channels = channels;
        this.exemptions = exemptions;
        this.clock = clock;
    }

    /** The first objection, the word list aside; empty when there is none. */
    Optional<Claim> objection(Publication publication) {
        Optional<Claim> silenced =
                exemptions.silenced(publication.pieceId()).flatMap(sentence -> no(Outcome.REFUSED, sentence));
        if (silenced.isPresent()) {
            return silenced;
        }
        Optional<Account> account = accounts.find(publication.accountId());
        if (account.isEmpty() || channels.find(account.get().channel()).isEmpty()) {
            return no(
                    Outcome.REFUSED,
                    "The account %s is not in the settings any more, or its channel does not exist."
                            .formatted(publication.accountId()));
        }
        Version version = contents.version(publication.pieceId(), publication.revision());
        return held(publication)
                .or(() -> approval(publication, version))
                .or(() -> rights(version, account.get()))
                .or(() -> late(publication, account.get()));
    }

    /** That nobody has approved exactly this, or what would go out is something else meanwhile, as an objection. */
    Optional<Claim> unapproved(Publication publication) {
        return approval(publication, contents.version(publication.pieceId(), publication.revision()));
    }

    /** The open holds as an objection. */
    Optional<Claim> held(Publication publication) {
        List<Hold> open = holds.openFor(publication.id());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Hold first = open.get(0);
        String more = open.size() == 1 ? "" : " %d more holds cover it.".formatted(open.size() - 1);
        return no(Outcome.HELD, "Held by %s: %s%s".formatted(first.owner(), first.reason(), more));
    }

    /** Exactly what would go out now. */
    String canonicalForm(Publication publication) {
        return contents.canonicalForm(contents.version(publication.pieceId(), publication.revision()));
    }

    /** Whether a word list newer than the publication's is in force. */
    boolean listOutdated(Publication publication) {
        return !screenings.listVersion().equals(publication.listVersion());
    }

    /** Screens with the list of now; what it blocks is an objection. */
    Optional<Claim> words(Publication publication) {
        Screenings.Report report = screenings.screen(publication.pieceId(), publication.revision());
        return report.findings().stream()
                .filter(f -> f.severity() == Finding.Severity.BLOCK)
                .findFirst()
                .flatMap(f -> no(
                        Outcome.BLOCKED,
                        "\"%s\" is blocked since the lists changed to %s: %s"
                                .formatted(f.excerpt(), report.listVersion(), f.reason())));
    }

    private Optional<Claim> approval(Publication publication, Version version) {
        boolean inForce = approvals
                .current(publication.pieceId())
                .filter(a -> a.version() == publication.revision())
                .filter(a -> a.hash().equals(publication.hash()))
                .isPresent();
        if (!inForce) {
            return no(
                    Outcome.APPROVAL_VOID,
                    "No approval of version %d of %s is in force."
                            .formatted(publication.revision(), publication.pieceId()));
        }
        if (!contents.currentHash(version).equals(publication.hash())) {
            return no(
                    Outcome.APPROVAL_VOID,
                    "What would go out is not what was approved: texts, assets or the account's settings changed.");
        }
        return Optional.empty();
    }

    private Optional<Claim> rights(Version version, Account account) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), account.zone());
        Version.Variant text = version.forAccount(account.id());
        return contents.assets(version).stream()
                .map(asset -> gap(asset, account, today, text))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(sentence -> no(Outcome.RIGHTS_MISSING, sentence));
    }

    /** The same gaps that the screening finds, as they are now. */
    private static Optional<String> gap(Asset asset, Account account, LocalDate today, Version.Variant text) {
        Asset.Rights rights = asset.rights();
        if (rights == null
                || !rights.validOn(today)
                || !rights.covers(account.platform(), account.id(), account.name())) {
            return Optional.of(
                    "There is no right to use %s on %s today.".formatted(asset.fileName(), account.platform()));
        }
        if (!rights.coversCountry(account.country())) {
            return Optional.of("The right to use %s covers only these countries: %s; %s is in %s."
                    .formatted(
                            asset.fileName(),
                            String.join(", ", rights.territories()),
                            account.name(),
                            account.country()));
        }
        if (!rights.creditedIn(text.title(), text.body())) {
            return Optional.of("The licence of %s asks for the credit \"%s\", and the text for %s does not name it."
                    .formatted(asset.fileName(), rights.credit(), account.name()));
        }
        return Optional.empty();
    }

    private Optional<Claim> late(Publication publication, Account account) {
        Instant latest = publication.slot().at().plus(account.grace());
        if (publication.lateAllowed() || !clock.instant().isAfter(latest)) {
            return Optional.empty();
        }
        return no(
                Outcome.LATE,
                "It was due at %s (%s) and %s allows %d minutes."
                        .formatted(
                                SLOT.format(publication.slot().local()),
                                publication.slot().zone(),
                                account.name(),
                                account.grace().toMinutes()));
    }

    private static Optional<Claim> no(Outcome outcome, String sentence) {
        return Optional.of(new Claim(outcome, sentence));
    }
}
