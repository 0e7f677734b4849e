package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.watchdesk.content.Version;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells planner and author what became of their post. */
@Component
class PublicationNews {

    private final Contents contents;
    private final Accounts accounts;
    private final Notifications notifications;

    PublicationNews(Contents contents, Accounts accounts, Notifications notifications) {
        this.contents = contents;
        this.accounts = accounts;
        this.notifications = notifications;
    }

    /** The post is out; a correction of one that was out before is told as a change. */
    void published(Publication publication) {
        Piece piece = contents.piece(publication.pieceId());
        Version version = contents.version(publication.pieceId(), publication.revision());
        if (publication.corrects() == null) {
            contents.moveTo(piece.id(), Piece.Stage.PUBLISHED);
            tell(
                    piece,
                    version,
                    new Message.Published(piece.id(), version.title(), account(publication), publication.link()));
        } else {
            changed(publication, "The post was corrected; it now shows version %d.".formatted(version.number()));
        }
    }

    /** @param what a sentence that says how the post changed */
    void changed(Publication publication, String what) {
        Piece piece = contents.piece(publication.pieceId());
        Version version = contents.version(publication.pieceId(), publication.revision());
        tell(piece, version, new Message.PublicationChanged(piece.id(), version.title(), account(publication), what));
    }

    private void tell(Piece piece, Version version, Message message) {
        Set<String> interested = new LinkedHashSet<>();
        interested.add(piece.planner());
        interested.add(version.author());
        interested.forEach(person -> notifications.tellPerson(person, message));
    }

    private String account(Publication publication) {
        return accounts.find(publication.accountId()).map(Account::name).orElse(publication.accountId());
    }
}
