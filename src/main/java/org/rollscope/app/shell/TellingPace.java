package org.rollscope.app.shell;

/**
 * How often figures are told, in device time.
 *
 * @param liveIntervalMs live figures, 50 to 100: 10 to 20 a second by the contract.
 * @param framesIntervalMs batches of frames for charts, a multiple of it: both leave in one wake-up.
 */
public record TellingPace(long liveIntervalMs, long framesIntervalMs) {
    /** 12.5 a second of each: an eye on a moving line sees no difference to 20. */
    public static final TellingPace USUAL = new TellingPace(80, 80);
}
