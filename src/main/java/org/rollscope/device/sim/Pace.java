package org.rollscope.device.sim;

/** How fast recorded or simulated time passes. */
public enum Pace {
    /** As fast as on a clock. */
    REAL,
    /** As fast as the receiver takes it. */
    MAX
}
