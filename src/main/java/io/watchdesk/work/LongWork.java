package io.watchdesk.work;

import java.util.List;
import java.util.Optional;

/** Starts long work, shows where it stands and ends it early. */
public interface LongWork {

    /**
     * Puts work down in the transaction of the caller; its steps begin once that is committed. Whether the current person
     * may start it is the caller's to check.
     *
     * @param kind the id of a {@link WorkKind}
     * @param title what this one is about, in words of no language where possible: a file's name, "L-7", "+3 d"
     * @return its id, for example {@code W-1001}; its page is {@code /desk/work/W-1001}
     * @throws io.watchdesk.platform.Refused when there are no steps or more than {@code watchdesk.work.most-steps}
     */
    String begin(String kind, String title, List<WorkKind.Step> steps);

    /**
     * Ends it where it stands: what is done stays done, the step that runs is undone.
     *
     * @throws io.watchdesk.platform.Refused when it has ended, or there is none that the current person may see
     */
    void cancel(String id);

    /** The newest first, of the current person or, for managers and administrators, of everybody. */
    List<Work> list(int offset, int limit);

    /** This one, or empty where there is none that the current person may see. */
    Optional<Work> find(String id);

    /** Steps that ended in one of these ways, in their order. */
    List<Line> lines(String id, List<Line.State> states, int offset, int limit);

    /** The file that the steps wrote, or empty where they wrote none or the current person may not see it. */
    Optional<String> file(String id);

    /** Differs whenever anything about any work has changed. */
    String fingerprint();
}
