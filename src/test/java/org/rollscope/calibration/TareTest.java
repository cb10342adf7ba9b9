package org.rollscope.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.config.DocumentJson;
import org.rollscope.evaluation.SimulatedSession;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.RawFrame;
import org.rollscope.simulation.CalibrationBench;

class TareTest {
    private static final long SEED = 17;
    private static final BoardHello HELLO = new CalibrationBench(SEED).hello();
    private static final RollerCalibration CALIBRATION = SimulatedSession.calibration(SEED);

    private static RawFrame frame(int index, int pressedPadIndex, int counts, int gyroCounts) {
        char[] padCounts = new char[HELLO.padCount()];
        padCounts[pressedPadIndex] = (char) counts;
        return new RawFrame(
                0,
                index,
                index * 20_000L,
                0,
                0,
                RawFrame.IMU_VALID_FLAGS,
                new short[] {0, 8192, 0},
                new short[] {0, 0, (short) gyroCounts},
                padCounts);
    }

    /** Six seconds with some counts on pad 7, more at one moment, and a shake. */
    private static Tare seen(int restCounts, int touchCounts, int shakeCounts) {
        Tare tare = new Tare(CALIBRATION, HELLO);
        int index = 0;
        while (!tare.accept(frame(
                index, 7, index == 100 ? Math.max(touchCounts, restCounts) : restCounts, index % 2 * shakeCounts))) {
            index++;
        }
        assertEquals(Tare.UNLOADED_MS / 20, index);
        return tare;
    }

    private static double forceN(RollerCalibration calibration, int counts) {
        return new Calibrator(calibration, HELLO)
                .calibrate(frame(1, 7, counts, 0), 0)
                .padForceN()[7];
    }

    @Test
    void forceOfTheRestingReadingIsTakenOffAndNothingBelowZeroIsLeft() {
        Tare tare = seen(20, 0, 0);
        assertNull(tare.refusal());
        RollerCalibration tared = tare.tared("other");
        assertEquals("other", tared.calibrationId());
        assertEquals(20, tared.tareCounts().get(7));
        assertEquals(0, tared.tareCounts().get(8));
        assertEquals(0, forceN(tared, 20));
        assertEquals(0, forceN(tared, 10));
        assertEquals(forceN(CALIBRATION, 300) - forceN(CALIBRATION, 20), forceN(tared, 300), 1e-5);
    }

    @Test
    void secondTareReplacesTheFirst() {
        RollerCalibration first = seen(20, 0, 0).tared("first");
        Tare again = new Tare(first, HELLO);
        for (int index = 0; !again.accept(frame(index, 7, 10, 0)); index++) {
            assertTrue(index < 1000);
        }
        assertEquals(10, again.tared("second").tareCounts().get(7));
    }

    @ParameterizedTest
    @CsvSource({
        "200, 0, 0, something loads the roller: pads 7 feel",
        "0, 400, 0, the roller was touched",
        "0, 0, 400, the roller moves"
    })
    void loadOrMotionIsRefusedInWords(int restCounts, int touchCounts, int shakeCounts, String words) {
        Tare tare = seen(restCounts, touchCounts, shakeCounts);
        String refusal = tare.refusal();
        assertTrue(refusal != null && refusal.startsWith(words), refusal);
        assertThrows(IllegalStateException.class, () -> tare.tared("other"));
    }

    @Test
    void tooShortALookIsRefused() {
        Tare tare = new Tare(CALIBRATION, HELLO);
        tare.accept(frame(0, 7, 0, 0));
        assertNotEquals(null, tare.refusal());
    }

    @Test
    void taredCalibrationIsADocumentLikeAnyOther() {
        RollerCalibration tared = seen(20, 0, 0).tared("other");
        assertEquals(tared, DocumentJson.readCalibration(DocumentJson.write(tared)));
        assertEquals(List.of(), CALIBRATION.tareCounts());
    }
}
