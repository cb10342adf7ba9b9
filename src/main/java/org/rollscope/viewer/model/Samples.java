package org.rollscope.viewer.model;

/**
 * One line over time, sample by sample, as charts read it.
 *
 * <p><b>Units.</b> Microseconds and the unit of the line; NaN is not known. <b>Threads.</b> Guarded by its owner.
 */
public interface Samples {
    /** Samples that are kept. */
    int count();

    /** Samples that were ever added; changes whenever the line does. */
    long appendedCount();

    /** Samples that were put in before others later on; where there are new ones, what was drawn of the line is out of date. */
    default long filledCount() {
        return 0;
    }

    /** Time of one sample; 0 is the oldest kept. */
    long timeUs(int index);

    /** Value of one sample. */
    float value(int index);

    /** Whether data are missing directly before this sample. */
    boolean gapBefore(int index);

    /** Index of the first sample at or after a time; {@link #count()} when there is none. */
    int firstIndexFrom(long fromUs);
}
