package io.watchdesk.work;

/** Tells people how far one step is while it is still undecided. */
@FunctionalInterface
public interface Progress {

    /**
     * Says it in a transaction of its own, a few times a second at most, so it may be called for every line. When the work was
     * cancelled meanwhile, or another node has it, this throws, and all that the step did is undone: let it pass.
     *
     * @param done how much of the step is done, in units of its kind such as lines
     */
    void at(int done, int total);
}
