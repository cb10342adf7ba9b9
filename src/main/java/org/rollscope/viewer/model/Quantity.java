package org.rollscope.viewer.model;

/** What a line of the chart shows. */
public enum Quantity {
    /** Limb force over contact area, kilopascal. */
    MEAN_PRESSURE,
    /** Highest pressure on one tile, kilopascal. */
    PEAK_PRESSURE,
    /** Travel of the contact along the limb, millimetres per second. */
    SPEED
}
