package io.watchdesk.work;

import java.util.Optional;

/**
 * A kind of long work; declare it as a bean. Its steps are carried out one after the other, each in a transaction of its
 * own together with the note that it is done: a step counts entirely or not at all, and whoever goes on after a crash
 * repeats none.
 */
public interface WorkKind {

    /** Lower kebab-case; what people call it is the message {@code work.kind.<id>} of the desk. */
    String id();

    /**
     * Carries out one step in the name of the person who started the work, with the rights that person has now. Joins the
     * transaction around it; seconds at most, because a crash or the end of the work undoes it.
     *
     * @param progress for a step that people would otherwise wait for without a sign
     * @throws io.watchdesk.platform.Refused why this step cannot be done; it is noted, and the next one begins
     */
    Done carryOut(Step step, Progress progress);

    /**
     * The address of what a step is about, for example {@code /desk/registers/words}.
     *
     * @param state how the step ended, or that it has not yet
     */
    default Optional<String> place(Step step, Line.State state) {
        return Optional.empty();
    }

    /** The first lines of the file that the steps write together; see {@link Done#file}. */
    default String fileHead() {
        return "";
    }

    /**
     * One step.
     *
     * @param subject what it is about, as people know it: an id, a name, "Line 12"
     * @param detail what the kind needs to carry it out, in a form of its own
     */
    record Step(String subject, String detail) {}

    /**
     * How a step ended.
     *
     * @param sentence what people should know about it, or null
     * @param file its part of the file that can be downloaded at the end, or null
     */
    record Done(String sentence, String file) {

        /** Done, with nothing to say. */
        public static final Done QUIETLY = new Done(null, null);

        /** Done, and this should be known. */
        public static Done with(String sentence) {
            return new Done(sentence, null);
        }
    }
}
