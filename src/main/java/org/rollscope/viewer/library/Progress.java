package org.rollscope.viewer.library;

/** Hears how far a work is, and may end it. */
@FunctionalInterface
public interface Progress {
    /** Nobody looks, nobody ends it. */
    Progress NONE = (doneCount, totalCount) -> {};

    /**
     * So much is done.
     *
     * @param doneCount steps so far.
     * @param totalCount steps of all; 0 when nobody knows.
     * @throws java.util.concurrent.CancellationException when it is not wanted any more.
     */
    void at(long doneCount, long totalCount);
}
