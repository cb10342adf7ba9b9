package org.rollscope.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.evaluation.ContactEllipse;
import org.rollscope.evaluation.PadLayout;
import org.rollscope.frame.PadGeometry;

/** The simulator's slices against the closed law of the same contact, which is written apart from them. */
class LimbContactTest {
    private static final long SEED = 20_261_121;

    @ParameterizedTest
    @CsvSource({"1, 400", "1, 40", "1, 7.9", "2, 400", "2, 40", "2, 7.9"})
    void evenTissueSharesItsForceOutAsTheLawSays(int geometryId, double foamKpaPerMm) {
        PadGeometry geometry = PadGeometry.of(geometryId);
        Random random = new Random(SEED);
        for (int round = 0; round < 40; round++) {
            double limbRadiusMm = 60 + 40 * random.nextDouble();
            Person person = new Person(
                    75,
                    false,
                    Muscle.QUADRICEPS,
                    Side.LEFT,
                    limbRadiusMm,
                    300,
                    10,
                    0,
                    0.5,
                    1,
                    6,
                    400,
                    400,
                    40,
                    List.of());
            LimbContact contact = new LimbContact(geometry, new Tissue(person), limbRadiusMm, foamKpaPerMm, 0, 30);
            double forceN = 50 + 300 * random.nextDouble();
            double aroundMm = 34 * random.nextDouble() - 17;
            double axialMm = 40 * random.nextDouble() - 20;
            double[] seenN = new double[geometry.padCount()];
            contact.press(forceN, 150, 1, aroundMm / 65);
            contact.share(150, aroundMm / 65, axialMm, seenN);
            ContactEllipse law = ContactEllipse.pressed(forceN, 1 / (0.1 + 1 / foamKpaPerMm), 65, limbRadiusMm);
            double[] lawN = law.at(aroundMm, axialMm).padForceN(PadLayout.of(geometry));
            assertEquals(law.areaMm2(), contact.areaMm2(), 0.01 * law.areaMm2());
            for (int pad = 0; pad < seenN.length; pad++) {
                assertEquals(lawN[pad], seenN[pad], 0.01 * forceN, "pad " + pad + ", seed " + SEED);
            }
        }
    }
}
