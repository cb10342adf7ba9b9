package org.rollscope.feature;

import org.rollscope.dsp.Direction;
import org.rollscope.dsp.FiveEquations;
import org.rollscope.dsp.Logarithm;
import org.rollscope.frame.BallPads;
import org.rollscope.frame.PadGeometry;

/**
 * Fits a contact to the forces of a ball's pads: force, place, size and shape, in logarithms of force, as {@link ContactFit} does on a
 * roller.
 *
 * <p>A sphere in Winkler's bed, laid out in the plane that keeps areas: there the pressure is a paraboloid over an ellipse, longer along
 * the limb than across. Which way the limb lies a ball knows from how it rolls; before it has rolled, a circle stands for the ellipse. With
 * 60 N on 32 pads a circle errs by 15 % of the area, an ellipse by 3 % (computed, record 0046).
 *
 * <p><b>Source.</b> domain study 10.3; weights as {@link ContactFit}, the expected size is ours, record 0046. <b>Units.</b> Newton, millimetre.
 * <b>Threads.</b> One; allocates nothing after its start.
 */
final class BallFit {
    private static final int ALONG_INDEX = 1;
    private static final int ACROSS_INDEX = 2;
    private static final int SIZE_INDEX = 3;
    private static final int SHAPE_INDEX = 4;
    private static final double SOFT_N = 1.5;
    private static final double PAD_ERROR_RATIO = 0.07;
    private static final double NOISE_N = 0.3;
    /** Points that stand for a panel. */
    private static final int POINT_COUNT = 24 * BallPads.padCount();

    /** Between panels is a gap of a millimetre with a sleeve of two over it, which presses on both. */
    private static final double BORDER_MM = 3;

    private static final double PLACE_SPREAD_RAD = 0.2;
    /**
     * What is expected of the size: that of usual tissue under a ball with the same force, with a spread that allows for a third and
     * for three times its stiffness.
     */
    private static final double USUAL_STIFFNESS_KPA_PER_MM = 12;

    private static final double SIZE_SPREAD_RATIO = 0.3;
    /** Spread of the shape that limbs of 40 to 120 mm have, and of a contact whose limb lies who knows how. */
    private static final double SHAPE_SPREAD_RATIO = 0.08;

    private static final double UNKNOWN_SHAPE_SPREAD_RATIO = 0.02;
    private static final double LONGEST_STEP_RATIO = 0.35;
    private static final double LONGEST_STEP_RAD = 0.15;
    private static final int FIRST_ROUND_COUNT = 10;
    private static final int ROUND_COUNT = 2;
    /** Smallest and largest half width of a contact as shares of the radius. */
    private static final double SMALLEST_RATIO = 0.2;

    private static final double LARGEST_RATIO = 1.35;

    private final double radiusMm;
    private final double meanRadiusMm;
    private final double usualLogShapeRatio;
    private final double pointAreaMm2;
    private final double[] pointX = new double[2 * POINT_COUNT];
    private final double[] pointY = new double[2 * POINT_COUNT];
    private final double[] pointZ = new double[2 * POINT_COUNT];
    private final double[] alongPadRatio = new double[2 * POINT_COUNT];
    private final int[] firstPointIndex = new int[BallPads.padCount() + 1];
    private final FiveEquations equations = new FiveEquations();
    private final double[] slopes = new double[FiveEquations.UNKNOWN_COUNT];
    private final double[] step = new double[FiveEquations.UNKNOWN_COUNT];
    private final Direction middle = new Direction();
    private final Direction first = new Direction();
    private final Direction second = new Direction();
    private double logForceRatio;
    private double alongRad;
    private double acrossRad;
    private double logHalfRatio;
    private double logShapeRatio;
    private boolean alongKnown;
    private boolean fitted;

    BallFit(PadGeometry geometry) {
        radiusMm = geometry.radiusMm();
        usualLogShapeRatio =
                Logarithm.of((radiusMm + UsualLimb.ON_ROLLER.radiusMm()) / UsualLimb.ON_ROLLER.radiusMm()) / 2;
        meanRadiusMm = radiusMm / StrictMath.exp(usualLogShapeRatio);
        pointAreaMm2 = 4 * Math.PI * radiusMm * radiusMm / POINT_COUNT;
        layPoints();
    }

    /** Points evenly over the sphere along a spiral of golden angles, gathered by the panels that feel them. */
    private void layPoints() {
        double goldenRad = Math.PI * (3 - Math.sqrt(5));
        double[] point = new double[3];
        int at = 0;
        for (int padIndex = 0; padIndex < BallPads.padCount(); padIndex++) {
            firstPointIndex[padIndex] = at;
            double[] pad = BallPads.directionRatio(padIndex);
            for (int index = 0; index < POINT_COUNT; index++) {
                point[2] = 1 - 2 * (index + 0.5) / POINT_COUNT;
                double out = Math.sqrt(1 - point[2] * point[2]);
                point[0] = out * StrictMath.cos(goldenRad * index);
                point[1] = out * StrictMath.sin(goldenRad * index);
                double share = shareRatio(padIndex, point);
                if (share > 0) {
                    pointX[at] = point[0];
                    pointY[at] = point[1];
                    pointZ[at] = point[2];
                    alongPadRatio[at] = share * (pad[0] * point[0] + pad[1] * point[1] + pad[2] * point[2]);
                    at++;
                }
            }
        }
        firstPointIndex[BallPads.padCount()] = at;
    }

