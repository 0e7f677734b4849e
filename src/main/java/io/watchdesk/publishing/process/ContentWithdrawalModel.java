package io.watchdesk.publishing.process;

import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code content-withdrawal}. */
final class ContentWithdrawalModel {

    static final String PROCESS = "content-withdrawal";

    static final String SERVICE_WITHDRAW_CONTENT = "ServiceTask_WithdrawContent";
    static final String END_CONTENT_WITHDRAWN = "EndEvent_ContentWithdrawn";

    /** The piece's id; another name than {@code pieceId}, so that a start form cannot write that one. */
    static final TypedVariable<String> WITHDRAWN_PIECE = new TypedVariable<>("withdrawnPiece", String.class);

    static final TypedVariable<String> REASON_TEXT = new TypedVariable<>("reasonText", String.class);

    private ContentWithdrawalModel() {}
}
