package io.watchdesk.publishing;

/**
 * What a hold asks about a publication, without the rest of its row: a crisis asks it of thousands before it pages anybody.
 *
 * @param crisisId the crisis whose own word it is, or null
 */
record WaitingPost(String id, String pieceId, String accountId, String crisisId) {

    static WaitingPost of(Publication publication) {
        return new WaitingPost(
                publication.id(), publication.pieceId(), publication.accountId(), publication.crisisId());
    }
}
