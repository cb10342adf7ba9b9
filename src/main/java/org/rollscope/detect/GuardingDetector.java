package org.rollscope.detect;

import java.util.function.Consumer;
import org.rollscope.feature.FeatureFrame;

/**
 * Suspects, from several signs at once, that a muscle tenses against the roller; a signal pattern, never a diagnosis.
 *
 * <p>A weighted sum through a logistic curve gives a score from 0 to 1; at least two signs must be plain. Each sign's share is
 * told, so that a coach can see why. Flags: doubtful frames lower the confidence.
 *
 * <p><b>Source.</b> domain study 9.5; weightRatio fitted on development seeds of the simulator, record 0017. <b>Threads.</b> One.
 */
final class GuardingDetector {
    private static final String[] REASONS = {
        "stiffness_ratio", "tremor_ratio", "pressure_ratio", "loading_ratio", "flinch_ratio"
    };
    private static final int PLAIN_SIGN_COUNT = 2;
    private static final double PLAIN_FROM_RATIO = 1;
    /** Below this score quiet levels are learnt. */
    private static final double CALM_BELOW_RATIO = 0.4;

    private final DetectionSettings.GuardingSettings settings;
    private final double ceilingKpa;
    private final GuardingSigns signs;
    private final double[] weightRatio;
    private final double[] peakShareRatio = new double[GuardingSigns.COUNT];
    private final DwellSwitch suspected;
    private final EvidenceMeter meter = new EvidenceMeter();
    private long lastTimeUs = Long.MIN_VALUE;
    private double scoreRatio;
    private double peakScoreRatio;
    private long startUs;
    private long declaredUs;

    GuardingDetector(DetectionSettings.GuardingSettings settings, double ceilingKpa) {
        this.settings = settings;
        this.ceilingKpa = ceilingKpa;
        signs = new GuardingSigns(settings, ceilingKpa);
        weightRatio = new double[] {
            settings.stiffnessWeightRatio(),
            settings.tremorWeightRatio(),
            settings.pressureWeightRatio(),
            settings.loadingWeightRatio(),
            settings.flinchWeightRatio()
        };
        suspected = new DwellSwitch(settings.onDwellMs() * 1000L, settings.offDwellMs() * 1000L);
    }

    /**
     * Takes in a frame.
     *
     * @param inContact whether a limb lies on the roller.
     * @param still whether it does not roll.
     */
    void accept(FeatureFrame frame, boolean inContact, boolean still, Consumer<RollerEvent> events) {
        double stepS = lastTimeUs == Long.MIN_VALUE ? 0 : (frame.timeUs() - lastTimeUs) / 1e6;
        lastTimeUs = frame.timeUs();
        boolean plain = false;
        if (inContact) {
            signs.accept(frame, still, scoreRatio < CALM_BELOW_RATIO, stepS);
            plain = score();
        } else if (scoreRatio > 0) {
            scoreRatio = 0;
            signs.restart();
        }
        if (!suspected.on() && !suspected.turning()) {
            meter.restart();
            peakScoreRatio = 0;
        }
        meter.accept(frame);
        keepPeak();
        boolean on = plain && scoreRatio >= settings.onRatio();
        if (suspected.accept(frame.timeUs(), on, scoreRatio < settings.offRatio())) {
            if (suspected.on()) {
                startUs = suspected.changedUs();
                declaredUs = frame.timeUs();
                events.accept(new RollerEvent.GuardingSuspected(startUs, declaredUs, evidence(), figures()));
            } else {
                end(suspected.changedUs(), events);
            }
        }
    }

    /** Forms the score; returns whether enough signs are plain. */
    private boolean score() {
        double sum = settings.biasRatio();
        int plainCount = 0;
        for (int signIndex = 0; signIndex < GuardingSigns.COUNT; signIndex++) {
            sum += weightRatio[signIndex] * signs.sign(signIndex);
            plainCount += signs.sign(signIndex) >= PLAIN_FROM_RATIO ? 1 : 0;
        }
        scoreRatio = 1 / (1 + StrictMath.exp(-sum));
        return plainCount >= PLAIN_SIGN_COUNT;
    }

    private void keepPeak() {
        if (scoreRatio > peakScoreRatio) {
            peakScoreRatio = scoreRatio;
            double sum = 0;
            for (int signIndex = 0; signIndex < GuardingSigns.COUNT; signIndex++) {
                peakShareRatio[signIndex] = weightRatio[signIndex] * signs.sign(signIndex);
                sum += peakShareRatio[signIndex];
            }
            for (int signIndex = 0; signIndex < GuardingSigns.COUNT; signIndex++) {
                peakShareRatio[signIndex] = sum > 0 ? peakShareRatio[signIndex] / sum : 0;
            }
        }
    }

    private Figures figures() {
        Figures figures = Figures.of(GuardingGrade.SCORE_RATIO, peakScoreRatio);
        for (int signIndex = 0; signIndex < GuardingSigns.COUNT; signIndex++) {
            figures = figures.and(Figures.REASON_PREFIX + REASONS[signIndex], peakShareRatio[signIndex]);
        }
        return figures;
    }

    private PressureEvidence evidence() {
        PressureEvidence plain = meter.evidence(ceilingKpa);
        return new PressureEvidence(
                plain.meanPressureKpa(), plain.peakPressureKpa(), ceilingKpa, plain.confidenceRatio() * peakScoreRatio);
    }

    private void end(long endUs, Consumer<RollerEvent> events) {
        events.accept(new RollerEvent.GuardingEnded(startUs, endUs, declaredUs, evidence(), figures()));
    }

    /** Ends an open event. */
    void finish(long timeUs, Consumer<RollerEvent> events) {
        if (suspected.on()) {
            suspected.forceOff(timeUs);
            end(timeUs, events);
        }
        scoreRatio = 0;
        signs.restart();
    }

    /** Whether an event is open. */
    boolean suspected() {
        return suspected.on();
    }

    /** Score of this moment, 0 to 1; 0 without contact. */
    double scoreRatio() {
        return scoreRatio;
    }

    /** Signs of this moment, for tests and tuning. */
    double sign(int signIndex) {
        return signs.sign(signIndex);
    }
}
