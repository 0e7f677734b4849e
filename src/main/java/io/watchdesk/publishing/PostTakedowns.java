package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.Contents;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Publication.State;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks the wish, leaves the deed to the channels' after-care, and tells people about it. */
@Service
class PostTakedowns implements Takedowns {

    private final Ledger ledger;
    private final AfterCare afterCare;
    private final Contents contents;
    private final Accounts accounts;
    private final PublicationNews news;
    private final AuditLog audit;

    PostTakedowns(
            Ledger ledger,
            AfterCare afterCare,
            Contents contents,
            Accounts accounts,
            PublicationNews news,
            AuditLog audit) {
        this.ledger = ledger;
        this.afterCare = afterCare;
        this.contents = contents;
        this.accounts = accounts;
        this.news = news;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Opened open(String publicationId, Reason reason, String text, String proof) {
        Publication publication = ledger.get(publicationId);
        if (publication.state() != State.PUBLISHED) {
            throw new Refused("%s is not out, so there is nothing to take down.".formatted(publicationId));
        }
        if (reason == null) {
            throw new Refused("Choose why the post is taken down.");
        }
        if (text.isBlank()) {
            throw new Refused("Describe why the post is taken down.");
        }
        audit.record(
                "publishing.takedownRequested",
                publication.pieceId(),
                null,
                Map.of("publication", publicationId, "reason", reason, "text", text, "proof", proof));
        String account =
                accounts.find(publication.accountId()).map(Account::name).orElse(publication.accountId());
        String sentence = reason.words() + ": " + text.strip() + (proof.isBlank() ? "" : " Shown by: " + proof.strip());
        return new Opened(
                publication.pieceId(),
                contents.version(publication.pieceId(), publication.revision()).title(),
                account,
                sentence);
    }

    @Override
    public AfterCare.TakeDown takeDown(String publicationId, String reason) {
        AfterCare.TakeDown outcome = afterCare.takeDown(publicationId, reason);
        if (outcome == AfterCare.TakeDown.DONE) {
            tell(publicationId, reason);
        }
        return outcome;
    }

    @Override
    @Transactional
    public void confirm(String publicationId, String reason, String evidence) {
        afterCare.confirmTakenDown(publicationId, reason, evidence);
        tell(publicationId, reason);
    }

    private void tell(String publicationId, String reason) {
        news.changed(ledger.get(publicationId), "The post was taken down. " + reason);
    }
}
