package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.feature.FeatureFrames;

class OverpressureDetectorTest {
    /** Under load well below the ceiling of 50 kPa until 3 s. */
    private static FeatureFrames calm() {
        return FeatureFrames.from(0).forMs(1000).limb(100, 30).forMs(2000);
    }

    @ParameterizedTest(name = "mean {0}, peak {1} kPa for {2} ms: {3}")
    @CsvSource({
        "51, 60, 510, true",
        "51, 60, 500, false",
        "48.5, 60, 5000, false",
        "48.6, 60, 510, true",
        "30, 100, 5000, false",
        "30, 100.1, 510, true",
        "30, 100.1, 500, false",
    })
    void excessOfTheMeanOrOfOneTileMustLast(double meanKpa, double peakKpa, int durationMs, boolean expected) {
        DetectorRun run = DetectorRun.of(calm().pressure(meanKpa, peakKpa)
                .forMs(durationMs)
                .pressure(30, 45)
                .forMs(300));
        assertEquals(expected, !run.begun(EventType.OVERPRESSURE).isEmpty(), run.text());
        if (expected) {
            assertEquals(3_000_000, run.onlyBegun(EventType.OVERPRESSURE).startUs());
            assertEquals(3_500_000, run.onlyBegun(EventType.OVERPRESSURE).declaredUs());
            assertTrue(run.chain.overpressure());
        }
    }

    @ParameterizedTest(name = "down to mean {0}, peak {1} kPa for {2} ms: ended {3}")
    @CsvSource({
        "45, 60, 9000, false",
        "44.9, 60, 1000, false",
        "44.9, 60, 1010, true",
        "30, 100, 9000, false",
        "30, 99.9, 1010, true",
    })
    void endsOnlyClearlyBelowAndAfterASecond(double meanKpa, double peakKpa, int durationMs, boolean expected) {
        DetectorRun run = DetectorRun.of(calm().pressure(60, 80)
                .forMs(2000)
                .pressure(meanKpa, peakKpa)
                .forMs(durationMs)
                .pressure(60, 80)
                .forMs(100));
        assertEquals(expected, !run.ended(EventType.OVERPRESSURE).isEmpty(), run.text());
        if (expected) {
            assertEquals(5_000_000, run.onlyEnded(EventType.OVERPRESSURE).endUs());
        }
    }

    @Test
    void withoutContactThereIsNone() {
        DetectorRun run =
                DetectorRun.of(FeatureFrames.from(0).limb(100, 300).floor(0).forMs(5000));
        assertEquals(0, run.events.size(), run.text());
    }

    @Test
    void limbThatLeavesEndsIt() {
        DetectorRun run =
                DetectorRun.of(calm().pressure(60, 80).forMs(2000).lifted().forMs(3000));
        assertEquals(5_000_000, run.onlyEnded(EventType.OVERPRESSURE).endUs());
    }

    private static double confidenceRatio(double meanKpa) {
        return DetectorRun.of(calm().pressure(meanKpa, meanKpa).forMs(1000))
                .onlyBegun(EventType.OVERPRESSURE)
                .evidence()
                .confidenceRatio();
    }

    @Test
    void confidenceGrowsWithTheExcess() {
        double beforeRatio = 0.5;
        for (double meanKpa = 50.5; meanKpa < 80; meanKpa += 2) {
            double ratio = confidenceRatio(meanKpa);
            assertTrue(ratio > beforeRatio, meanKpa + " kPa gave " + ratio + " after " + beforeRatio);
            beforeRatio = ratio;
        }
        assertTrue(beforeRatio > 0.99);
    }

    @Test
    void aSingleTileFarOverItsLimitIsAsSureAsAMeanFarOverTheCeiling() {
        double tileRatio = DetectorRun.of(calm().pressure(30, 140).forMs(1000))
                .onlyBegun(EventType.OVERPRESSURE)
                .evidence()
                .confidenceRatio();
        assertTrue(tileRatio > 0.99, "confidence was " + tileRatio);
    }

    /** Against the normal distribution, summed up in small steps; the shipped stand-in may be wrong by 0.01. */
    @ParameterizedTest
    @ValueSource(doubles = {50.1, 51, 52, 54, 57, 60, 65, 75})
    void confidenceIsTheProbabilityThatTheTruePressureIsOver(double meanKpa) {
        double sigmas = (meanKpa - 50) / (DetectorRun.PRESSURE_ERROR_RATIO * meanKpa);
        double sum = 0.5;
        double step = sigmas / 10_000;
        for (int index = 0; index < 10_000; index++) {
            double at = (index + 0.5) * step;
            sum += Math.exp(-at * at / 2) / Math.sqrt(2 * Math.PI) * step;
        }
        assertEquals(sum, confidenceRatio(meanKpa), 0.0105);
    }
}
