package org.rollscope.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.evaluation.BenchPerson;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.Quality;
import org.rollscope.frame.RawFrame;
import org.rollscope.simulation.CalibrationBench;

/** The procedure with a simulated person who makes mistakes. */
class CalibrationProcedureTest {
    private static final CalibrationPlan PLAN =
            new CalibrationPlan(List.of(1.0, 5.0, 20.0, 50.0, 100.0), 2, 500, 500, 500, 2, 50, List.of(50.0), 2);

    private final CalibrationBench bench = new CalibrationBench(17);
    private final BoardHello hello = bench.hello();
    private final CalibrationSheet sheet = new CalibrationSheet(hello);

    /** A person who spoils the frames of some steps, once each. */
    private final class Clumsy implements CalibrationHands {
        final BenchPerson person;
        final List<String> refusals = new ArrayList<>();
        final List<CalibrationStep> asked = new ArrayList<>();
        final List<SheetRow> taken = new ArrayList<>();
        final RawFrame frame = new RawFrame(hello.padCount());
        Predicate<CalibrationStep> when = step -> false;
        Consumer<RawFrame> spoil = spoilt -> {};
        Predicate<CalibrationStep> stopAt = step -> false;
        Predicate<CalibrationStep> deadAt = step -> false;
        boolean spoiling;
        boolean spoiltOnce;

        Clumsy() {
            person = new BenchPerson(bench, PLAN, this::nextFrame, row -> {});
        }

        @Override
        public Answer ask(CalibrationStep step) {
            asked.add(step);
            spoiling = !spoiltOnce && when.test(step);
            spoiltOnce |= spoiling;
            if (deadAt.test(step)) {
                return Answer.LEAVE_PAD;
            }
            return stopAt.test(step) ? Answer.STOP : person.follow(step);
        }

        @Override
        public @Nullable RawFrame nextFrame() {
            bench.sample(frame);
            if (spoiling) {
                spoil.accept(frame);
            }
            return frame;
        }

        @Override
        public void refused(CalibrationStep step, String why) {
            refusals.add(why);
        }

        @Override
        public void taken(SheetRow row) {
            taken.add(row);
        }
    }

    private boolean run(Clumsy person) {
        return new CalibrationProcedure(PLAN, hello, sheet, person).run();
    }

    private RollerCalibration calibration() {
        return sheet.calibration(
                new CalibrationSheet.Heading("test", "2026-11-21", "", "", 22), CalibrationProcedure.VERSION);
    }

    private static Predicate<CalibrationStep> loadOf(int padIndex, double loadN) {
        return step -> step.kind() == CalibrationStep.Kind.LOAD
                && step.padIndex() == padIndex
                && step.loadN() == loadN
                && step.loading();
    }

    @Test
    void everyPadIsReadUpAndDownInEveryRepeatAndThenTheWholeRoller() {
        Clumsy person = new Clumsy();
        assertTrue(run(person));
        assertEquals(List.of(), person.refusals);
        RollerCalibration calibration = calibration();
        assertEquals(48, calibration.usablePadCount());
        for (PadCalibration pad : calibration.pads()) {
            assertEquals(2 * (5 + 4), pad.points().size());
            assertEquals(
                    2 * 5,
                    pad.points().stream().filter(CalibrationPoint::loading).count());
            assertEquals(1.0, pad.lowestForceN());
            assertEquals(100.0, pad.highestForceN());
            // masses to 1 %, converter noise at 1 N: a count in 70
            assertTrue(pad.repeatabilityRatio(1024) < 0.04, "repeatability " + pad.repeatabilityRatio(1024));
        }
        assertEquals(2, calibration.loadChecks().size());
        assertEquals(50, calibration.loadChecks().get(0).limbForceN(), 5);
        assertEquals(48, CalibrationProcedure.padDoneCount(PLAN, sheet, 48));
    }

