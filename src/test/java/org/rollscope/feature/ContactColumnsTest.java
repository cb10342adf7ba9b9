package org.rollscope.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The slopes by formula against what a small step shows; the step's own error is of the order of its square. */
class ContactColumnsTest {
    private static final double COLUMN_MM = 34;
    private static final double NUDGE = 1e-4;
    /** Truncation of a difference to both sides, with curvatures of up to some hundred per unit. */
    private static final double TOLERANCE_RATIO = 1e-5;

    @ParameterizedTest
    @CsvSource({
        // column, place, half axis around, lower and upper edge of the row: inside, cut on the left, the right, by the
        // disc
        "2, 3.0, 40, -0.30, 0.40",
        "1, 3.0, 40, -0.30, 0.40",
        "3, -6.0, 40, 0.10, 0.90",
        "2, 3.0, 15, -0.60, 1.70",
        "1, 5.0, 60, -1.50, -0.20",
        "4, 2.0, 60, -0.35, 0.25"
    })
    void slopesAreThoseOfSmallSteps(int sideIndex, double placeMm, double aroundMm, double start, double end) {
        ContactColumns columns = new ContactColumns(COLUMN_MM);
        columns.lay(1.5, placeMm, aroundMm);
        columns.reckon(sideIndex, start, end);
        assertEquals(
                slope(sideIndex, placeMm, NUDGE, aroundMm, 0, start, 0, end, 0),
                columns.changePerMm(),
                TOLERANCE_RATIO,
                "place");
        assertEquals(
                slope(sideIndex, placeMm, 0, aroundMm, NUDGE, start, 0, end, 0),
                columns.changeBySizeRatio(),
                TOLERANCE_RATIO,
                "size");
        assertEquals(
                slope(sideIndex, placeMm, 0, aroundMm, 0, start, NUDGE, end, 0),
                columns.changeByStartRatio(),
                TOLERANCE_RATIO,
                "lower edge");
        assertEquals(
                slope(sideIndex, placeMm, 0, aroundMm, 0, start, 0, end, NUDGE),
                columns.changeByEndRatio(),
                TOLERANCE_RATIO,
                "upper edge");
    }

    private static double slope(
            int sideIndex,
            double placeMm,
            double placeStep,
            double aroundMm,
            double sizeStep,
            double start,
            double startStep,
            double end,
            double endStep) {
        ContactColumns before = new ContactColumns(COLUMN_MM);
        before.lay(1.5, placeMm - placeStep, aroundMm * Math.exp(-sizeStep));
        before.reckon(sideIndex, start - startStep, end - endStep);
        ContactColumns after = new ContactColumns(COLUMN_MM);
        after.lay(1.5, placeMm + placeStep, aroundMm * Math.exp(sizeStep));
        after.reckon(sideIndex, start + startStep, end + endStep);
        return (after.shareRatio() - before.shareRatio()) / (2 * NUDGE);
    }
}
