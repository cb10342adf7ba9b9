package org.rollscope.viewer.look;

/** Looks of the window. */
public enum Theme {
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK
}
