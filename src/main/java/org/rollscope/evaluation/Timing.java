package org.rollscope.evaluation;

/** What is measured on a found event beside its true one. */
enum Timing {
    /** Error of the onset, absolute. */
    START,
    /** Error of the end, absolute. */
    END,
    /** From the true onset until it could be known. */
    DECLARED
}
