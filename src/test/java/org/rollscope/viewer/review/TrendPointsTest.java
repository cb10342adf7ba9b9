package org.rollscope.viewer.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.detect.Figures;
import org.rollscope.frame.PadGeometry;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.ToolHello;
import org.rollscope.session.TrendPairs;
import org.rollscope.viewer.library.HoldFigures;
import org.rollscope.viewer.library.SessionEntry;

class TrendPointsTest {
    private final List<SessionEntry> entries = new ArrayList<>();

    private void session(String athleteId, Side side, int day, double holdKpa, long holdMs, double doseKpaS) {
        session(PadGeometry.REFERENCE, athleteId, side, day, holdKpa, holdMs, doseKpaS);
    }

    private void session(
            PadGeometry geometry, String athleteId, Side side, int day, double holdKpa, long holdMs, double doseKpaS) {
        SessionRecord like =
                new RecordedLines().frame(1, 1, 0).session().entry().record();
        SessionRecord record = new SessionRecord(
                "s" + entries.size(),
                Instant.parse("2026-10-01T12:00:00Z").plus(day, ChronoUnit.DAYS),
                like.rollerId(),
                athleteId,
                Muscle.CALF,
                side,
                like.band(),
                ToolHello.of(geometry),
                like.calibrationId(),
                like.softwareVersion(),
                like.settingsHash());
        SessionSummary summary = new SessionSummary(
                60_000, 50_000, holdMs, 0, 0, 0, 1, 0, 0, holdKpa, holdKpa, doseKpaS, 0, Figures.NONE);
        entries.add(new SessionEntry(
                record, SessionEntry.State.WHOLE, null, summary, new HoldFigures(1, holdKpa, Double.NaN), 3, 0));
    }

    private TrendPoints points() {
        return TrendPoints.like(
                entries.stream()
                        .map(SessionEntry::record)
                        .filter(record -> record.athleteId().equals("anna"))
                        .findFirst()
                        .orElseThrow(),
                entries);
    }

    @Test
    void twoSessionsAreNoTrendAndThreeAreCountedInPairs() {
        session("anna", Side.LEFT, 0, 30, 20_000, 100);
        session("anna", Side.LEFT, 7, 34, 30_000, 100);
        session("ben", Side.LEFT, 8, 99, 30_000, 100);
        assertEquals(2, points().knownCount(TrendPoints.Measure.HOLD_PRESSURE, Side.LEFT));
        assertTrue(
                TrendChart.words(points(), Side.LEFT).get(1).contains("two sessions. A trend needs three or more"),
                TrendChart.words(points(), Side.LEFT).toString());
        session("anna", Side.LEFT, 14, 32, 25_000, 100);
        assertEquals(new TrendPairs(3, 2, 1), points().pairs(TrendPoints.Measure.HOLD_PRESSURE, Side.LEFT));
        assertTrue(
                TrendChart.words(points(), Side.LEFT).get(1).contains("of 3 pairs the later had more in 2, less in 1"),
                TrendChart.words(points(), Side.LEFT).toString());
    }

    @Test
    void whatIsNotKnownIsNoPoint() {
        session("anna", Side.LEFT, 0, 30, 20_000, 100);
        assertEquals(0, points().knownCount(TrendPoints.Measure.RELEASE, Side.LEFT));
        assertTrue(TrendChart.words(points(), Side.LEFT).get(0).contains("no session has it"));
    }

    @Test
    void pointsAreInTheOrderOfTimeWhateverTheListsIs() {
        session("anna", Side.LEFT, 9, 30, 20_000, 100);
        session("anna", Side.LEFT, 2, 40, 20_000, 100);
        assertEquals(
                List.of(40.0, 30.0),
                points().points(TrendPoints.Measure.HOLD_PRESSURE, Side.LEFT).stream()
                        .map(TrendPoints.Point::value)
                        .toList());
    }

    @Test
    void leftAgainstRightIsOfTheDosesUpToTheSession() {
        session("anna", Side.LEFT, 0, 30, 20_000, 100);
        session("anna", Side.RIGHT, 1, 30, 20_000, 300);
        assertEquals(0, points().knownCount(TrendPoints.Measure.ASYMMETRY, Side.LEFT), "one side alone");
        assertEquals(
                100.0,
                points().points(TrendPoints.Measure.ASYMMETRY, Side.RIGHT)
                        .get(0)
                        .value(),
                1e-9);
    }

    @Test
    void sessionsWithAnotherToolAreNotAmongThemAndThatIsSaid() {
        session("anna", Side.LEFT, 0, 30, 20_000, 100);
        assertTrue(TrendChart.words(points(), Side.LEFT).stream().noneMatch(line -> line.contains("another tool")));
        session(PadGeometry.TENNIS_BALL, "anna", Side.LEFT, 1, 90, 20_000, 900);
        session(PadGeometry.STICK, "anna", Side.RIGHT, 2, 60, 20_000, 900);
        assertEquals(1, points().knownCount(TrendPoints.Measure.HOLD_PRESSURE, Side.LEFT));
        assertEquals(0, points().knownCount(TrendPoints.Measure.ASYMMETRY, Side.LEFT));
        assertTrue(
                TrendChart.words(points(), Side.LEFT)
                        .contains("2 sessions with another tool are not shown: pressures do not compare."),
                TrendChart.words(points(), Side.LEFT).toString());
    }
}
