package org.rollscope.viewer.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.library.TimeWindow;
import org.rollscope.viewer.model.ChartHistory;

class DifferenceTest {
    private static final long PERIOD_US = RecordedLines.PERIOD_US;

    /** 0 to 90 ms: 10 to 19 kPa; 100 ms are missing; then 30 kPa. */
    private final ReviewedSession session = session();

    private final ChartHistory tracks = session.tracks();

    private static ReviewedSession session() {
        RecordedLines lines = new RecordedLines();
        for (int index = 0; index < 10; index++) {
            lines.frame(10 + index, 2 * (10 + index), 0);
        }
        return lines.lost(10).frame(30, 70, 0).frame(30, 60, 0).session();
    }

    @Test
    void aReadingIsTheNearestFrameAndNothingInAGap() {
        assertEquals(12, Reading.at(tracks, 24_000, PERIOD_US).meanKpa());
        assertEquals(13, Reading.at(tracks, 26_000, PERIOD_US).meanKpa());
        assertNull(Reading.at(tracks, 145_000, PERIOD_US), "frames are missing there");
        assertNotNull(Reading.at(tracks, 92_000, PERIOD_US), "within a period of a frame");
        assertNull(Reading.at(tracks, -1, PERIOD_US));
        assertNull(Reading.at(tracks, 220_001, PERIOD_US));
    }

    @Test
    void theDifferenceIsThatOfTheFrames() {
        Difference difference = Difference.between(tracks, 50_000, 20_000, PERIOD_US);
        assertEquals(30_000, difference.lengthUs());
        assertEquals(3, difference.meanStepKpa(), 1e-6);
        assertEquals((12 + 13 + 14 + 15) / 4.0, difference.meanKpa(), 1e-6);
        assertEquals(30, difference.peakKpa(), 1e-6);
        assertEquals(4, difference.frameCount());
        assertEquals(0, difference.gapCount());
    }

    @Test
    void aGapBetweenIsCountedAndAnEndInOneHasNoStep() {
        Difference over = Difference.between(tracks, 80_000, 210_000, PERIOD_US);
        assertEquals(1, over.gapCount());
        assertEquals(4, over.frameCount());
        assertEquals(70, over.peakKpa(), 1e-6);
        Difference into = Difference.between(tracks, 80_000, 150_000, PERIOD_US);
        assertTrue(Double.isNaN(into.meanStepKpa()));
        assertEquals(1, into.gapCount());
    }

    @Test
    void aGapIsFromTheLastFrameBeforeToTheFirstAfter() {
        assertEquals(List.of(new TimeWindow(90_000, 200_000)), session.gaps());
        assertEquals(new TimeWindow(0, 210_000), session.whole());
    }

    @Test
    void timesReadAsOnAClock() {
        assertEquals("1:05.2", Clock.text(65_170_000, 1));
        assertEquals("0:59.999", Clock.text(59_999_000, 3));
        assertEquals("1:00", Clock.text(59_999_000, 0));
        assertEquals("1:00:00", Clock.text(3_600_000_000L, 0));
        assertEquals("\u22120:01", Clock.text(-1_000_000, 0));
    }
}
