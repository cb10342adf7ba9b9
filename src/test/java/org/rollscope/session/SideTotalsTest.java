package org.rollscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.detect.Figures;
import org.rollscope.frame.PadGeometry;

class SideTotalsTest {
    private static SideTotals.Rolled rolled(String athleteId, Muscle muscle, Side side, double doseKpaS) {
        return rolled(PadGeometry.REFERENCE, athleteId, muscle, side, doseKpaS);
    }

    private static SideTotals.Rolled rolled(
            PadGeometry geometry, String athleteId, Muscle muscle, Side side, double doseKpaS) {
        SessionRecord record = new SessionRecord(
                athleteId + muscle + side + doseKpaS,
                Instant.EPOCH,
                "roller-1",
                athleteId,
                muscle,
                side,
                new PressureBand(20, 40, 50, CeilingSource.PRIOR),
                ToolHello.of(geometry),
                "cal",
                "1",
                "hash");
        SessionSummary summary =
                new SessionSummary(9000, 8000, 5000, 3000, 8000, 0, 1, 2, 0, 30, 60, doseKpaS, 50, Figures.NONE);
        return new SideTotals.Rolled(record, summary);
    }

    @Test
    void sessionsAreAddedUpByAthleteMuscleAndSide() {
        List<SideTotals> totals = SideTotals.of(List.of(
                rolled("bo", Muscle.CALF, Side.LEFT, 100),
                rolled("anna", Muscle.CALF, Side.RIGHT, 300),
                rolled("anna", Muscle.CALF, Side.LEFT, 100),
                rolled("anna", Muscle.CALF, Side.RIGHT, 200),
                rolled("anna", Muscle.GLUTES, Side.LEFT, 50),
                rolled("anna", Muscle.THORACIC, Side.MIDDLE, 70)));
        assertEquals(
                List.of("anna CALF", "anna GLUTES", "bo CALF"),
                totals.stream()
                        .map(total -> total.athleteId() + " " + total.muscle())
                        .toList());
        SideTotals calf = totals.get(0);
        assertEquals(new SideTotals.Total(1, 8000, 5000, 3000, 8000, 0, 1, 100), calf.left());
        assertEquals(new SideTotals.Total(2, 16_000, 10_000, 6000, 16_000, 0, 2, 500), calf.right());
        assertEquals(400 / 300.0, calf.indexRatio(), 1e-12);
        assertTrue(calf.isPointedOut());
    }

    /** The same pressure over a fifth of the area is another dose; a roller with fewer pads is the same roller. */
    @Test
    void eachToolHasItsOwn() {
        List<SideTotals> totals = SideTotals.of(List.of(
                rolled(PadGeometry.TENNIS_BALL, "bo", Muscle.CALF, Side.LEFT, 900),
                rolled(PadGeometry.REFERENCE, "bo", Muscle.CALF, Side.LEFT, 100),
                rolled(PadGeometry.STARTER, "bo", Muscle.CALF, Side.RIGHT, 100),
                rolled(PadGeometry.STICK, "bo", Muscle.CALF, Side.RIGHT, 50)));
        assertEquals(
                List.of("roller", "stick", "tennis_ball"),
                totals.stream().map(SideTotals::tool).toList());
        assertEquals(0, totals.get(0).indexRatio());
        assertTrue(Double.isNaN(totals.get(2).indexRatio()));
    }

    @Test
    void withOneSideOnlyThereIsNoIndex() {
        SideTotals totals = SideTotals.of(List.of(rolled("bo", Muscle.CALF, Side.LEFT, 100)))
                .get(0);
        assertEquals(SideTotals.Total.NONE, totals.right());
        assertTrue(Double.isNaN(totals.indexRatio()));
        assertFalse(totals.isPointedOut());
    }

    @Test
    void equalDosesAreNoDifference() {
        SideTotals totals = SideTotals.of(
                        List.of(rolled("bo", Muscle.CALF, Side.LEFT, 100), rolled("bo", Muscle.CALF, Side.RIGHT, 100)))
                .get(0);
        assertEquals(0, totals.indexRatio());
        assertFalse(totals.isPointedOut());
    }

    @Test
    void onlyADifferenceOverFifteenPercentIsPointedOut() {
        assertFalse(doses(100, 116).isPointedOut());
        assertTrue(doses(100, 117).isPointedOut());
        assertTrue(doses(117, 100).isPointedOut());
        assertFalse(doses(0, 0).isPointedOut());
    }

    private static SideTotals doses(double leftKpaS, double rightKpaS) {
        return SideTotals.of(List.of(
                        rolled("bo", Muscle.CALF, Side.LEFT, leftKpaS),
                        rolled("bo", Muscle.CALF, Side.RIGHT, rightKpaS)))
                .get(0);
    }
}