    /** Numbers are converter counts of 1024. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "wrong pad; pad 30 answers, not pad 29",
                "neighbour; the puck also presses pad 30",
                "saturated; pad 29 is saturated",
                "dead; pad 29 does not answer",
                "shaken; pad 29 is not steady",
                "moved; the roller moves",
                "lost; frames are missing",
                "imu; the motion sensor does not answer"
            })
    void badReadingIsRefusedInOneLineAndAskedForAgain(String mistake, String words) {
        Clumsy person = new Clumsy();
        person.when = loadOf(29, 20);
        person.spoil = frame -> spoil(frame, mistake);
        assertTrue(run(person));
        assertEquals(1, person.refusals.size(), person.refusals.toString());
        assertTrue(person.refusals.get(0).startsWith(words), person.refusals.toString());
        assertEquals(2 + 1, person.asked.stream().filter(loadOf(29, 20)).count());
        assertEquals(48, calibration().usablePadCount());
    }

    private static void spoil(RawFrame frame, String mistake) {
        char[] padCounts = frame.padCounts();
        boolean odd = frame.sequence() % 2 == 1;
        switch (mistake) {
            case "wrong pad" -> {
                padCounts[30] = padCounts[29];
                padCounts[29] = 0;
            }
            case "neighbour" -> padCounts[30] = (char) (padCounts[29] / 2);
            case "saturated" -> padCounts[29] = 1020;
            case "dead" -> padCounts[29] = 0;
            case "shaken" -> padCounts[29] = (char) (padCounts[29] + (odd ? 40 : 0));
            case "moved" -> frame.gyroCounts()[2] = (short) (odd ? 500 : -500);
            case "lost" -> frame.stamp(0, frame.sequence(), frame.deviceTimeUs(), 0, 1, frame.frameFlags());
            case "imu" -> frame.stamp(0, frame.sequence(), frame.deviceTimeUs(), 0, 0, 0);
            default -> throw new AssertionError(mistake);
        }
    }

    @Test
    void wrongMassIsNoticedByTheOrderOfTheReadings() {
        Clumsy person = new Clumsy();
        person.when = loadOf(29, 50);
        person.spoil = frame -> frame.padCounts()[29] = 60;
        assertTrue(run(person));
        assertTrue(person.refusals.get(0).contains("is it the right mass?"), person.refusals.toString());
    }

    @Test
    void deadPadIsLeftOutAndFlaggedInEveryFrame() {
        Clumsy person = new Clumsy();
        person.deadAt = step -> step.kind() == CalibrationStep.Kind.LOAD && step.padIndex() == 5;
        assertTrue(run(person));
        RollerCalibration calibration = calibration();
        assertFalse(calibration.pads().get(5).hasCurve());
        assertEquals(47, calibration.usablePadCount());
        bench.rest();
        RawFrame frame = new RawFrame(48);
        bench.sample(frame);
        frame.padCounts()[5] = 500;
        var calibrated = new Calibrator(calibration, hello).calibrate(frame, 0);
        assertEquals(0, calibrated.padForceN()[5]);
        assertEquals(Quality.PAD_UNCALIBRATED_FLAGS, calibrated.padQualityFlags()[5]);
    }

    @Test
    void stoppedCalibrationGoesOnWhereItWasAndBeginsABrokenRepeatAnew() {
        Clumsy first = new Clumsy();
        first.stopAt = loadOf(29, 50);
        assertFalse(run(first));
        assertEquals(1, CalibrationProcedure.padDoneCount(PLAN, sheet, 48));
        List<SheetRow> rows = sheet.rows();
        Clumsy second = new Clumsy();
        assertTrue(run(second));
        assertTrue(sheet.rows()
                .containsAll(rows.stream().filter(row -> row.padIndex() != 29).toList()));
        assertEquals(CalibrationStep.Kind.CONDITION, second.asked.get(0).kind());
        assertEquals(29, second.asked.get(0).padIndex());
        assertEquals(0, second.asked.stream().filter(loadOf(0, 20)).count(), "pad 0 was read before the stop");
        assertEquals(18, calibration().pads().get(29).points().size(), "readings of the broken repeat count once");
    }

    @Test
    void sumsThatAreOffByMoreThanATenthGiveACommonGain() {
        List<LoadCheck> low = List.of(new LoadCheck(50, 40, 0), new LoadCheck(100, 80, 0));
        assertEquals(1.25, CalibrationSheet.commonGainRatio(low), 1e-12);
        List<LoadCheck> near = List.of(new LoadCheck(50, 46, 0), new LoadCheck(100, 109, 0));
        assertEquals(1, CalibrationSheet.commonGainRatio(near));
        assertEquals(1, CalibrationSheet.commonGainRatio(List.of()));
    }

    @Test
    void commonGainMultipliesEveryForce() {
        assertTrue(run(new Clumsy()));
        RollerCalibration plain = calibration();
        RollerCalibration gained = new RollerCalibration(
                "gained",
                plain.boardSerial(),
                plain.geometryId(),
                plain.date(),
                "",
                "",
                "",
                22,
                plain.adcBits(),
                plain.pads(),
                plain.gyroOffsetRadPerS(),
                plain.loadChecks(),
                1.25,
                List.of());
        bench.load(29, 40);
        RawFrame frame = new RawFrame(48);
        bench.sample(frame);
        double plainN = new Calibrator(plain, hello).calibrate(frame, 0).padForceN()[29];
        assertEquals(
                1.25 * plainN, new Calibrator(gained, hello).calibrate(frame, 0).padForceN()[29], 1e-4);
    }

    @Test
    void massThatLiesElsewhereIsNotTakenForTheWholeRoller() {
        Clumsy person = new Clumsy();
        person.when = step -> step.kind() == CalibrationStep.Kind.LAY;
        person.spoil = frame -> java.util.Arrays.fill(frame.padCounts(), (char) 0);
        assertTrue(run(person));
        assertEquals(
                List.of(
                        "the upper side feels 0 N of 50 N; is it the right mass, across the middle and on nothing else?"),
                person.refusals);
    }
}
