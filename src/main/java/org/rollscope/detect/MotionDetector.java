package org.rollscope.detect;

import org.rollscope.feature.FeatureFrame;

/**
 * Tells turning from still by the turn rate's root mean square, with hysteresis, dwell and a threshold that rises with the
 * restlessness of stillness: sway, tremor, a vibrating roller.
 *
 * <p>The usual rate of stillness is followed only while still, quickly down and slowly up, so that slow rolling does not become
 * usual before it is noticed.
 *
 * <p><b>Source.</b> Angular-rate energy: I. Skog et al., IEEE Trans. Biomed. Eng. 57(11), 2010, doi 10.1109/TBME.2010.2060723;
 * thresholds that adapt: J. Wahlstrom et al., IEEE Sensors J. 19(16), 2019. Numbers: record 0016. <b>Threads.</b> One.
 */
final class MotionDetector {
    /** What a start needs to show in the root mean square of the shipped window of 150 ms: a quarter of it. */
    private static final long WINDOW_LAG_US = 37_500;
    /** What a stop needs to leave the window: the whole window less its own threshold. */
    private static final long WINDOW_TAIL_US = 125_000;
    /** How quickly the usual rate of stillness falls, and how slowly it rises: seconds. Chosen by us, record 0016. */
    private static final double FALLING_S = 1;

    private static final double RISING_S = 10;
    /** A longer step says no more about stillness than this. */
    private static final double LONGEST_STEP_S = 0.2;

    private final DetectionSettings.RollSettings settings;
    private final DwellSwitch moving;
    private double usualRateRadPerS;
    private long lastTimeUs = Long.MIN_VALUE;

    MotionDetector(DetectionSettings.RollSettings settings) {
        this.settings = settings;
        usualRateRadPerS = settings.onRateRadPerS() / settings.noiseRatio();
        moving = new DwellSwitch(settings.onDwellMs() * 1000L, settings.offDwellMs() * 1000L);
    }

    /** Takes in a frame; returns whether the state turned just now. */
    boolean accept(FeatureFrame frame) {
        double rateRadPerS = frame.motionRateRadPerS();
        double onRadPerS = onRateRadPerS();
        double offRadPerS = onRadPerS * settings.offRateRadPerS() / settings.onRateRadPerS();
        if (!moving.on() && rateRadPerS <= onRadPerS && lastTimeUs != Long.MIN_VALUE) {
            double stepS = Math.min(LONGEST_STEP_S, (frame.timeUs() - lastTimeUs) / 1e6);
            double changeS = rateRadPerS > usualRateRadPerS ? RISING_S : FALLING_S;
            usualRateRadPerS += stepS / changeS * (rateRadPerS - usualRateRadPerS);
        }
        lastTimeUs = frame.timeUs();
        return moving.accept(frame.timeUs(), rateRadPerS > onRadPerS, rateRadPerS < offRadPerS);
    }

    /** Turn rate from which it counts as moving at present. */
    double onRateRadPerS() {
        double adaptedRadPerS = settings.noiseRatio() * usualRateRadPerS;
        return Math.max(settings.onRateRadPerS(), Math.min(settings.highestOnRateRadPerS(), adaptedRadPerS));
    }

    boolean moving() {
        return moving.on();
    }

    /** Whether a start of motion is on its way. */
    boolean starting() {
        return !moving.on() && moving.turning();
    }

    /** When the present motion or stillness truly began: the turn less what the window adds. */
    long sinceUs() {
        return Math.max(0, moving.changedUs() - (moving.on() ? WINDOW_LAG_US : WINDOW_TAIL_US));
    }

    /** When the start of motion that is on its way truly began; only while {@link #starting}. */
    long startingSinceUs() {
        return Math.max(0, moving.pendingSinceUs() - WINDOW_LAG_US);
    }

    void forceStill(long timeUs) {
        moving.forceOff(timeUs);
    }
}
