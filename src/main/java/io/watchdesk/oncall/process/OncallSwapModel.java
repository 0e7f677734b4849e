package io.watchdesk.oncall.process;

import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code oncall-swap}. */
final class OncallSwapModel {

    static final String PROCESS = "oncall-swap";
    static final String MESSAGE_SWAP_WITHDRAWN = "oncall.swapWithdrawn";

    static final String USER_ACCEPT_SWAP = "UserTask_AcceptSwap";
    static final String TIMER_SWAP_EXPIRED = "TimerEvent_SwapExpired";
    static final String SERVICE_EXPIRE_SWAP = "ServiceTask_ExpireSwap";
    static final String END_SWAP_ACCEPTED = "EndEvent_SwapAccepted";
    static final String END_SWAP_EXPIRED = "EndEvent_SwapExpired";
    static final String END_SWAP_WITHDRAWN = "EndEvent_SwapWithdrawn";

    /** The rota, which is the group that is asked. */
    static final TypedVariable<String> ROTA_ID = new TypedVariable<>("rotaId", String.class);

    static final TypedVariable<String> SHIFT_FROM = new TypedVariable<>("shiftFrom", String.class);
    static final TypedVariable<String> SHIFT_UNTIL = new TypedVariable<>("shiftUntil", String.class);
    static final TypedVariable<String> SWAP_NOTE = new TypedVariable<>("swapNote", String.class);
    static final TypedVariable<String> OFFER_UNTIL = new TypedVariable<>("offerUntil", String.class);

    static final TypedVariable<String> SWAP_ID = new TypedVariable<>("swapId", String.class);
    /** What is offered, in a few words. */
    static final TypedVariable<String> SWAP_TITLE = new TypedVariable<>("swapTitle", String.class);
    /** When the offer ends, ISO UTC. */
    static final TypedVariable<String> SWAP_EXPIRES_AT = new TypedVariable<>("swapExpiresAt", String.class);

    private OncallSwapModel() {}
}
