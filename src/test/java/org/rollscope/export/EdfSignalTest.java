package org.rollscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Scenario;

class EdfSignalTest {
    private static final int LARGEST = EdfFile.largest(2);
    private static final List<EdfSignal> SIGNALS = EdfSignal.of(
            SampleTables.of(new SimulatedBoard(new AthleteSimulation(Scenario.COACHED, 1, 1000), 100).hello()));

    private static EdfSignal signal(String label) {
        return EdfSignal.of(SampleTables.of(
                        new SimulatedBoard(new AthleteSimulation(Scenario.COACHED, 1, 1000), 100).hello()))
                .stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** What a reader makes of a whole number: the header's eight digits are all that it has. */
    private static double read(EdfSignal signal, int digital) {
        double low = Double.parseDouble(signal.physicalMinimum(LARGEST));
        double high = Double.parseDouble(signal.physicalMaximum(LARGEST));
        return low + (high - low) * (digital + LARGEST + 1.0) / (2.0 * LARGEST + 1);
    }

    @Test
    void labelsAreShortDifferentAndAscii() {
        assertEquals(
                SIGNALS.size(),
                SIGNALS.stream().map(EdfSignal::label).distinct().count());
        SIGNALS.forEach(signal -> assertTrue(signal.label().matches("[ -~]{1,16}"), signal.label()));
        SIGNALS.forEach(signal -> assertTrue(signal.unit().matches("[ -~]{0,8}"), signal.unit()));
    }

    @Test
    void aSignalOfMissingValuesHasNone() {
        EdfSignal speed = signal("speed");
        speed.measure(Double.NaN);
        assertFalse(speed.hasValues());
        speed.measure(0);
        assertTrue(speed.hasValues());
    }

    @Test
    void numbersComeBackWithinHalfAStep() {
        SplittableRandom random = new SplittableRandom(4);
        for (double size : new double[] {0.001, 1, 300, 70_000}) {
            EdfSignal pressure = signal("mean_pressure");
            double[] values = random.doubles(500, -size, size).toArray();
            for (double value : values) {
                pressure.measure(value);
            }
            pressure.fit(LARGEST);
            double step = (read(pressure, LARGEST) - read(pressure, -LARGEST)) / (2.0 * LARGEST);
            assertTrue(step < 2.2 * Math.max(size, 5e-4) / (2 * LARGEST) * 1.1, size + ": " + step);
            for (double value : values) {
                assertEquals(value, read(pressure, pressure.digital(value, LARGEST)), 0.51 * step);
            }
            assertEquals(-LARGEST - 1, pressure.digital(Double.NaN, LARGEST));
        }
    }

    @Test
    void wholeNumbersStayAsTheyAreAlsoThoseOfAWideConverter() {
        for (int[] range : new int[][] {{0, 5}, {-32_000, 32_000}, {0, 65_000}, {40_000, 65_535}, {7, 7}}) {
            EdfSignal counts = signal("raw_pad_01");
            counts.measure(range[0]);
            counts.measure(range[1]);
            counts.fit(LARGEST);
            for (int value = range[0]; value <= range[1]; value += Math.max(1, (range[1] - range[0]) / 97)) {
                assertEquals(value, Math.rint(read(counts, counts.digital(value, LARGEST))), value + " of " + range[1]);
            }
        }
    }
}
