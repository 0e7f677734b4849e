package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Version;
import org.springframework.stereotype.Component;

/** Puts together what a channel is to send: the account's variant of the approved version, and nothing else. */
@Component
public class Orders {

    private final Contents contents;
    private final Accounts accounts;

    Orders(Contents contents, Accounts accounts) {
        this.contents = contents;
        this.accounts = accounts;
    }

    /** The order of a publication. */
    public Order of(Publication publication) {
        Account account = accounts.require(publication.accountId());
        Version version = contents.version(publication.pieceId(), publication.revision());
        Version.Variant text = version.forAccount(account.id());
        return new Order(
                publication.id(),
                publication.key(),
                publication.pieceId(),
                publication.revision(),
                account,
                text.title(),
                text.body(),
                version.links(),
                contents.assets(version),
                version.ai() == AiDeclaration.NO ? null : account.aiLabel());
    }
}