    /** How much of what presses on a point a panel feels: all, none, or at a border a part. */
    private double shareRatio(int padIndex, double[] point) {
        double own = near(padIndex, point);
        double[] pad = BallPads.directionRatio(padIndex);
        double share = 1;
        for (int otherIndex = 0; otherIndex < BallPads.padCount(); otherIndex++) {
            double[] other = BallPads.directionRatio(otherIndex);
            if (otherIndex != padIndex && pad[0] * other[0] + pad[1] * other[1] + pad[2] * other[2] > 0.5) {
                double apart = Math.sqrt((pad[0] - other[0]) * (pad[0] - other[0])
                        + (pad[1] - other[1]) * (pad[1] - other[1])
                        + (pad[2] - other[2]) * (pad[2] - other[2]));
                double fromBorderMm = radiusMm * (own - near(otherIndex, point)) / apart;
                share = Math.min(share, 0.5 + fromBorderMm / BORDER_MM);
            }
        }
        return own > 0 ? Math.max(0, share) : 0;
    }

    private static double near(int padIndex, double[] point) {
        double[] pad = BallPads.directionRatio(padIndex);
        return pad[0] * point[0] + pad[1] * point[1] + pad[2] * point[2] + BallPads.advantageRatio(padIndex);
    }

    /** Forgets the contact: the next one is sought from anew. */
    void restart() {
        fitted = false;
    }

    /**
     * Takes in the next frame of a contact.
     *
     * @param padForceN force on each pad.
     * @param leftOut which of them say nothing.
     * @param limb direction of the limb, of length 1.
     * @param skinForceN all that presses on the limb's half, over 0.
     * @param along direction in which the limb lies, of length 1 and across the other, or of length 0 where that is not known.
     */
    void accept(double[] padForceN, boolean[] leftOut, Direction limb, double skinForceN, Direction along) {
        alongKnown = along.dot(along) > 0;
        alongRad = 0;
        acrossRad = 0;
        logForceRatio = Logarithm.of(skinForceN);
        int roundCount = ROUND_COUNT;
        if (!fitted) {
            fitted = true;
            logHalfRatio = expectedLogHalf();
            logShapeRatio = alongKnown ? usualLogShapeRatio : 0;
            roundCount = FIRST_ROUND_COUNT;
        }
        for (int roundIndex = 0; roundIndex < roundCount; roundIndex++) {
            improve(padForceN, leftOut, limb, along);
        }
    }

    /** From F = k d A / 2 with A = 2 pi d Rm and a mean half axis of sqrt(2 Rm d), as a share of the radius. */
    private double expectedLogHalf() {
        double logDepthMm =
                (logForceRatio + Logarithm.of(1000 / (Math.PI * USUAL_STIFFNESS_KPA_PER_MM * meanRadiusMm))) / 2;
        return (Logarithm.of(2 * meanRadiusMm / (radiusMm * radiusMm)) + logDepthMm) / 2;
    }

    private void improve(double[] padForceN, boolean[] leftOut, Direction limb, Direction along) {
        aim(limb, along);
        double half = StrictMath.exp(logHalfRatio);
        double shape = StrictMath.exp(logShapeRatio);
        double peakKpa = 2000 * StrictMath.exp(logForceRatio) / (Math.PI * half * half * radiusMm * radiusMm);
        double edge = 1 - half * half * shape / 2;
        equations.clear();
        for (int padIndex = 0; padIndex < BallPads.padCount(); padIndex++) {
            if (!leftOut[padIndex] && middle.dot(BallPads.directionRatio(padIndex)) > edge - 0.5) {
                pad(padIndex, Math.max(0, padForceN[padIndex]), half * half, shape, peakKpa);
            }
        }
        equations.expect(0, 0, 1);
        equations.expect(ALONG_INDEX, -alongRad, 1 / (PLACE_SPREAD_RAD * PLACE_SPREAD_RAD));
        equations.expect(ACROSS_INDEX, -acrossRad, 1 / (PLACE_SPREAD_RAD * PLACE_SPREAD_RAD));
        equations.expect(SIZE_INDEX, expectedLogHalf() - logHalfRatio, 1 / (SIZE_SPREAD_RATIO * SIZE_SPREAD_RATIO));
        double shapeSpread = alongKnown ? SHAPE_SPREAD_RATIO : UNKNOWN_SHAPE_SPREAD_RATIO;
        double expectedShape = alongKnown ? usualLogShapeRatio : 0;
        equations.expect(SHAPE_INDEX, expectedShape - logShapeRatio, 1 / (shapeSpread * shapeSpread));
        equations.solve(step);
        logForceRatio += clamp(step[0], LONGEST_STEP_RATIO * 2);
        alongRad += clamp(step[ALONG_INDEX], LONGEST_STEP_RAD);
        acrossRad += clamp(step[ACROSS_INDEX], LONGEST_STEP_RAD);
        logHalfRatio += clamp(step[SIZE_INDEX], LONGEST_STEP_RATIO);
        logShapeRatio += clamp(step[SHAPE_INDEX], LONGEST_STEP_RATIO);
        logHalfRatio = Math.max(Logarithm.of(SMALLEST_RATIO), Math.min(Logarithm.of(LARGEST_RATIO), logHalfRatio));
    }

