package org.rollscope.feature;

import org.rollscope.dsp.FiveEquations;
import org.rollscope.dsp.Logarithm;
import org.rollscope.dsp.Turn;
import org.rollscope.frame.PadGeometry;

/**
 * Fits a paraboloid of pressure over an ellipse to the forces of the tiles about a limb's contact.
 *
 * <p>Five numbers are sought: force, place around the roller, place along it, size and shape of the ellipse. They are fitted in
 * logarithms of force, because a pad's error is a share of its force: a tile at the edge of the contact, of which a change of the
 * ellipse moves a third, then says more than the tile in the middle, of which it moves a fiftieth. One step of the
 * Gauss-Newton rule a frame, from the frame before: the place is counted from the limb's direction, so that rolling
 * hardly moves it.
 *
 * <p><b>Source.</b> Winkler contact of crossed cylinders, domain study 10.3; the weights are ours, record 0017. <b>Units.</b>
 * Newton, millimetre. <b>Threads.</b> One; allocates nothing after its start.
 */
final class ContactFit {
    /** What is sought, in this order: log force, place around, place along, log half axis around, log shape. */
    private static final int UNKNOWN_COUNT = FiveEquations.UNKNOWN_COUNT;

    private static final int AROUND_INDEX = 1;
    private static final int ALONG_INDEX = 2;
    private static final int SIZE_INDEX = 3;
    private static final int SHAPE_INDEX = 4;

    /** ContactColumns on each side of the limb's direction that a contact may reach. */
    static final int SIDE_COLUMN_COUNT = 2;

    static final int COLUMN_COUNT = 2 * SIDE_COLUMN_COUNT + 1;
    /** Force below which a pad's logarithm is held back. */
    private static final double SOFT_N = 1.5;

    private static final double UNLOADED_LOG = StrictMath.log(SOFT_N * SOFT_N) / 2;
    /** Standard error of a pad that was calibrated, as a share of its force: domain study 5.4. */
    private static final double PAD_ERROR_RATIO = 0.07;
    /** Standard error of a force near nothing. */
    private static final double NOISE_N = 0.3;
    /** Spread of the shape that limbs of 55 to 120 mm have. */
    private static final double SHAPE_ERROR_RATIO = 0.10;
    /** A limb is not expected farther from its direction, or from the roller's middle, than this. */
    private static final double AROUND_SPREAD_MM = 12;

    private static final double ALONG_SPREAD_MM = 25;
    /**
     * Of what is expected of the size beforehand: allows for half and for twice the usual stiffness, since the half axis goes with its
     * fourth root. Where few tiles are loaded they leave the size open, and this keeps it sensible.
     */
    private static final double SIZE_SPREAD_RATIO = 0.2;
    /** Of 5 and 70 mm. */
    private static final double LOG_SMALLEST_HALF_AXIS = StrictMath.log(5);

    private static final double LOG_LARGEST_HALF_AXIS = StrictMath.log(70);
    /** Longest step of one round, in spreads of the size. */
    private static final double LONGEST_STEP_RATIO = 0.35;

    private static final double LONGEST_STEP_MM = 10;
    private static final int FIRST_ROUND_COUNT = 12;
    private final PadGeometry geometry;
    private final double usualLogShapeRatio;
    private final double logRestMm;
    private final double logDiameterMm;
    private final double[] seen;
    private final double[] doubtRatio;
    private final double[] model;
    private final double[] slopes;
    private final boolean[] touched;
    private final ContactColumns columns;
    private final ContactRows rows;
    private final double[] guess = new double[UNKNOWN_COUNT];
    private final double[] step = new double[UNKNOWN_COUNT];
    private final FiveEquations equations = new FiveEquations();
    private double forceN;
    private double aroundMm;
    private double shapeRatio;
    private boolean fitted;

    ContactFit(PadGeometry geometry, UsualLimb usual) {
        this.geometry = geometry;
        usualLogShapeRatio = Logarithm.of(usual.radiusMm() / geometry.radiusMm()) / 2;
        int tileCount = COLUMN_COUNT * geometry.rowCount();
        seen = new double[tileCount];
        doubtRatio = new double[tileCount];
        model = new double[tileCount];
        slopes = new double[tileCount * UNKNOWN_COUNT];
        touched = new boolean[tileCount];
        double columnMm = 2 * Math.PI * geometry.radiusMm() / geometry.columnCount();
        columns = new ContactColumns(columnMm);
        rows = new ContactRows(geometry);
        double meanRadiusMm = usual.meanRadiusMm(geometry.radiusMm());
        logRestMm = Logarithm.of(1000 / (Math.PI * usual.stiffnessKpaPerMm() * meanRadiusMm));
        logDiameterMm = Logarithm.of(2 * geometry.radiusMm());
    }

