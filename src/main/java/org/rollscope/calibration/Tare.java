package org.rollscope.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.RawFrame;

/**
 * Finds what every pad reads while nothing loads the roller, and refuses when something does.
 *
 * <p>The result is a calibration of its own, with its own name: what was recorded before keeps the one before, and every
 * session can be computed again from the calibration that lies beside it.
 *
 * <p><b>Source.</b> zero when unloaded for 5 s, domain study 5.4; the guard's limits are ours, record 0014. <b>Threads.</b> One.
 */
public final class Tare {
    /** How long the roller must lie unloaded. */
    public static final int UNLOADED_MS = 5000;
    /** Mean force of one pad up to which it counts as unloaded: less than a tile feels of the roller's own weight. */
    private static final double PAD_TO_N = 1;
    /** Sum of all pads at any moment up to which nobody touches the roller; the force below which contact ends. */
    private static final double SUM_TO_N = 8;

    private final RollerCalibration calibration;
    private final Calibrator calibrator;
    private final ReadingJudge judge;
    private final BenchReading reading;
    private final double[] sumForceN;
    private double highestSumN;
    private long firstUs = Long.MIN_VALUE;
    private boolean due;

    /**
     * Begins.
     *
     * @param calibration of the roller; a tare that it has is replaced.
     * @param hello of its board.
     */
    public Tare(RollerCalibration calibration, BoardHello hello) {
        this.calibration = calibration;
        calibrator = new Calibrator(calibration.tared(calibration.calibrationId(), List.of()), hello);
        judge = new ReadingJudge(hello);
        reading = new BenchReading(hello.padCount());
        sumForceN = new double[hello.padCount()];
    }

    /**
     * Takes in a frame.
     *
     * @return whether enough has been seen.
     */
    public boolean accept(RawFrame frame) {
        firstUs = firstUs == Long.MIN_VALUE ? frame.deviceTimeUs() : firstUs;
        due = frame.deviceTimeUs() - firstUs >= UNLOADED_MS * 1000L;
        reading.accept(frame);
        CalibratedFrame calibrated = calibrator.calibrate(frame, frame.deviceTimeUs());
        double sumN = 0;
        for (int padIndex = 0; padIndex < sumForceN.length; padIndex++) {
            sumForceN[padIndex] += calibrated.padForceN()[padIndex];
            sumN += calibrated.padForceN()[padIndex];
        }
        highestSumN = Math.max(highestSumN, sumN);
        return due;
    }

    /** The calibration that it began with. */
    public RollerCalibration calibration() {
        return calibration;
    }

    /** Why this is no zero; null when it is one. */
    public @Nullable String refusal() {
        if (!due) {
            return "the roller was not seen for " + UNLOADED_MS / 1000 + " s; look at the cable";
        }
        String moving = judge.still(reading);
        if (moving != null) {
            return moving;
        }
        StringBuilder loaded = new StringBuilder();
        double mostN = 0;
        for (int padIndex = 0; padIndex < sumForceN.length; padIndex++) {
            double meanN = sumForceN[padIndex] / reading.frameCount();
            if (meanN > PAD_TO_N) {
                loaded.append(loaded.isEmpty() ? "" : ", ").append(padIndex);
                mostN = Math.max(mostN, meanN);
            }
        }
        if (!loaded.isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "something loads the roller: pads %s feel up to %.1f N; hold it by its end caps so that no tile touches",
                    loaded,
                    mostN);
        }
        return highestSumN > SUM_TO_N
                ? String.format(
                        Locale.ROOT, "the roller was touched (%.0f N); leave it alone for the whole time", highestSumN)
                : null;
    }

    /**
     * The calibration with this zero.
     *
     * @param calibrationId name of the new one.
     * @throws IllegalStateException when this is no zero, see {@link #refusal}.
     */
    public RollerCalibration tared(String calibrationId) {
        String refusal = refusal();
        if (refusal != null) {
            throw new IllegalStateException("not tared: " + refusal);
        }
        List<Double> tareCounts = new ArrayList<>();
        for (int padIndex = 0; padIndex < calibration.pads().size(); padIndex++) {
            tareCounts.add(reading.meanCounts(padIndex));
        }
        return calibration.tared(calibrationId, tareCounts);
    }
}
