package org.rollscope.feature;

import org.rollscope.dsp.LowPass;
import org.rollscope.dsp.WindowRms;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.Quality;

/**
 * Turns calibrated frames of a roller into features.
 *
 * <p>Flags: a silent IMU lets the angle coast; after a gap of more than 200 ms the filters start anew.
 *
 * <p><b>Threads.</b> One; the frame returned is written anew by the next call.
 */
public final class FeatureExtractor implements ToolFeatures {
    /** A gap after which the filters start anew. */
    private static final long RESTART_GAP_US = 200_000;
    /** Time after which gravity has put the angle right that was guessed over a silent IMU or a gap: four time constants. */
    private static final long ANGLE_SETTLES_US = 5_000_000;

    private final FeatureSettings settings;
    private final LimbSide limbSide;
    private final ContactLobes lobes;
    private final PadWatch padWatch;
    private final SoundPads soundPads;
    private final RollAngleEstimator angle = new RollAngleEstimator();
    private final LowPass speed;
    private final WindowRms motion;
    private final WindowRms offAxis;
    private final ContactSmoothing smoothing;
    private final FeatureFrame features = new FeatureFrame();
    private final long periodUs;
    private long lastTimeUs = Long.MIN_VALUE;
    private long lastSequence = Long.MIN_VALUE;
    private long angleSureFromUs = Long.MIN_VALUE; // the first sample is not guessed
    private double lastRateRadPerS;
    private double lastTurnRateRadPerS;
    private double limbRad;

    /**
     * Lays out the filters.
     *
     * @param settings tuning.
     * @param geometry tiles.
     * @param rateHz frames per second, 50 or more.
     */
    public FeatureExtractor(FeatureSettings settings, PadGeometry geometry, int rateHz) {
        this.settings = settings;
        smoothing = new ContactSmoothing(settings, rateHz, UsualLimb.ON_ROLLER.meanRadiusMm(geometry.radiusMm()));
        limbSide = new LimbSide(geometry);
        lobes = new ContactLobes(geometry);
        padWatch = new PadWatch(geometry);
        soundPads = new SoundPads(geometry);
        speed = new LowPass(settings.speedCutoffHz(), rateHz);
        motion = new WindowRms(ContactSmoothing.sampleCount(settings.motionWindowMs(), rateHz));
        offAxis = new WindowRms(ContactSmoothing.sampleCount(settings.motionWindowMs(), rateHz));
        periodUs = Math.round(1e6 / rateHz);
    }

    /** The extractor's frame as it is before the first sample: all zero. */
    @Override
    public FeatureFrame nothing() {
        return features;
    }

    /**
     * Takes in the next frame.
     *
     * @param frame later than the one before.
     * @return this extractor's one feature frame.
     */
    @Override
    public FeatureFrame extract(CalibratedFrame frame) {
        long stepUs = lastTimeUs == Long.MIN_VALUE ? periodUs : frame.timeUs() - lastTimeUs;
        lastTimeUs = frame.timeUs();
        if (stepUs > RESTART_GAP_US) {
            restart();
        }
        features.begin(frame);
        motion(frame, stepUs / 1e6);
        watchPads(frame, stepUs);
        features.qualityFlags |= padWatch.flags();
        contact(frame);
        return features;
    }

    private void watchPads(CalibratedFrame frame, long stepUs) {
        boolean hasGap = stepUs > RESTART_GAP_US;
        boolean boardRestarted = frame.sequence() <= lastSequence;
        if (boardRestarted || hasGap || !frame.imuValid()) {
            angleSureFromUs = frame.timeUs() + ANGLE_SETTLES_US;
        }
        boolean follows = frame.sequence() == lastSequence + 1 && stepUs < periodUs * 3 / 2;
        lastSequence = frame.sequence();
        padWatch.accept(
                frame.padForceN(), angle, limbRad, features.axisTiltRad, follows, frame.timeUs() >= angleSureFromUs);
    }

    /**
     * What is wrong with a pad since long before this frame: stuck, floating, swapped.
     *
     * @param padIndex which.
     * @return see {@link Quality}.
     */
    public int padFlags(int padIndex) {
        return padWatch.padFlags(padIndex);
    }

    private void restart() {
        angle.restart();
        speed.reset();
        motion.reset();
        offAxis.reset();
        smoothing.reset();
        padWatch.restart();
    }

    private void motion(CalibratedFrame frame, double stepS) {
        double[] gyro = frame.gyroRadPerS();
        double[] accel = frame.accelMPerS2();
        if (frame.imuValid()) {
            angle.accept(accel, gyro, stepS);
            lastRateRadPerS = gyro[2] - angle.offsetRadPerS();
            lastTurnRateRadPerS = angle.turnRateRadPerS(gyro);
            features.offAxisRateRadPerS = offAxis.next(Math.sqrt(gyro[0] * gyro[0] + gyro[1] * gyro[1]));
            double levelMPerS2 = Math.sqrt(accel[0] * accel[0] + accel[1] * accel[1]);
            features.axisTiltRad = StrictMath.atan2(Math.abs(accel[2]), levelMPerS2);
        } else {
            angle.coast(lastRateRadPerS, stepS);
        }
        features.rollRateRadPerS = lastRateRadPerS;
        // The pressure of the frame before: it changes little from frame to frame.
        double radiusMm =
                settings.effectiveRadiusMm() - settings.rollerHardness().sinkMm(features.meanPressureKpa);
        features.travelMm += (angle.rollAngleRad() - features.rollAngleRad) * radiusMm;
        features.rollAngleRad = angle.rollAngleRad();
        features.motionRateRadPerS = motion.next(lastTurnRateRadPerS);
        features.surfaceSpeedMmPerS = speed.next(lastRateRadPerS * radiusMm);
    }

    private void contact(CalibratedFrame frame) {
        soundPads.take(frame, padWatch);
        limbRad = limbSide.limbRad(soundPads.padForceN(), angle.upRad());
        features.qualityFlags |= soundPads.flags(limbRad, ContactLobes.LOBE_HALF_WIDTH_RAD);
        lobes.measure(soundPads.padForceN(), soundPads.inferred(), limbRad);
        features.peakPressureKpa = lobes.limbPeakKpa();
        features.contactAxialMm = lobes.limbAxialMm();
        double limbForceN = lobes.limbForceN();
        smoothing.accept(features, frame, limbForceN, lobes.floorForceN(), limbForceN, lobes.limbAreaMm2());
    }
}
