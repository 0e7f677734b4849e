package io.watchdesk.oncall;

import java.time.Instant;

/** The process {@code oncall-swap}, as the current person may start and answer it in Tasklist and not more. */
public interface SwapProcess {

    /**
     * Offers a shift of the current person to the others of the rota, who get a task for it.
     *
     * @param note for the colleagues, or null
     * @return the offer's id
     * @throws io.watchdesk.platform.Refused when it is not their shift, or is offered already
     */
    String offer(String rota, Instant from, Instant until, String note);

    /**
     * The current person takes an offered shift.
     *
     * @throws io.watchdesk.platform.Refused when the offer is over, is the person's own, or is not open to that person
     */
    void accept(String swapId);
}
