package org.rollscope.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.calibration.Calibrator;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.evaluation.SimulatedSession;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.RawFrame;

/** The checks that a simulator must pass: domain study 10.9. */
class SimulationSanityTest {
    private static final PadGeometry GEOMETRY = PadGeometry.REFERENCE;
    private static final double DEG_PER_RAD = 180 / Math.PI;
    private static final long SEED = 20261121;

    /** A thigh with no tender spot that hardly creeps, unless told otherwise. */
    private static Person person(double stiffnessKpaPerMm, double relaxingRatio) {
        return new Person(
                75,
                false,
                Muscle.QUADRICEPS,
                Side.LEFT,
                80,
                300,
                stiffnessKpaPerMm,
                relaxingRatio,
                0.5,
                1,
                6,
                400,
                400,
                40,
                List.of());
    }

    /** Presses a limb for a while at one place. */
    private static LimbContact pressed(Person person, Tissue tissue, double foamStiffness, double forceN, int ms) {
        LimbContact contact = new LimbContact(GEOMETRY, tissue, person.limbRadiusMm(), foamStiffness, 0, 30);
        for (int index = 0; index < ms; index++) {
            contact.press(forceN, 150, 1, 1.3);
        }
        return contact;
    }

    private static double areaMm2(double stiffness, double foamStiffness) {
        Person person = person(stiffness, 0);
        return pressed(person, new Tissue(person), foamStiffness, 243, 1).areaMm2();
    }

    /** Curran 2008: rigid 47.0 cm2 and 51.8 kPa, soft 68.4 cm2 and 33.4 kPa; 10 % is domain study 10.9's. */
    @ParameterizedTest
    @CsvSource({"RIGID, 4700, 51.8", "SOFT, 6840, 33.4"})
    void areasAndPressuresAreThoseThatWereMeasured(Hardness hardness, double measuredMm2, double measuredKpa) {
        double area = areaMm2(10, hardness.stiffnessKpaPerMm(Physics.USUAL));
        assertEquals(1, area / measuredMm2, 0.10);
        assertEquals(1, 243 / area * 1000 / measuredKpa, 0.10);
    }

    @Test
    void meanIsHalfOfThePeakAndForceAndPressureBelongTogether() {
        Person person = person(10, 0);
        LimbContact contact = pressed(person, new Tissue(person), 40, 243, 1);
        double meanKpa = 243 / contact.areaMm2() * 1000;
        assertEquals(0.5, meanKpa / contact.peakKpa(), 0.005);
        assertEquals(1, meanKpa / person.meanPressureKpa(243, 40, 65), 0.005); // slices of 5 mm
        assertEquals(243, person.forceN(person.meanPressureKpa(243, 40, 65), 40, 65), 1e-9);
    }

    /** Domain study 4.1: tissue twice as stiff takes 29 % of the area on a rigid roller, 23 % on a firm, 12 % on a soft one. */
    @ParameterizedTest
    @CsvSource({"RIGID, -0.29", "FIRM, -0.23", "SOFT, -0.12"})
    void twiceTheStiffnessTakesAreaTheMoreTheHarderTheRoller(Hardness hardness, double change) {
        double foam = hardness.stiffnessKpaPerMm(Physics.USUAL);
        // The study's soft foam is in series with the tissue too; its figure rounds 0.13 down.
        assertEquals(change, areaMm2(20, foam) / areaMm2(10, foam) - 1, 0.025);
    }

