package org.rollscope.evaluation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rollscope.dsp.Turn;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.ToolKind;
import org.rollscope.pipeline.SessionAnalysis;

/**
 * Measures one session against its truth, frame by frame and at the end event by event.
 *
 * <p><b>Source.</b> The ranges are those of domain study 9.7. <b>Threads.</b> One.
 */
public final class TrialMeter {
    /** From here on a limb loads the roller enough for angle, speed and motion to be judged; up to here for force. */
    private static final double LOADED_FROM_N = 50;

    private static final double FORCE_TO_N = 450;
    private static final double FORCE_TOLERANCE_RATIO = 0.10;
    private static final double TILE_FROM_KPA = 10;
    private static final double TILE_TO_KPA = 120;
    private static final double TILE_TOLERANCE_RATIO = 0.15;
    private static final double SPEED_FROM_MM_PER_S = 10;
    private static final double SPEED_TOLERANCE_RATIO = 0.05;
    private static final int SECOND_FRAME_COUNT = 100;
    /** The angle's zero is the mean of the first loaded second: a roller knows no direction but up. */
    private static final int ALIGNING_FRAME_COUNT = 100;
    /** Strokes may be counted wrong by one in twenty: domain study 9.7. */
    private static final int STROKES_PER_ERROR_COUNT = 20;
    /** Time after a release's onset in which it can be seen: softening of up to 4 s, domain study 10.4. */
    private static final long OUTLASTS_MS = 5000;

    private final PadGeometry geometry;
    private final ToolKind tool;
    private final double[] columnCosRatio;
    private final double[] columnSinRatio;
    private final Sums sums = new Sums();
    private final FrameTrack track = new FrameTrack();
    private int alignedCount;
    private double firstAngleRad;
    private double alignRad;
    private double secondTrueMmPerS;
    private double secondFoundMmPerS;
    private int secondFrameCount;

    /**
     * Begins with nothing measured.
     *
     * @param geometry of the roller.
     */
    public TrialMeter(PadGeometry geometry) {
        this.geometry = geometry;
        tool = geometry.tool();
        columnCosRatio = new double[geometry.columnCount()];
        columnSinRatio = new double[geometry.columnCount()];
        for (int columnIndex = 0; columnIndex < geometry.columnCount(); columnIndex++) {
            columnCosRatio[columnIndex] = StrictMath.cos(geometry.columnAngleRad(columnIndex));
            columnSinRatio[columnIndex] = StrictMath.sin(geometry.columnAngleRad(columnIndex));
        }
    }

    /**
     * Takes in a frame.
     *
     * @param truth of the frame's moment.
     * @param analysis that has just taken in the frame.
     * @param guardingScoreRatio live score of suspected guarding, 0 to 1.
     */
    public void accept(TruthFrame truth, SessionAnalysis analysis, double guardingScoreRatio) {
        boolean loaded = truth.limbForceN >= LOADED_FROM_N && !truth.carried;
        track.add(truth, analysis.moving(), loaded, guardingScoreRatio);
        if (!loaded) {
            return;
        }
        FeatureFrame features = analysis.features();
        force(truth, features);
        tiles(truth, analysis.calibrated().padPressureKpa());
        if (tool.liesLevel()) { // else gravity says nothing of the way rolled
            angle(features.rollAngleRad() - truth.rollAngleRad);
        }
        speed(truth.speedMmPerS, features.surfaceSpeedMmPerS());
    }

    private void force(TruthFrame truth, FeatureFrame features) {
        if (truth.meanPressureKpa > 0) {
            sums.add(Spread.MEAN_PRESSURE_ERROR, Math.abs(features.meanPressureKpa() / truth.meanPressureKpa - 1));
        }
        if (truth.limbForceN <= FORCE_TO_N) {
            double errorRatio = Math.abs(features.contactForceN() / truth.limbForceN - 1);
            sums.add(Tally.FORCE_FRAME, 1);
            sums.add(Tally.FORCE_RIGHT, errorRatio <= FORCE_TOLERANCE_RATIO ? 1 : 0);
            sums.add(Tally.FORCE_FOUND_N, features.contactForceN());
            sums.add(Tally.FORCE_TRUE_N, truth.limbForceN);
            sums.add(Spread.FORCE_ERROR, errorRatio);
        }
    }

    private void tiles(TruthFrame truth, double[] foundKpa) {
        // A roll by an angle turns "up" back by as much in the roller's own axes.
        double upCosRatio = StrictMath.sin(truth.rollAngleRad);
        double upSinRatio = StrictMath.cos(truth.rollAngleRad);
        for (int padIndex = 0; padIndex < truth.padForceN.length; padIndex++) {
            int columnIndex = geometry.columnIndex(padIndex);
            double trueKpa = truth.padForceN[padIndex] / geometry.tileAreaMm2() * 1000;
            boolean looksUp = !tool.liesLevel()
                    || columnCosRatio[columnIndex] * upCosRatio + columnSinRatio[columnIndex] * upSinRatio > 0;
            if (looksUp && trueKpa >= TILE_FROM_KPA && trueKpa <= TILE_TO_KPA) {
                double errorRatio = Math.abs(foundKpa[padIndex] / trueKpa - 1);
                sums.add(Tally.TILE, 1);
                sums.add(Tally.TILE_RIGHT, errorRatio <= TILE_TOLERANCE_RATIO ? 1 : 0);
                sums.add(Spread.TILE_ERROR, errorRatio);
            }
        }
    }

