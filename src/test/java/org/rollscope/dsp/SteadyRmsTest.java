package org.rollscope.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadyRmsTest {
    @ParameterizedTest
    @CsvSource({"1, 4", "10, 15", "7, 5", "20, 8"})
    void givesWhatEverythingAnewGives(int windowCount, int lengthCount) {
        SteadyRms shipped = new SteadyRms(windowCount, lengthCount);
        SlowSteadyRms slow = new SlowSteadyRms(windowCount, lengthCount);
        Random random = new Random(2);
        for (int index = 0; index < 2500; index++) {
            double x = random.nextGaussian() * (1 + index % 300) * (random.nextInt(40) == 0 ? 30 : 1);
            assertEquals(slow.next(x), shipped.next(x), 1e-9, "sample " + index);
        }
    }

    @Test
    void singleKnocksDoNotCountAndWhatGoesOnDoes() {
        SteadyRms knocked = new SteadyRms(10, 15);
        SteadyRms shaken = new SteadyRms(10, 15);
        double knock = 0;
        double shake = 0;
        for (int index = 0; index < 1000; index++) {
            double calm = index % 2 == 0 ? 1 : -1;
            knock = knocked.next(index % 50 == 0 ? 100 : calm);
            shake = shaken.next(10 * calm);
        }
        assertEquals(1, knock, 1e-9);
        assertEquals(10, shake, 1e-9);
    }

    @Test
    void saysNothingUntilHalfOfTheWindowsAreFullAndAfterAReset() {
        SteadyRms steady = new SteadyRms(10, 15);
        for (int index = 0; index < 79; index++) {
            assertEquals(0, steady.next(3));
        }
        assertEquals(3, steady.next(3), 1e-9);
        steady.reset();
        assertEquals(0, steady.next(3));
    }

    @Test
    void lengthsThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SteadyRms(0, 15));
        assertThrows(IllegalArgumentException.class, () -> new SteadyRms(10, 3));
    }
}
