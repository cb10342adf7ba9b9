package org.rollscope.viewer.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;

class HoldFiguresTest {
    private static final long S = 1_000_000;

    private static RollerEvent event(EventType type, long fromS, long toS, double meanKpa) {
        return RollerEvent.completed(
                type, fromS * S, toS * S, toS * S, new PressureEvidence(meanKpa, meanKpa, 60, 1), Figures.NONE);
    }

    @Test
    void holdsCountByTheirLengthAndReleasesByTheirFirst() {
        HoldFigures figures = HoldFigures.of(List.of(
                event(EventType.HOLD, 0, 30, 40),
                event(EventType.RELEASE, 12, 12, 40),
                event(EventType.RELEASE, 25, 25, 40),
                event(EventType.HOLD, 40, 50, 20),
                event(EventType.HOLD, 60, 80, 20),
                event(EventType.RELEASE, 66, 66, 20)));
        assertEquals(3, figures.holdCount());
        assertEquals((30 * 40 + 10 * 20 + 20 * 20) / 60.0, figures.meanPressureKpa(), 1e-9);
        assertEquals((12_000 + 6_000) / 2.0, figures.medianReleaseAfterMs(), 1e-9);
    }

    @Test
    void withoutHoldsNothingIsKnown() {
        HoldFigures none = HoldFigures.of(List.of(event(EventType.RELEASE, 3, 3, 40)));
        assertTrue(Double.isNaN(none.meanPressureKpa()) && Double.isNaN(none.medianReleaseAfterMs()));
    }
}
