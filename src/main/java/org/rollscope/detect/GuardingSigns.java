package org.rollscope.detect;

import org.rollscope.dsp.Logarithm;
import org.rollscope.feature.FeatureFrame;

/**
 * The signRatio that together speak for a muscle tensing against the roller, each as a number from 0 to 3.
 *
 * <p>None means anything alone: a limb that slides onto bone stiffens, arms that tire tremble.
 *
 * <p><b>Source.</b> domain study 9.5. <b>Threads.</b> One.
 */
final class GuardingSigns {
    static final int COUNT = 5;
    static final int STIFFNESS_INDEX = 0;
    static final int TREMOR_INDEX = 1;
    static final int PRESSURE_INDEX = 2;
    static final int LOADING_INDEX = 3;
    static final int FLINCH_INDEX = 4;

    private static final double HIGHEST_RATIO = 3;
    private static final long LOADING_LASTS_US = 2_000_000;
    private static final long FLINCH_LASTS_US = 3_000_000;
    private static final long FLINCH_WITHIN_US = 500_000;
    private static final double STIFFNESS_DOWN_S = 2;
    private static final double STIFFNESS_UP_S = 30;
    /** The area's median must have forgotten the rolling before. */
    private static final double STIFFNESS_AFTER_S = 0.5;
    /** So must the tremor's windows. */
    private static final double TREMOR_AFTER_S = 1.7;

    private static final double LEAST_FORCE_N = 30;

    private final DetectionSettings.GuardingSettings settings;
    private final double ceilingKpa;
    private final QuietTremor quiet = new QuietTremor();
    private final double[] signRatio = new double[COUNT];
    private double calmLogRatio = Double.NaN;
    private double stillS;
    private double steepestKpaPerS;
    private boolean firstRise = true;
    private long steepestUs = Long.MIN_VALUE / 2;
    private long roseUs = Long.MIN_VALUE / 2;
    private double recentForceN;
    private long recentForceUs = Long.MIN_VALUE / 2;
    private long flinchedUs = Long.MIN_VALUE / 2;
    private double flinchRatio;

    GuardingSigns(DetectionSettings.GuardingSettings settings, double ceilingKpa) {
        this.settings = settings;
        this.ceilingKpa = ceilingKpa;
    }

    /**
     * Takes in a moment of contact.
     *
     * @param frame features of the moment.
     * @param still whether the roller lies still.
     * @param calm whether nothing speaks for guarding, so that quiet levels may be learnt.
     * @param stepS time since the moment before.
     */
    void accept(FeatureFrame frame, boolean still, boolean calm, double stepS) {
        stillS = still ? stillS + stepS : 0;
        signRatio[STIFFNESS_INDEX] = stillS >= STIFFNESS_AFTER_S ? stiffness(frame, calm, stepS) : forgetPlace();
        signRatio[TREMOR_INDEX] = stillS >= TREMOR_AFTER_S ? tremor(frame, calm, stepS) : 0;
        signRatio[PRESSURE_INDEX] = clip((frame.meanPressureKpa() / ceilingKpa - settings.pressureFromRatio())
                / (1 - settings.pressureFromRatio()));
        loading(frame);
        flinch(frame);
    }

    /** Where the limb lies elsewhere, its tissue is another. */
    private double forgetPlace() {
        calmLogRatio = Double.NaN;
        return 0;
    }

    private double stiffness(FeatureFrame frame, boolean calm, double stepS) {
        if (frame.contactStiffnessKpaPerMm() <= 0 || frame.contactForceN() < LEAST_FORCE_N) {
            return 0;
        }
        double now = Logarithm.of(frame.contactStiffnessKpaPerMm());
        if (Double.isNaN(calmLogRatio)) {
            calmLogRatio = now;
        }
        double rise = now - calmLogRatio;
        if (calm || rise < 0) {
            double followS = rise < 0 ? STIFFNESS_DOWN_S : STIFFNESS_UP_S;
            calmLogRatio += rise * Math.min(1, stepS / followS);
        }
        return clip(rise / settings.stiffnessScaleRatio());
    }

    private double tremor(FeatureFrame frame, boolean calm, double stepS) {
        if (frame.tremorRatio() <= 0) {
            return 0;
        }
        if (calm && frame.meanPressureKpa() < settings.pressureFromRatio() * ceilingKpa) {
            quiet.learn(frame.contactForceN(), frame.tremorRatio(), stepS);
        }
        double usual = quiet.at(frame.contactForceN());
        return usual <= 0 ? 0 : clip(Logarithm.of(frame.tremorRatio() / usual) / settings.tremorScaleRatio());
    }

    private void loading(FeatureFrame frame) {
        // The first contact is no abrupt loading: there was nothing to be tense against.
        boolean high = frame.meanPressureKpa() > 0.5 * ceilingKpa;
        firstRise &= !high || frame.pressureSlopeKpaPerS() > settings.gentleKpaPerS();
        boolean counts = high && !firstRise;
        boolean over = frame.timeUs() - steepestUs > LOADING_LASTS_US;
        if (counts && (over || frame.pressureSlopeKpaPerS() > steepestKpaPerS)) {
            steepestKpaPerS = Math.max(0, frame.pressureSlopeKpaPerS());
            steepestUs = frame.timeUs();
        } else if (over) {
            steepestKpaPerS = 0;
        }
        if (frame.pressureSlopeKpaPerS() > settings.gentleKpaPerS()) {
            roseUs = frame.timeUs();
        }
        signRatio[LOADING_INDEX] = clip((steepestKpaPerS - settings.gentleKpaPerS()) / settings.loadingScaleKpaPerS());
    }

    private void flinch(FeatureFrame frame) {
        long timeUs = frame.timeUs();
        if (frame.contactForceN() >= recentForceN || timeUs - recentForceUs > FLINCH_WITHIN_US) {
            recentForceN = frame.contactForceN();
            recentForceUs = timeUs;
        }
        double fallRatio = recentForceN > LEAST_FORCE_N ? 1 - frame.contactForceN() / recentForceN : 0;
        if (fallRatio >= settings.flinchRatio() && timeUs - roseUs <= FLINCH_LASTS_US) {
            flinchedUs = timeUs;
            flinchRatio = fallRatio;
        }
        signRatio[FLINCH_INDEX] =
                timeUs - flinchedUs <= FLINCH_LASTS_US ? clip(flinchRatio / settings.flinchRatio()) : 0;
    }

    private static double clip(double valueRatio) {
        return Math.max(0, Math.min(HIGHEST_RATIO, valueRatio));
    }

    /** A sign, 0 to 3. */
    double sign(int signIndex) {
        return signRatio[signIndex];
    }

    /** The limb has left: what was seen of this place counts no more; the quiet tremor stays. */
    void restart() {
        calmLogRatio = Double.NaN;
        stillS = 0;
        steepestKpaPerS = 0;
        firstRise = true;
        flinchedUs = Long.MIN_VALUE / 2;
        recentForceN = 0;
        java.util.Arrays.fill(signRatio, 0);
    }
}
