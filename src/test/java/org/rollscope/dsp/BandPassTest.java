package org.rollscope.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandPassTest {
    @ParameterizedTest
    @ValueSource(doubles = {50, 100, 200})
    void givesWhatTheTextbookGives(double rateHz) {
        BandPass shipped = new BandPass(5, 13, rateHz);
        SlowBandPass slow = new SlowBandPass(5, 13, rateHz);
        Random random = new Random(1);
        double walk = 300;
        for (int index = 0; index < 3000; index++) {
            walk += random.nextGaussian();
            assertEquals(slow.next(walk), shipped.next(walk), 1e-9, "sample " + index);
        }
    }

    /** Share of a wave that the formulas of the four filters leave, with frequencies warped by the bilinear transform. */
    private static double theory(double hz) {
        double upper = Math.tan(Math.PI * hz / 100) / Math.tan(Math.PI * 13 / 100);
        double lower = Math.tan(Math.PI * hz / 100) / Math.tan(Math.PI * 5 / 100);
        double pass = 1 / (1 + Math.pow(upper, 4));
        double left = (Math.pow(lower, 4) + 2 * lower * lower) / (1 + Math.pow(lower, 4));
        return pass * left;
    }

    @ParameterizedTest(name = "{0} Hz: {1}")
    @CsvSource({"0.5, 0.02", "2, 0.33", "8, 1.37", "20, 0.12", "40, 0.0"})
    void letsTremorThroughAndLittleElse(double hz, double about) {
        assertEquals(about, theory(hz), 0.02);
        BandPass shipped = new BandPass(5, 13, 100);
        double squares = 0;
        for (int index = 0; index < 2000; index++) {
            double y = shipped.next(Math.sin(2 * Math.PI * hz * index / 100));
            squares += index < 1000 ? 0 : y * y;
        }
        // Whole waves: a mean square is half of the square of the amplitude.
        assertEquals(theory(hz), Math.sqrt(squares / 500), 1e-3);
    }

    @Test
    void aConstantIsNothingFromTheFirstSampleOnAndAfterAReset() {
        BandPass shipped = new BandPass(5, 13, 100);
        for (int index = 0; index < 100; index++) {
            assertEquals(0, shipped.next(400), 1e-9);
        }
        shipped.next(900);
        shipped.reset();
        assertEquals(0, shipped.next(-7), 1e-12);
    }
}