    /** Forgets the contact: the next one is sought from anew. */
    void restart() {
        fitted = false;
    }

    /**
     * Takes in the next frame of a contact.
     *
     * @param padForceN force on each tile.
     * @param inferred which of them were not measured and say nothing.
     * @param limbRad body angle at which the limb lies.
     * @param limbForceN sum over the limb's side, over 0.
     */
    void accept(double[] padForceN, boolean[] inferred, double limbRad, double limbForceN) {
        double columnRad = 2 * Math.PI / geometry.columnCount();
        int middleColumn = (int) Math.round(limbRad / columnRad);
        double middleMm = Turn.wrapRad(middleColumn * columnRad - limbRad, 2 * Math.PI) * geometry.radiusMm();
        for (int sideIndex = 0; sideIndex < COLUMN_COUNT; sideIndex++) {
            int column = Math.floorMod(middleColumn + sideIndex - SIDE_COLUMN_COUNT, geometry.columnCount());
            for (int row = 0; row < geometry.rowCount(); row++) {
                int padIndex = row * geometry.columnCount() + column;
                int tileIndex = row * COLUMN_COUNT + sideIndex;
                double forceN = Math.max(0, padForceN[padIndex]);
                seen[tileIndex] = forceN == 0 ? UNLOADED_LOG : softLog(forceN);
                double noiseRatio = NOISE_N / (forceN + SOFT_N);
                doubtRatio[tileIndex] = inferred[padIndex]
                        ? 0
                        : 1 / Math.sqrt(PAD_ERROR_RATIO * PAD_ERROR_RATIO + noiseRatio * noiseRatio);
            }
        }
        int roundCount = 1;
        if (!fitted) {
            begin(padForceN, limbRad, limbForceN);
            roundCount = FIRST_ROUND_COUNT;
        }
        for (int roundIndex = 0; roundIndex < roundCount; roundIndex++) {
            improve(middleMm);
        }
    }

