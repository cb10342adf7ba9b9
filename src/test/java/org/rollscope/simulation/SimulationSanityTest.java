package org.rollscope.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.calibration.Calibrator;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.evaluation.SimulatedSession;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.RawFrame;

/** The checks that a simulator must pass, as far as this plain one claims them: domain study 10.9. */
class SimulationSanityTest {
    private static final PadGeometry GEOMETRY = PadGeometry.REFERENCE;
    private static final double DEG_PER_RAD = 180 / Math.PI;
    private static final long SEED = 20261121;

    private static double areaMm2(double forceN, double stiffness) {
        return 2 * Math.PI * ContactPatch.depthMm(forceN, stiffness, 65, 80) * Math.sqrt(65 * 80);
    }

    /** Curran 2008: rigid 47.0 cm2 and 51.8 kPa, soft 68.4 cm2 and 33.4 kPa; 10 % is domain study 10.9's. */
    @ParameterizedTest
    @CsvSource({"10, 4700, 51.8", "4.4, 6840, 33.4"})
    void areasAndPressuresAreThoseThatWereMeasured(double stiffness, double measuredMm2, double measuredKpa) {
        assertEquals(1, areaMm2(243, stiffness) / measuredMm2, 0.10);
        double meanKpa = 243 / areaMm2(243, stiffness) * 1000;
        assertEquals(1, meanKpa / measuredKpa, 0.10);
        assertEquals(meanKpa, stiffness * ContactPatch.depthMm(243, stiffness, 65, 80) / 2, 1e-9);
        assertEquals(243, ContactPatch.forceN(meanKpa, stiffness, 65, 80), 1e-9);
    }

    @Test
    void twiceTheStiffnessOnARigidRollerTakesThreeTenthsOfTheArea() {
        assertEquals(-0.29, areaMm2(243, 20) / areaMm2(243, 10) - 1, 0.02);
    }

    @Test
    void tileForcesSumToTheForce() {
        System.out.println("SimulationSanityTest seed " + SEED);
        Random random = new Random(SEED);
        ContactPatch patch = new ContactPatch(GEOMETRY);
        for (int roundIndex = 0; roundIndex < 500; roundIndex++) {
            double forceN = 1 + 400 * random.nextDouble();
            double limbRadiusMm = 60 + 40 * random.nextDouble();
            double depthMm = ContactPatch.depthMm(forceN, 5 + 10 * random.nextDouble(), 65, limbRadiusMm);
            double[] padForceN = new double[48];
            double centreRad = 20 * random.nextDouble() - 10;
            double axialMm = 40 * random.nextDouble() - 20;
            patch.addLimb(forceN, depthMm, limbRadiusMm, centreRad, axialMm, padForceN);
            assertEquals(forceN, Arrays.stream(padForceN).sum(), 1e-9);
            assertTrue(Arrays.stream(padForceN).min().orElseThrow() >= 0);
            patch.addFloor(forceN + 5, 40, centreRad + Math.PI, axialMm, padForceN);
            assertEquals(2 * forceN + 5, Arrays.stream(padForceN).sum(), 1e-9);
        }
    }

