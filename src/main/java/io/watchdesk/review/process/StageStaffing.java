package io.watchdesk.review.process;

/** Whether a stage's group has enough people who may sign off. */
enum StageStaffing {
    STAFFED,
    UNSTAFFED
}