    private void begin(double[] padForceN, double limbRad, double limbForceN) {
        fitted = true;
        double alongNMm = 0;
        double aroundNMm = 0;
        double sumN = 0;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            double fromRad = Turn.wrapRad(geometry.columnAngleRad(padIndex) - limbRad, 2 * Math.PI);
            if (Math.abs(fromRad) < ContactLobes.LOBE_HALF_WIDTH_RAD) {
                sumN += padForceN[padIndex];
                alongNMm += padForceN[padIndex] * geometry.axialMm(padIndex);
                aroundNMm += padForceN[padIndex] * fromRad * geometry.radiusMm();
            }
        }
        guess[0] = Logarithm.of(limbForceN);
        guess[AROUND_INDEX] = sumN > 0 ? aroundNMm / sumN : 0;
        guess[ALONG_INDEX] = sumN > 0 ? alongNMm / sumN : 0;
        guess[SIZE_INDEX] = expectedLogHalfAxis();
        guess[SHAPE_INDEX] = usualLogShapeRatio;
        unfold();
    }

    /** From F = k d A / 2 with A = 2 pi d sqrt(Rr Rl) and a half axis of sqrt(2 Rr d). */
    private double expectedLogHalfAxis() {
        double logDepth = (guess[0] + logRestMm) / 2;
        return (logDiameterMm + logDepth) / 2;
    }

    /** One step of the Gauss-Newton rule, kept short. */
    private void improve(double middleMm) {
        double alongMm = aroundMm * shapeRatio;
        columns.lay(middleMm, guess[AROUND_INDEX], aroundMm);
        rows.lay(guess[ALONG_INDEX], alongMm);
        for (int sideIndex = 0; sideIndex < COLUMN_COUNT; sideIndex++) {
            for (int row = 0; row < rows.startRatio.length; row++) {
                int tileIndex = row * COLUMN_COUNT + sideIndex;
                double start = rows.startRatio[row];
                double end = rows.endRatio[row];
                if (columns.reached[sideIndex] && start < 1 && end > -1) {
                    tile(tileIndex, sideIndex, start, end, alongMm);
                } else {
                    // Nothing that is sought reaches it, so it says nothing.
                    touched[tileIndex] = false;
                }
            }
        }
        solve();
        guess[0] += clamp(step[0], LONGEST_STEP_RATIO * 2);
        guess[AROUND_INDEX] += clamp(step[AROUND_INDEX], LONGEST_STEP_MM);
        guess[ALONG_INDEX] += clamp(step[ALONG_INDEX], LONGEST_STEP_MM);
        guess[SIZE_INDEX] += clamp(step[SIZE_INDEX], LONGEST_STEP_RATIO);
        guess[SHAPE_INDEX] += clamp(step[SHAPE_INDEX], LONGEST_STEP_RATIO);
        guess[SIZE_INDEX] = Math.max(LOG_SMALLEST_HALF_AXIS, Math.min(LOG_LARGEST_HALF_AXIS, guess[SIZE_INDEX]));
        unfold();
    }

    /** What is guessed as logarithms, in units. */
    private void unfold() {
        forceN = StrictMath.exp(guess[0]);
        aroundMm = StrictMath.exp(guess[SIZE_INDEX]);
        shapeRatio = StrictMath.exp(guess[SHAPE_INDEX]);
    }

    /** What a tile under the contact would feel, softened, and how that changes with each of what is sought. */
    private void tile(int tileIndex, int sideIndex, double start, double end, double alongMm) {
        touched[tileIndex] = true;
        columns.reckon(sideIndex, start, end);
        double tileN = forceN * columns.shareRatio();
        double square = tileN * tileN + SOFT_N * SOFT_N;
        model[tileIndex] = Logarithm.of(square) / 2;
        // d(log(F2 + S2) / 2) is F dF / (F2 + S2), and F is the whole force times the share
        double byShare = tileN * forceN / square;
        double byRows = -(columns.changeByStartRatio() * start + columns.changeByEndRatio() * end);
        int at = tileIndex * UNKNOWN_COUNT;
        slopes[at] = tileN * tileN / square;
        slopes[at + AROUND_INDEX] = byShare * columns.changePerMm();
        slopes[at + ALONG_INDEX] = -byShare * (columns.changeByStartRatio() + columns.changeByEndRatio()) / alongMm;
        slopes[at + SIZE_INDEX] = byShare * (columns.changeBySizeRatio() + byRows);
        slopes[at + SHAPE_INDEX] = byShare * byRows;
    }

    /** Logarithm of a force that hardly moves below {@link #SOFT_N}: there a pad says nothing, or jumps as it breaks through. */
    private static double softLog(double forceN) {
        return Logarithm.of(forceN * forceN + SOFT_N * SOFT_N) / 2;
    }

    private static double clamp(double value, double limit) {
        return Math.max(-limit, Math.min(limit, value));
    }

    /** Normal equations of the tiles and of what is expected beforehand. */
    private void solve() {
        equations.clear();
        for (int tileIndex = 0; tileIndex < model.length; tileIndex++) {
            if (touched[tileIndex]) {
                double weight = doubtRatio[tileIndex] * doubtRatio[tileIndex];
                equations.add(slopes, tileIndex * UNKNOWN_COUNT, seen[tileIndex] - model[tileIndex], weight);
            }
        }
        expect(0, guess[0], 10);
        expect(AROUND_INDEX, 0, AROUND_SPREAD_MM);
        expect(ALONG_INDEX, 0, ALONG_SPREAD_MM);
        expect(SIZE_INDEX, expectedLogHalfAxis(), SIZE_SPREAD_RATIO);
        expect(SHAPE_INDEX, usualLogShapeRatio, SHAPE_ERROR_RATIO);
        equations.solve(step);
    }

    private void expect(int unknownIndex, double expected, double spread) {
        equations.expect(unknownIndex, expected - guess[unknownIndex], 1 / (spread * spread));
    }

    /** Area of the ellipse. */
    double areaMm2() {
        return Math.PI * aroundMm * aroundMm * shapeRatio;
    }

    /** Half of the ellipse around the roller. */
    double halfAroundMm() {
        return aroundMm;
    }

    /** Middle of the ellipse along the roller's axis, from the roller's middle. */
    double axialMm() {
        return guess[ALONG_INDEX];
    }

    /** Force under the whole ellipse, tiles that were left out included. */
    double forceN() {
        return forceN;
    }
}
