package org.rollscope.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BallPadsTest {
    private static final int POINT_COUNT = 400_000;

    /** Points evenly over a sphere: each direction stands for the same area. */
    private static double[] point(int index) {
        double z = 1 - 2 * (index + 0.5) / POINT_COUNT;
        double turnRad = Math.PI * (3 - Math.sqrt(5)) * index;
        double out = Math.sqrt(1 - z * z);
        return new double[] {out * Math.cos(turnRad), out * Math.sin(turnRad), z};
    }

    @Test
    void allPanelsHaveTheSameAreaAndTheSameMeanDirection() {
        int[] count = new int[BallPads.padCount()];
        double[][] sum = new double[BallPads.padCount()][3];
        for (int index = 0; index < POINT_COUNT; index++) {
            double[] at = point(index);
            int padIndex = BallPads.padAt(at[0], at[1], at[2]);
            count[padIndex]++;
            for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
                sum[padIndex][axisIndex] += at[axisIndex];
            }
        }
        for (int padIndex = 0; padIndex < BallPads.padCount(); padIndex++) {
            assertEquals(1, count[padIndex] * 32.0 / POINT_COUNT, 0.005, "area of pad " + padIndex);
            double length = Math.sqrt(sum[padIndex][0] * sum[padIndex][0]
                    + sum[padIndex][1] * sum[padIndex][1]
                    + sum[padIndex][2] * sum[padIndex][2]);
            assertEquals(BallPads.MEAN_DIRECTION_RATIO, length / count[padIndex], 0.001);
            for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
                assertEquals(BallPads.directionRatio(padIndex)[axisIndex], sum[padIndex][axisIndex] / length, 0.003);
            }
        }
    }

    @Test
    void padsComeInOppositePairsAndAreNumberedDownwards() {
        double before = 2;
        for (int padIndex = 0; padIndex < BallPads.padCount(); padIndex++) {
            double[] pad = BallPads.directionRatio(padIndex);
            assertEquals(padIndex, BallPads.padAt(pad[0], pad[1], pad[2]));
            int oppositeIndex = BallPads.padAt(-pad[0], -pad[1], -pad[2]);
            double[] opposite = BallPads.directionRatio(oppositeIndex);
            assertArrayEquals(new double[] {-pad[0], -pad[1], -pad[2]}, opposite, 1e-12);
            assertTrue(pad[2] <= before + 1e-9, "pad " + padIndex + " lies no higher than the one before");
            before = pad[2];
        }
    }

    /** The rule of the wire specification, written down a second time. */
    @Test
    void theFirstAndTheLastPadsAreThoseOfTheSpecification() {
        double g = (1 + Math.sqrt(5)) / 2;
        double length = Math.sqrt(3);
        assertArrayEquals(new double[] {1 / g / length, 0, g / length}, BallPads.directionRatio(0), 1e-12);
        assertArrayEquals(new double[] {-1 / g / length, 0, g / length}, BallPads.directionRatio(1), 1e-12);
        assertArrayEquals(new double[] {1 / g / length, 0, -g / length}, BallPads.directionRatio(30), 1e-12);
    }

    @Test
    void whatToolItIsFollowsFromTheNumberOfItsGeometry() {
        assertEquals(ToolKind.ROLLER, PadGeometry.of(1).tool());
        assertEquals(ToolKind.ROLLER, PadGeometry.of(2).tool());
        for (int geometryId : List.of(3, 4, 5)) {
            PadGeometry ball = PadGeometry.of(geometryId);
            assertEquals(ToolKind.BALL, ball.tool());
            assertEquals(32, ball.padCount());
            assertEquals(
                    4 * Math.PI * ball.radiusMm() * ball.radiusMm(),
                    32 * ball.tileAreaMm2(),
                    1e-6,
                    "the whole surface");
        }
        assertEquals(63, 2 * PadGeometry.LACROSSE_BALL.radiusMm());
        assertThrows(IllegalArgumentException.class, () -> PadGeometry.of(7));
    }
}