    private void angle(double differenceRad) {
        if (alignedCount == 0) {
            firstAngleRad = differenceRad;
        }
        double errorRad = Turn.wrapRad(differenceRad - firstAngleRad, 2 * Math.PI);
        if (alignedCount < ALIGNING_FRAME_COUNT) {
            alignRad += errorRad / ALIGNING_FRAME_COUNT;
            alignedCount++;
            return;
        }
        errorRad = Turn.wrapRad(errorRad - alignRad, 2 * Math.PI);
        sums.add(Tally.ANGLE_FRAME, 1);
        sums.add(Tally.ANGLE_SQUARE_RAD2, errorRad * errorRad);
    }

    private void speed(double trueMmPerS, double foundMmPerS) {
        secondTrueMmPerS += Math.abs(trueMmPerS) / SECOND_FRAME_COUNT;
        secondFoundMmPerS += Math.abs(foundMmPerS) / SECOND_FRAME_COUNT;
        secondFrameCount++;
        if (secondFrameCount == SECOND_FRAME_COUNT) {
            if (secondTrueMmPerS > SPEED_FROM_MM_PER_S) {
                sums.add(Tally.SPEED_SECOND, 1);
                boolean right = Math.abs(secondFoundMmPerS / secondTrueMmPerS - 1) <= SPEED_TOLERANCE_RATIO;
                sums.add(Tally.SPEED_SECOND_RIGHT, right ? 1 : 0);
            }
            secondTrueMmPerS = 0;
            secondFoundMmPerS = 0;
            secondFrameCount = 0;
        }
        if (Math.abs(trueMmPerS) <= SPEED_FROM_MM_PER_S) {
            return;
        }
        double errorRatio = Math.abs(foundMmPerS / trueMmPerS - 1);
        sums.add(Tally.SPEED_FRAME, 1);
        sums.add(Tally.SPEED_RIGHT, errorRatio <= SPEED_TOLERANCE_RATIO ? 1 : 0);
        sums.add(Tally.SPEED_FOUND, foundMmPerS * Math.signum(trueMmPerS));
        sums.add(Tally.SPEED_TRUE, Math.abs(trueMmPerS));
        sums.add(Spread.SPEED_ERROR, errorRatio);
    }

    /**
     * Scores the events, as the session is over.
     *
     * @param groups what the session counts under, as scenario to its word.
     * @param durationMs length of the session.
     * @param truth gives the true events of a kind.
     * @param found gives the found ones.
     * @return the session's outcome.
     */
    public TrialOutcome finish(
            Map<String, String> groups,
            long durationMs,
            Function<EventKind, List<Span>> truth,
            Function<EventKind, List<Span>> found) {
        sums.add(Tally.SESSION, 1);
        sums.add(Tally.SESSION_MS, (double) durationMs);
        List<Span> contacts = truth.apply(EventKind.CONTACT);
        sums.add(Tally.CONTACT_MS, contacts.stream().mapToDouble(Span::lengthMs).sum());
        for (EventKind kind : EventKind.values()) {
            sums.add(kind, kind.score(truth.apply(kind), found.apply(kind)));
            timing(kind, truth.apply(kind), found.apply(kind));
        }
        strokes(
                truth.apply(EventKind.STROKE).size(),
                found.apply(EventKind.STROKE).size());
        outlasted(truth.apply(EventKind.HOLD), truth.apply(EventKind.RELEASE), found.apply(EventKind.RELEASE));
        if (tool.rolls()) { // what never rolls is always still
            track.scoreMotion(sums);
        }
        track.scoreWindows(sums, contacts, truth.apply(EventKind.GUARDING));
        return new TrialOutcome(groups, sums.keep());
    }

    /** Tissue softens over seconds: a release at the very end of a hold cannot be seen. */
    private void outlasted(List<Span> holds, List<Span> releases, List<Span> found) {
        for (Span release : releases) {
            long untilMs = release.startMs() + OUTLASTS_MS;
            if (holds.stream().anyMatch(hold -> hold.startMs() <= release.startMs() && hold.endMs() >= untilMs)) {
                sums.add(Tally.OUTLASTED_RELEASE, 1);
                sums.add(
                        Tally.OUTLASTED_RELEASE_FOUND,
                        EventKind.RELEASE.score(List.of(release), found).matchedCount());
            }
        }
    }

    private void timing(EventKind kind, List<Span> truth, List<Span> found) {
        for (Span real : truth) {
            for (Span seen : found) {
                if (kind.pairs(real, seen)) {
                    sums.add(Spread.of(kind, Timing.START), (double) Math.abs(seen.startMs() - real.startMs()));
                    sums.add(Spread.of(kind, Timing.END), (double) Math.abs(seen.endMs() - real.endMs()));
                    sums.add(Spread.of(kind, Timing.DECLARED), (double) (seen.declaredMs() - real.startMs()));
                    break;
                }
            }
        }
    }

    private void strokes(int trueCount, int foundCount) {
        if (trueCount + foundCount > 0) {
            int allowedCount = Math.max(1, trueCount / STROKES_PER_ERROR_COUNT);
            sums.add(Tally.STROKE_SESSION, 1);
            sums.add(Tally.STROKE_SESSION_RIGHT, Math.abs(trueCount - foundCount) <= allowedCount ? 1 : 0);
        }
    }
}
