package org.rollscope.detect;

import org.rollscope.feature.FeatureFrame;

/**
 * Tells whether the load of a hold is the usual one, passes through a spell of another one, or has changed for good.
 *
 * <p>An athlete who shifts, coughs or presses harder for a few seconds comes back to the load that was; what the tissue does then
 * can be compared with what it did before. Short spells are therefore left out instead of beginning anew.
 *
 * <p><b>Source.</b> chosen on development seeds, record 0017. <b>Threads.</b> One.
 */
final class LoadWatch {
    /** How quickly the usual load follows, per frame. */
    private static final double FOLLOW_RATIO = 0.002;
    /** Time in which two thirds of a spell's after-effect are gone: relaxation of muscle and tissue, domain study 10.4. */
    private static final double RECOVERY_US = 4e6;

    private final double toleranceRatio;
    private final long longestSpellUs;
    private final long settleUs;
    private double usualForceN;
    private boolean inSpell;
    private boolean hadSpell;
    private long spellStartUs;
    private long spellEndUs;

    LoadWatch(DetectionSettings.ReleaseSettings settings) {
        toleranceRatio = settings.forceToleranceRatio();
        longestSpellUs = settings.unevenMs() * 1000L;
        settleUs = settings.settleMs() * 1000L;
    }

    /** The load of a frame is the usual one from now on. */
    void begin(FeatureFrame frame) {
        usualForceN = frame.contactForceN();
        inSpell = false;
        hadSpell = false;
    }

    /** Takes in a frame; returns whether the load has been another one for longer than a spell. */
    boolean accept(FeatureFrame frame) {
        double changeN = frame.contactForceN() - usualForceN;
        if (Math.abs(changeN) > toleranceRatio * usualForceN) {
            if (!inSpell) {
                inSpell = true;
                spellStartUs = frame.timeUs();
            }
            return frame.timeUs() - spellStartUs > longestSpellUs;
        }
        if (inSpell) {
            inSpell = false;
            hadSpell = true;
            spellEndUs = frame.timeUs();
        }
        usualForceN += FOLLOW_RATIO * changeN;
        return false;
    }

    /** Whether the load is the usual one, and has been for long enough. */
    boolean even(long timeUs) {
        return !inSpell && !(hadSpell && timeUs - spellEndUs < settleUs);
    }

    /** What is left of the last spell's after-effect, from 1 at its end on; 0 without one. */
    double recoveryRatio(long timeUs) {
        return hadSpell ? StrictMath.exp(-(timeUs - spellEndUs) / RECOVERY_US) : 0;
    }
}
