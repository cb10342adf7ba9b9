package org.rollscope.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.calibration.Calibrator;
import org.rollscope.config.ShippedSettings;
import org.rollscope.evaluation.SimulatedSession;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.RawFrame;
import org.rollscope.simulation.Scenario;

class LobeAgreementTest {
    private static double median(Scenario scenario, long seed, int halvedColumnIndex) {
        SimulatedSession session = SimulatedSession.of(scenario, seed, 60);
        FeatureSettings settings = ShippedSettings.core().features();
        Calibrator calibrator = new Calibrator(session.calibration(), session.hello());
        FeatureExtractor extractor = new FeatureExtractor(settings, PadGeometry.REFERENCE, 100);
        LobeAgreement agreement = new LobeAgreement(settings.rollerWeightN());
        for (RawFrame raw : session.frames()) {
            RawFrame frame = raw.copy();
            for (int padIndex = 0; padIndex < 48 && halvedColumnIndex >= 0; padIndex++) {
                // half of the roller's columns have lost sensitivity, as after a fall
                int fromColumn = Math.floorMod(padIndex % 12 - halvedColumnIndex, 12);
                frame.padCounts()[padIndex] =
                        (char) (fromColumn < 6 ? frame.padCounts()[padIndex] / 2 : frame.padCounts()[padIndex]);
            }
            agreement.accept(extractor.extract(calibrator.calibrate(frame, frame.deviceTimeUs())));
        }
        return agreement.medianRatio();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void soundRollerAgreesWithItself(long seed) {
        assertEquals(1, median(Scenario.COACHED, seed, -1), 0.08);
    }

    /** A hold does not turn the roller, so that one half lies under the limb all the time. */
    @Test
    void rollerThatHasLostHalfItsSensitivityOnOneSideDoesNot() {
        boolean found = false;
        for (int columnIndex = 0; columnIndex < 12; columnIndex++) {
            found |= LobeAgreement.isDoubtful(median(Scenario.STILL, 1, columnIndex));
        }
        assertTrue(found);
        assertFalse(LobeAgreement.isDoubtful(median(Scenario.STILL, 1, -1)));
    }

    @Test
    void withoutALoadNothingIsSaid() {
        assertTrue(Double.isNaN(new LobeAgreement(5).medianRatio()));
        assertFalse(LobeAgreement.isDoubtful(Double.NaN));
        assertTrue(Double.isNaN(median(Scenario.CARRY, 1, -1)));
    }
}