    /** Zheng and Mak 1999: tissue under constant pressing loses 3 to 28 % of its force. */
    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.15, 0.28})
    void passiveTissueRelaxesByItsShare(double relaxingRatio) {
        Person person = person(10, relaxingRatio);
        Tissue tissue = new Tissue(person);
        int slice = tissue.firstIndex(150, 0);
        tissue.press(slice, 5);
        assertEquals(10, tissue.stiffnessKpaPerMm(slice), 1e-9);
        for (int ms = 0; ms < 30_000; ms++) {
            tissue.press(slice, 5);
            tissue.relax();
        }
        assertEquals(10 * (1 - relaxingRatio), tissue.stiffnessKpaPerMm(slice), 0.02);
    }

    @Test
    void releasedTissueIsSofterNearbyAndOnlyThere() {
        Person person = person(10, 0);
        Tissue tissue = new Tissue(person);
        tissue.release(150, 0.2, 1);
        for (int ms = 0; ms < 10_000; ms++) {
            tissue.relax();
        }
        assertEquals(8, tissue.stiffnessKpaPerMm(tissue.firstIndex(150, 0)), 0.01);
        assertEquals(10, tissue.stiffnessKpaPerMm(tissue.firstIndex(210, 0)), 1e-9);
    }

    @Test
    void tileForcesSumToTheForce() {
        System.out.println("SimulationSanityTest seed " + SEED);
        Random random = new Random(SEED);
        FlatContact floor = new FlatContact(GEOMETRY, 40);
        Person person = person(10, 0.2);
        Tissue tissue = new Tissue(person);
        for (int roundIndex = 0; roundIndex < 500; roundIndex++) {
            LimbContact contact = new LimbContact(GEOMETRY, tissue, 60 + 20 * random.nextDouble(), 40, 0.07, 30);
            double forceN = 20 + 380 * random.nextDouble();
            double centreRad = 20 * random.nextDouble() - 10;
            double axialMm = 40 * random.nextDouble() - 20;
            double placeMm = 300 * random.nextDouble();
            contact.press(forceN, placeMm, 1, centreRad);
            double[] padForceN = new double[48];
            contact.share(placeMm, centreRad, axialMm, padForceN);
            // A contact that reaches over the band's edge loses a little to nobody.
            assertEquals(1, Arrays.stream(padForceN).sum() / forceN, 0.01);
            double limbN = Arrays.stream(padForceN).sum();
            assertTrue(Arrays.stream(padForceN).min().orElseThrow() >= 0);
            floor.share(forceN + 5, centreRad + Math.PI, axialMm, padForceN);
            assertEquals(limbN + forceN + 5, Arrays.stream(padForceN).sum(), 1e-9);
        }
    }

    /** Tiles share the contact out where it lies: the middle of their forces is the middle of the contact. */
    @Test
    void tileForcesLieWhereTheContactLies() {
        Person person = person(10, 0);
        LimbContact contact = pressed(person, new Tissue(person), 40, 250, 1);
        for (double axialMm = -15; axialMm <= 15; axialMm += 5) {
            double[] padForceN = new double[48];
            contact.share(150, 1.3, axialMm, padForceN);
            double middleMm = 0;
            for (int padIndex = 0; padIndex < 48; padIndex++) {
                middleMm += padForceN[padIndex] / 250 * GEOMETRY.axialMm(padIndex);
            }
            // Tiles of 30 mm swing the middle by up to a tenth of a tile.
            assertEquals(axialMm, middleMm, 3.5);
        }
    }

    @ParameterizedTest
    @MethodSource("org.rollscope.simulation.Scenario#all")
    void limbAndFloorSideDifferByTheRollersWeight(Scenario scenario) {
        AthleteSimulation athlete = new AthleteSimulation(scenario, 5, 20_000);
        boolean atWall = scenario.traits().contains(Trait.AGAINST_WALL);
        double turn = atWall ? Math.PI / 2 : 0;
        while (athlete.step()) {
            SimulatedMoment moment = athlete.moment();
            if (moment.carried() || moment.limbForceN() < 20) {
                continue;
            }
            double upRad = Math.PI / 2 - moment.rollAngleRad();
            double limbN = 0;
            double floorN = 0;
            for (int padIndex = 0; padIndex < 48; padIndex++) {
                double fromUpRad = Math.IEEEremainder(GEOMETRY.columnAngleRad(padIndex) - upRad - turn, 2 * Math.PI);
                if (Math.abs(fromUpRad) < Math.PI / 2) {
                    limbN += moment.padForceN()[padIndex];
                } else {
                    floorN += moment.padForceN()[padIndex];
                }
            }
            // Towards one end of the roller a little of the contact lies beyond the tiles.
            assertEquals(1, limbN / moment.limbForceN(), 0.03);
            assertEquals(moment.limbForceN() + (atWall ? 0 : 5.5), floorN, 1e-6);
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
            FsrCell cell = new FsrCell(new SeededNoise(SEED).fork("cell" + cellIndex), PartBatch.USUAL, Physics.USUAL);
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
        FsrCell cell = new FsrCell(new SeededNoise(1), PartBatch.USUAL, Physics.USUAL);
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
    @MethodSource("org.rollscope.simulation.Scenario#all")
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
