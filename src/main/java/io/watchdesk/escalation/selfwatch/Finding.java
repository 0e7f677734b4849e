package io.watchdesk.escalation.selfwatch;

/**
 * Something that may leave a crisis without an answer.
 *
 * @param name the same for as long as it goes on
 * @param sentence what is wrong and where to look
 */
record Finding(Kind kind, String name, String sentence) {

    /** What is wrong. */
    enum Kind {
        CRISIS_ALONE,
        JOB_GIVEN_UP,
        INCIDENT,
        JOB_LATE,
        SIGNAL_UNASSESSED,
        MAIL_STUCK,
        NOBODY_ON_CALL,
        HOUSE_IN_TROUBLE,
        /** Something of one machine: its disk, its clock, its backups. */
        NODE,
        LOOK_FAILED
    }

    static Finding of(Kind kind, String about, String sentence) {
        return new Finding(kind, kind.name() + " " + about, sentence);
    }
}
