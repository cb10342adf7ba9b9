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

    /** Samples that were ever put in between others; changes whenever the line does before its end. */
    long filledCount();

    /** Time of one sample; 0 is the oldest kept. */
    long timeUs(int index);

    /** Value of one sample. */
    float value(int index);

    /** Whether data are missing directly before this sample. */
    boolean gapBefore(int index);

    /** Index of the first sample at or after a time; {@link #count()} when there is none. */
    int firstIndexFrom(long fromUs);
}