    /** Tiles share the contact out where it lies: the middle of their forces is the middle of the contact. */
    @Test
    void tileForcesLieWhereTheContactLies() {
        ContactPatch patch = new ContactPatch(GEOMETRY);
        for (double axialMm = -15; axialMm <= 15; axialMm += 5) {
            double[] padForceN = new double[48];
            patch.addLimb(250, 9, 80, 1.3, axialMm, padForceN);
            double middleMm = 0;
            for (int padIndex = 0; padIndex < 48; padIndex++) {
                middleMm += padForceN[padIndex] / 250 * GEOMETRY.axialMm(padIndex);
            }
            // Tiles of 30 mm swing the middle by up to a tenth of a tile; points every 5 mm add a little.
            assertEquals(axialMm, middleMm, 4);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {"COACHED", "HURRIED", "OVERPRESSER", "STILL"})
    void limbAndFloorSideDifferByTheRollersWeight(Scenario scenario) {
        AthleteSimulation athlete = new AthleteSimulation(scenario, 5, 20_000);
        while (athlete.step()) {
            SimulatedMoment moment = athlete.moment();
            double upRad = Math.PI / 2 - moment.rollAngleRad();
            double limbN = 0;
            double floorN = 0;
            for (int padIndex = 0; padIndex < 48; padIndex++) {
                double fromUpRad = Math.IEEEremainder(GEOMETRY.columnAngleRad(padIndex) - upRad, 2 * Math.PI);
                if (Math.abs(fromUpRad) < Math.PI / 2) {
                    limbN += moment.padForceN()[padIndex];
                } else {
                    floorN += moment.padForceN()[padIndex];
                }
            }
            // A limb's first breath of contact may lie between all points at which tiles are sampled.
            assertEquals(moment.limbForceN(), limbN, moment.limbForceN() < 0.02 ? 0.02 : 1e-6);
            assertEquals(moment.limbForceN() + 5.5, floorN, 1e-6);
        }
    }

    /**
     * 25 mm/s over the free radius of 65 mm are 22.0 degrees per second; on this firm roller the sleeve gives 1 to 3 mm, so up to
     * 23.2. The 19 to 22 of domain study 10.9 are for softer and thicker ones.
     */
    @Test
    void speedAndTurnRateBelongTogether() {
        AthleteSimulation athlete = new AthleteSimulation(Scenario.COACHED, 5, 60_000);
        double beforeRad = Double.NaN;
        int seenCount = 0;
        while (athlete.step()) {
            SimulatedMoment moment = athlete.moment();
            double rateDegPerS = (moment.rollAngleRad() - beforeRad) * 1000 * DEG_PER_RAD;
            beforeRad = moment.rollAngleRad();
            if (Math.abs(moment.speedMmPerS()) > 20 && moment.loaded()) {
                double per25 = rateDegPerS / moment.speedMmPerS() * 25;
                assertTrue(per25 > 22.0 && per25 < 23.2, per25 + " degrees per second");
                seenCount++;
            }
        }
        assertTrue(seenCount > 5000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void restingGyroscopeIsAsNoisyAsRealOnes(long seed) {
        SimulatedRoller roller = new SimulatedRoller(seed);
        double[] up = {0, 9.80665, 0};
        int count = 10_000;
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            double sum = 0;
            double squareSum = 0;
            for (int index = 0; index < count; index++) {
                roller.imu().read(up, new double[3]);
                double rate = roller.imu().gyroRadPerS()[axisIndex] * DEG_PER_RAD;
                sum += rate;
                squareSum += rate * rate;
            }
            double sd = Math.sqrt(squareSum / count - sum / count * (sum / count));
            assertTrue(sd > 0.03 && sd < 0.3, "seed " + seed + ": " + sd + " degrees per second");
        }
    }

    private static double conductanceS(FsrCell cell, double forceN) {
        double voltageMv = cell.voltageMv(forceN, 0.02);
        return 1 / (FsrCell.DIVIDER_OHM * (FsrCell.SUPPLY_MV / voltageMv - 1));
    }

    /** Up to 100 N and back in two seconds, so that drift plays no part; series resistance takes a little of the loop. */
    @Test
    void loopOfACellIsFiveToFifteenPercent() {
        double lowest = 1;
        double highest = 0;
        for (int cellIndex = 0; cellIndex < 60; cellIndex++) {
            FsrCell cell = new FsrCell(new SeededNoise(SEED).fork("cell" + cellIndex));
            double up = 0;
            for (int forceN = 1; forceN <= 100; forceN++) {
                double conductance = conductanceS(cell, forceN);
                up = forceN == 20 ? conductance : up;
            }
            double down = 0;
            for (int forceN = 99; forceN >= 20; forceN--) {
                down = conductanceS(cell, forceN);
            }
            lowest = Math.min(lowest, down / up - 1);
            highest = Math.max(highest, down / up - 1);
        }
        System.out.printf("loop of a cell at 20 N: %.3f to %.3f%n", lowest, highest);
        assertTrue(lowest > 0.04 && highest < 0.16, lowest + " to " + highest);
        assertTrue(highest - lowest > 0.05, "parts differ");
    }

    @Test
    void cellIsSilentBelowItsBreakForceAndNeverOverTheSupply() {
        FsrCell cell = new FsrCell(new SeededNoise(1));
        assertEquals(0, cell.voltageMv(0.05, 0.001));
        assertTrue(cell.voltageMv(5000, 0.001) < FsrCell.SUPPLY_MV);
    }

    private static String hash(Scenario scenario, long seed) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            SimulatedBoard board = new SimulatedBoard(new AthleteSimulation(scenario, seed, 5000), 100);
            byte[] bytes = board.helloBytes();
            while (bytes.length > 0) {
                digest.update(bytes);
                bytes = board.nextFrameBytes();
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameSeedGivesTheSameBytesAndAnotherSeedOthers(Scenario scenario) {
        String first = hash(scenario, 42);
        System.out.println("stream of " + scenario.word() + " seed 42: " + first);
        assertEquals(first, hash(scenario, 42));
        assertNotEquals(first, hash(scenario, 43));
    }

    @Test
    void carriedRollerIsNeverLoadedByALimb() {
        AthleteSimulation athlete = new AthleteSimulation(Scenario.CARRY, 5, 60_000);
        boolean gripped = false;
        while (athlete.step()) {
            assertEquals(0, athlete.moment().limbForceN());
            assertEquals(0, athlete.moment().commandedSpeedMmPerS());
            assertTrue(!athlete.moment().loaded());
            gripped |= athlete.moment().carried()
                    && Arrays.stream(athlete.moment().padForceN()).sum() > 10;
        }
        assertTrue(gripped, "hands squeeze");
    }

    @Test
    void whoLiesStillNeverMeansToMoveButSways() {
        AthleteSimulation athlete = new AthleteSimulation(Scenario.STILL, 5, 60_000);
        double fastest = 0;
        boolean loaded = false;
        while (athlete.step()) {
            assertEquals(0, athlete.moment().commandedSpeedMmPerS());
            fastest = Math.max(fastest, Math.abs(athlete.moment().speedMmPerS()));
            loaded |= athlete.moment().loaded();
        }
        assertTrue(loaded);
        assertTrue(fastest > 0.2 && fastest < 6, "micro-motion up to " + fastest + " mm/s");
    }

    @Test
    void scenariosDoWhatTheirNamesSay() {
        assertTrue(fastestMmPerS(Scenario.COACHED) < 60);
        assertTrue(fastestMmPerS(Scenario.HURRIED) > 150);
        assertTrue(overCeilingMs(Scenario.OVERPRESSER) > 2000);
        assertEquals(0, overCeilingMs(Scenario.STILL));
    }

    private static double fastestMmPerS(Scenario scenario) {
        AthleteSimulation athlete = new AthleteSimulation(scenario, 6, 60_000);
        double fastest = 0;
        while (athlete.step()) {
            fastest = Math.max(fastest, Math.abs(athlete.moment().commandedSpeedMmPerS()));
        }
        return fastest;
    }

    private static int overCeilingMs(Scenario scenario) {
        AthleteSimulation athlete = new AthleteSimulation(scenario, 6, 60_000);
        int count = 0;
        while (athlete.step()) {
            count += athlete.moment().meanPressureKpa() > athlete.ceilingKpa() ? 1 : 0;
        }
        return count;
    }

    /**
     * Calibrated cells under a slow ramp up and down. 10 % is the target of domain study 9.7 for forces and 15 % for single
     * tiles, each for 95 %; a cell's loop of 5 to 15 % in conductance is up to 10 % either way in force, and the worst of 96
     * parts is allowed a little more.
     */
    @ParameterizedTest
    @ValueSource(longs = {17, 23})
    void calibratedCellsHoldForcesWithinTenPercent(long seed) {
        SimulatedRoller roller = new SimulatedRoller(seed);
        var hello = roller.hello(100);
        Calibrator calibrator = new Calibrator(SimulatedSession.calibration(seed), hello);
        double worstRms = 0;
        double allSquareSum = 0;
        java.util.List<Double> errors = new java.util.ArrayList<>();
        for (int padIndex = 0; padIndex < 48; padIndex++) {
            double squareSum = 0;
            int count = 0;
            for (int step = -290; step <= 290; step++) {
                double forceN = 150 - Math.abs(step) / 2.0;
                double voltageMv = 0;
                for (int settle = 0; settle < 5; settle++) {
                    voltageMv = roller.padVoltageMv(padIndex, forceN, 0.01);
                }
                char[] counts = new char[48];
                counts[padIndex] = (char) Math.floor(voltageMv * 1024 / hello.adcFullScaleMv());
                CalibratedFrame frame =
                        calibrator.calibrate(new RawFrame(0, 0, 0, 0, 0, 1, new short[3], new short[3], counts), 0);
                double error = frame.padForceN()[padIndex] / forceN - 1;
                errors.add(Math.abs(error));
                squareSum += error * error;
                count++;
            }
            allSquareSum += squareSum;
            worstRms = Math.max(worstRms, Math.sqrt(squareSum / count));
        }
        errors.sort(null);
        double usual = errors.get(errors.size() * 95 / 100);
        double rms = Math.sqrt(allSquareSum / errors.size());
        System.out.printf(
                "calibrated cells of seed %d: rms %.3f, worst pad %.3f, 95 %% within %.3f%n",
                seed, rms, worstRms, usual);
        assertTrue(rms < 0.10, "rms " + rms);
        assertTrue(worstRms < 0.12, "worst pad " + worstRms);
        assertTrue(usual < 0.15, "95 % within " + usual);
    }
}
