package org.rollscope.feature;

import org.rollscope.dsp.Direction;
import org.rollscope.frame.BallPads;

/**
 * Tells in which direction of a ball the limb lies, and parts its pads by that into the limb's half and the other.
 *
 * <p>Limb and floor press on opposite sides. On the floor the limb's is the one that looks up. Against a wall both look level, and the
 * limb's is the broader one, because a limb gives more than a wall. Forces are added as vectors: a pad feels what acts along its own
 * normal, and what acts sideways on one side of a contact is taken back on its other side.
 *
 * <p><b>Source.</b> as {@link LimbSide}, in three dimensions; record 0046. <b>Threads.</b> One; nothing is allocated per frame.
 */
final class BallSide {
    /** Sum of a half from which on it has a direction: a ball by itself weighs 3 N. */
    private static final double DIRECTED_FROM_N = 6;
    /** Whole force from which on a wall is believed: more than hands squeeze. */
    private static final double WALL_FROM_N = 80;
    /** Mean of 2 cos^2 - 1 over the angles from the vertical, weighted by force, beyond which a pair of sides lies level. */
    private static final double LEVEL_BELOW_RATIO = -0.1;

    private static final double UPRIGHT_ABOVE_RATIO = 0.2;
    private static final double FOLLOW_RATIO = 0.05;
    /** Difference of the sides' breadths that is plain enough to change one's mind. */
    private static final double PLAIN_RATIO = 0.02;

    private static final int LONGEST_COMPARED_COUNT = 3000;

    private final Direction limb = new Direction();
    private final Direction sum = new Direction();
    private final Direction outward = new Direction();
    private double limbForceN;
    private double supportForceN;
    private double skinForceN;
    private double uprightRatio = 1;
    private boolean atWall;
    private double broaderRatio;
    private int comparedCount;

    /** Follows the turning of the ball, as what the limb lies on does not turn with it. */
    void turnedBy(Direction rateRadPerS, double stepS) {
        limb.turnedBy(rateRadPerS, stepS);
    }

    /**
     * Takes in a frame.
     *
     * @param padForceN force on each pad.
     * @param up direction that points up, of length 1.
     */
    void accept(double[] padForceN, Direction up) {
        judgeWall(padForceN, up);
        if (!atWall) {
            limb.set(up);
        }
        direct(padForceN, limb);
        if (limbForceN < DIRECTED_FROM_N && !atWall) {
            limb.set(up);
        }
        if (atWall) {
            compareSides(padForceN);
        }
    }

    private void judgeWall(double[] padForceN, Direction up) {
        double sumN = 0;
        double upright = 0;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            double cosine = up.dot(BallPads.directionRatio(padIndex));
            sumN += padForceN[padIndex];
            upright += padForceN[padIndex] * (2 * cosine * cosine - 1);
        }
        if (sumN < WALL_FROM_N) {
            return;
        }
        uprightRatio += FOLLOW_RATIO * (upright / sumN - uprightRatio);
        if (!atWall && uprightRatio < LEVEL_BELOW_RATIO) {
            atWall = true;
            comparedCount = 0;
            broaderRatio = 0;
            limb.set(gathered(padForceN));
            limb.across(up);
            limb.normalise();
        } else if (atWall && uprightRatio > UPRIGHT_ABOVE_RATIO) {
            atWall = false;
        }
    }

    /** The most loaded pad's direction, to begin with. */
    private Direction gathered(double[] padForceN) {
        int mostIndex = 0;
        for (int padIndex = 1; padIndex < padForceN.length; padIndex++) {
            mostIndex = padForceN[padIndex] > padForceN[mostIndex] ? padIndex : mostIndex;
        }
        double[] most = BallPads.directionRatio(mostIndex);
        sum.set(most[0], most[1], most[2]);
        return sum;
    }

    /** The direction of what presses on the half about a direction, twice, so that a limb that lies aslant is met. */
    private void direct(double[] padForceN, Direction about) {
        for (int roundIndex = 0; roundIndex < 2; roundIndex++) {
            sum.set(0, 0, 0);
            skinForceN = 0;
            double supportN = 0;
            for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
                double[] pad = BallPads.directionRatio(padIndex);
                double cosine = about.dot(pad);
                if (cosine > 0) {
                    sum.add(padForceN[padIndex], pad);
                    skinForceN += padForceN[padIndex] / BallPads.MEAN_DIRECTION_RATIO;
                } else {
                    supportN -= padForceN[padIndex] * cosine;
                }
            }
            limbForceN = sum.length();
            supportForceN = supportN;
            if (limbForceN < DIRECTED_FROM_N) {
                return;
            }
            sum.normalise();
            about.set(sum);
        }
    }

    private void compareSides(double[] padForceN) {
        double limbN = 0;
        double limbN2 = 0;
        double otherN = 0;
        double otherN2 = 0;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            double forceN = padForceN[padIndex];
            if (limb.dot(BallPads.directionRatio(padIndex)) > 0) {
                limbN += forceN;
                limbN2 += forceN * forceN;
            } else {
                otherN += forceN;
                otherN2 += forceN * forceN;
            }
        }
        if (limbN < DIRECTED_FROM_N || otherN < DIRECTED_FROM_N) {
            return;
        }
        comparedCount = Math.min(comparedCount + 1, LONGEST_COMPARED_COUNT);
        double broader = otherN2 / (otherN * otherN) - limbN2 / (limbN * limbN);
        broaderRatio += (broader - broaderRatio) / comparedCount;
        if (broaderRatio < -PLAIN_RATIO) {
            limb.set(-limb.x(), -limb.y(), -limb.z());
            broaderRatio = -broaderRatio;
            direct(padForceN, limb);
        }
    }

    /** Square to what the ball rolls on: up on a floor, level at a wall, whichever way the limb leans. */
    Direction outward(Direction up) {
        outward.set(up);
        if (atWall) {
            outward.set(limb);
            outward.across(up);
            outward.normalise();
        }
        return outward;
    }

    /** From the ball's middle to the limb, of length 1; up while nothing lies on it. */
    Direction limb() {
        return limb;
    }

    /** Whether the ball is pressed against a wall. */
    boolean atWall() {
        return atWall;
    }

    /** Force of the limb. */
    double limbForceN() {
        return limbForceN;
    }

    /** Force of what bears the ball, along the same line. */
    double supportForceN() {
        return supportForceN;
    }

    /** All that presses on the limb's half, whichever way it acts: what its mean pressure is made of. */
    double skinForceN() {
        return skinForceN;
    }
}
