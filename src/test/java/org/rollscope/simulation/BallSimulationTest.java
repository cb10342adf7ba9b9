package org.rollscope.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.frame.BallPads;
import org.rollscope.frame.PadGeometry;

class BallSimulationTest {
    private static final double WEIGHT_N = PhysicalConstant.BALL_WEIGHT_N.usual();

    private static AthleteSimulation on(Scenario scenario, PadGeometry ball, long seed) {
        return new AthleteSimulation(scenario.on(RollerMake.ofOneHardness(ball, PartBatch.USUAL)), seed, 40_000);
    }

    /** Force of all pads together, as a vector in the ball's axes. */
    private static double[] sumN(double[] padForceN) {
        double[] sum = new double[3];
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
                sum[axisIndex] += padForceN[padIndex] * BallPads.directionRatio(padIndex)[axisIndex];
            }
        }
        return sum;
    }

    /** What no state of the simulation says by itself: limb and floor together carry nothing but the ball's weight. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void limbAndFloorBalance(int geometryId) {
        AthleteSimulation athlete = on(Scenario.COACHED, PadGeometry.of(geometryId), 11);
        double worstRatio = 0;
        while (athlete.step()) {
            SimulatedMoment moment = athlete.moment();
            if (moment.limbForceN() > 60 && moment.timeMs() % 100 == 0) {
                double[] rest = sumN(moment.padForceN());
                double restN = Math.sqrt(rest[0] * rest[0] + rest[1] * rest[1] + rest[2] * rest[2]);
                worstRatio = Math.max(worstRatio, (restN - WEIGHT_N) / moment.limbForceN());
            }
        }
        // The limb leans by 0.06 rad and sideways; a panel feels no shear, which takes some hundredths of each side.
        assertTrue(worstRatio > 0 && worstRatio < 0.35, "left over: " + worstRatio);
    }

    /** Winkler's bed under a whole sphere: volume of the cap times the stiffness, and the cap's surface. */
    @Test
    void aFlatPressesAsTheClosedFormSays() {
        SphereContact contact = new SphereContact(31.5);
        double[] padForceN = new double[BallPads.padCount()];
        contact.lay(new double[] {0, 0, 1}, new double[] {1, 0, 0});
        contact.addFlat(150, 100, padForceN);
        double[] sum = sumN(padForceN);
        assertEquals(0, sum[0], 4);
        assertEquals(0, sum[1], 4);
        // Each panel feels what acts along its own normal: of a contact of three panels' width a few hundredths are
        // lost.
        assertEquals(150, sum[2], 150 * 0.10);
        double skinN = Arrays.stream(padForceN).sum() / BallPads.MEAN_DIRECTION_RATIO;
        double depthMm = Math.sqrt(skinN * 1000 / (Math.PI * 100 * 31.5));
        double capN = Math.PI * 100 / 1000 * depthMm * depthMm * (3 * 31.5 - depthMm) / 3;
        assertEquals(150, capN, 150 * 0.08);
    }

    @Test
    void pressureIsThatOfTheSkinAndTheForceActsAlongOneLine() {
        AthleteSimulation athlete = on(Scenario.STILL, PadGeometry.LACROSSE_BALL, 5);
        int seen = 0;
        while (athlete.step()) {
            SimulatedMoment moment = athlete.moment();
            if (moment.limbForceN() > 50) {
                double skinN = moment.meanPressureKpa() * moment.contactAreaMm2() / 1000;
                assertTrue(moment.limbForceN() < skinN && moment.limbForceN() > 0.75 * skinN);
                assertEquals(2, moment.peakPressureKpa() / moment.meanPressureKpa(), 0.5);
                seen++;
            }
        }
        assertTrue(seen > 10_000, "loaded for " + seen + " ms");
    }

    /** Gravity stays one g and turns against the gyroscope, about whatever axis the ball rolls. */
    @Test
    void gravityTurnsAsTheBallDoes() {
        Triad world = new Triad(new SeededNoise(4));
        double[] before = world.outward.clone();
        double[] rate = {0.3, -1.2, 2.0};
        for (int ms = 0; ms < 1000; ms++) {
            world.turn(rate, 0.001);
        }
        double angle = Math.sqrt(0.09 + 1.44 + 4);
        double[] unit = {0.3 / angle, -1.2 / angle, 2.0 / angle};
        double along = Triad.dot(unit, before);
        double[] cross = new double[3];
        Triad.cross(unit, before, cross);
        double[] expected = new double[3];
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            expected[axisIndex] = before[axisIndex] * Math.cos(angle)
                    - cross[axisIndex] * Math.sin(angle)
                    + unit[axisIndex] * along * (1 - Math.cos(angle));
        }
        assertArrayEquals(expected, world.outward, 1e-5);
        assertEquals(0, Triad.dot(world.way, world.outward), 1e-12);
    }

    @Test
    void aCarriedBallIsNoTruthOfAnything() {
        AthleteSimulation athlete = on(Scenario.CARRY, PadGeometry.TENNIS_BALL, 3);
        TruthLabels labels = TruthLabels.of(athlete);
        double mostN = 0;
        while (athlete.step()) {
            labels.accept(athlete.moment());
            mostN = Math.max(
                    mostN, Arrays.stream(athlete.moment().padForceN()).max().orElse(0));
        }
        assertTrue(labels.events().isEmpty(), labels.events().toString());
        assertTrue(mostN > 5, "hands squeeze: " + mostN);
    }

    /** Spikes of a twentieth of a second make no overpressure on a ball, however many; on a roller they do. */
    @Test
    void spikesOverTheCeilingAreNoOverpressureOnABall() {
        AthleteSimulation athlete = on(Scenario.COACHED, PadGeometry.LACROSSE_BALL, 1);
        TruthLabels onBall = TruthLabels.of(athlete);
        TruthLabels onRoller = new TruthLabels(athlete.ceilingKpa());
        SimulatedMoment moment = new SimulatedMoment(PadGeometry.LACROSSE_BALL);
        for (int ms = 0; ms < 4000; ms++) {
            moment.timeMs = ms;
            moment.limbForceN = 100;
            moment.meanPressureKpa = athlete.ceilingKpa() * (ms % 500 < 50 ? 1.1 : 0.9);
            onBall.accept(moment);
            onRoller.accept(moment);
        }
        assertEquals(0, count(onBall));
        assertEquals(1, count(onRoller));
    }

    private static long count(TruthLabels labels) {
        return labels.events().stream()
                .filter(event -> event.type().equals("overpressure"))
                .count();
    }

    @Test
    void aBallIsAsHardAsItIs() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new RollerMake(PadGeometry.TENNIS_BALL, Hardness.RIGID, PartBatch.USUAL));
        for (PadGeometry ball : PadGeometry.all(org.rollscope.frame.ToolKind.BALL)) {
            RollerMake make = RollerMake.ofOneHardness(ball, PartBatch.BAD);
            SimulatedRoller roller = new SimulatedRoller(make, 7, Physics.USUAL);
            assertEquals(make, SimulatedRoller.makeOf(roller.hello(100).boardSerialId()), "told by its serial");
            assertEquals(ball.geometryId(), roller.hello(100).geometryId());
        }
    }
}
