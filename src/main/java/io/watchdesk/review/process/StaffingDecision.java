package io.watchdesk.review.process;

/** What a manager does with a stage that nobody may sign off. */
enum StaffingDecision {
    TRY_AGAIN,
    GIVE_BACK
}
