package io.watchdesk.oncall;

/** The incoming person took over what is open; whoever keeps its time line may note it. A Spring event inside the transaction. */
public record ShiftTakenOver(Handover handover) {}