    /** Where the contact's middle is guessed, and the directions along the limb and across it there. */
    private void aim(Direction limb, Direction along) {
        if (alongKnown) {
            first.set(along);
        } else {
            first.set(Math.abs(limb.x()) < 0.6 ? 1 : 0, Math.abs(limb.x()) < 0.6 ? 0 : 1, 0);
        }
        first.across(limb);
        first.normalise();
        second.cross(limb, first);
        middle.set(limb);
        middle.add(alongRad, first);
        middle.add(acrossRad, second);
        middle.normalise();
        first.across(middle);
        first.normalise();
        second.cross(middle, first);
    }

    /**
     * What a pad under the contact would feel, and how that changes with what is sought. In the plane that keeps areas a point's square
     * distance is 2 (1 - cos), of which the parts along and across go as in the view from above, so that the depth is 1 - q / h2 with q =
     * 2 / (1 + cos) (x2 / shape + y2 shape).
     */
    private void pad(int padIndex, double seenN, double squareHalf, double shape, double peakKpa) {
        double sum = 0;
        double byAlong = 0;
        double byAcross = 0;
        double bySize = 0;
        double byShape = 0;
        for (int at = firstPointIndex[padIndex]; at < firstPointIndex[padIndex + 1]; at++) {
            double cosine = pointX[at] * middle.x() + pointY[at] * middle.y() + pointZ[at] * middle.z();
            double x = pointX[at] * first.x() + pointY[at] * first.y() + pointZ[at] * first.z();
            double y = pointX[at] * second.x() + pointY[at] * second.y() + pointZ[at] * second.z();
            double scale = 2 / (Math.max(0.1, 1 + cosine) * squareHalf);
            double partAlong = scale * x * x / shape;
            double partAcross = scale * y * y * shape;
            double far = partAlong + partAcross;
            if (far < 1) {
                double weight = alongPadRatio[at];
                sum += weight * (1 - far);
                byAlong += weight * (far * x / (1 + cosine) + 2 * scale * x * cosine / shape);
                byAcross += weight * (far * y / (1 + cosine) + 2 * scale * y * cosine * shape);
                // The peak falls with the area, and the depth falls less quickly from the middle.
                bySize += 2 * weight * (2 * far - 1);
                byShape += weight * (partAlong - partAcross);
            }
        }
        if (sum <= 0) {
            return;
        }
        double scaleN = peakKpa * pointAreaMm2 / 1000;
        double modelN = sum * scaleN;
        double square = modelN * modelN + SOFT_N * SOFT_N;
        double byForce = modelN * scaleN / square;
        slopes[0] = modelN * modelN / square;
        slopes[ALONG_INDEX] = byForce * byAlong;
        slopes[ACROSS_INDEX] = byForce * byAcross;
        slopes[SIZE_INDEX] = byForce * bySize;
        slopes[SHAPE_INDEX] = byForce * byShape;
        double missing = (Logarithm.of(seenN * seenN + SOFT_N * SOFT_N) - Logarithm.of(square)) / 2;
        double noiseRatio = NOISE_N / (seenN + SOFT_N);
        equations.add(slopes, 0, missing, 1 / (PAD_ERROR_RATIO * PAD_ERROR_RATIO + noiseRatio * noiseRatio));
    }

    private static double clamp(double value, double limit) {
        return Math.max(-limit, Math.min(limit, value));
    }

    /** Area of the contact, on the ball. */
    double areaMm2() {
        double halfMm = StrictMath.exp(logHalfRatio) * radiusMm;
        return Math.PI * halfMm * halfMm;
    }

    /** Force along the line through the contact's middle: each bit of the contact acts along its own normal. */
    double limbForceN() {
        double half = StrictMath.exp(logHalfRatio);
        return skinForceN() * (1 - half * half * (StrictMath.exp(logShapeRatio) + StrictMath.exp(-logShapeRatio)) / 12);
    }

    /** All that presses on the contact, whichever way it acts, as fitted. */
    double skinForceN() {
        return StrictMath.exp(logForceRatio);
    }
}
