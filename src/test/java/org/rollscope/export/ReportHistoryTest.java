package org.rollscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.detect.Figures;
import org.rollscope.frame.PadGeometry;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.SideTotals;
import org.rollscope.session.ToolHello;

class ReportHistoryTest {
    private static SideTotals.Rolled rolled(String athleteId, Muscle muscle, Side side, int day, double meanKpa) {
        return rolled(PadGeometry.REFERENCE, athleteId, muscle, side, day, meanKpa);
    }

    private static SideTotals.Rolled rolled(
            PadGeometry geometry, String athleteId, Muscle muscle, Side side, int day, double meanKpa) {
        SessionRecord record = new SessionRecord(
                athleteId + muscle + side + day,
                Instant.parse("2026-11-01T08:00:00Z").plusSeconds(86_400L * day),
                "roller-1",
                athleteId,
                muscle,
                side,
                new PressureBand(20, 40, 50, CeilingSource.PRIOR),
                ToolHello.of(geometry),
                "cal",
                "1",
                "hash");
        double doseKpaS = meanKpa * 8;
        SessionSummary summary =
                new SessionSummary(9000, 8000, 5000, 3000, 8000, 0, 1, 2, 0, meanKpa, 60, doseKpaS, 50, Figures.NONE);
        return new SideTotals.Rolled(record, summary);
    }

    private static String page(SideTotals.Rolled present, List<SideTotals.Rolled> others) {
        ReportPage page = new ReportPage("x");
        ReportOverTime.write(page, ReportHistory.of(present, others));
        return page.end();
    }

    private static List<SideTotals.Rolled> rightCalf(double... meanKpa) {
        List<SideTotals.Rolled> sessions = new ArrayList<>();
        for (int day = 0; day < meanKpa.length; day++) {
            sessions.add(rolled("bo", Muscle.CALF, Side.RIGHT, day, meanKpa[day]));
        }
        return sessions;
    }

    @Test
    void onlyWhatTheAthleteDidWithTheMuscleBeforeCounts() {
        SideTotals.Rolled present = rolled("bo", Muscle.CALF, Side.RIGHT, 5, 30);
        ReportHistory history = ReportHistory.of(
                present,
                List.of(
                        rolled("bo", Muscle.CALF, Side.RIGHT, 3, 20),
                        rolled("bo", Muscle.CALF, Side.LEFT, 2, 25),
                        present,
                        rolled("bo", Muscle.CALF, Side.RIGHT, 1, 10),
                        rolled("bo", Muscle.CALF, Side.RIGHT, 9, 99),
                        rolled("bo", Muscle.GLUTES, Side.RIGHT, 1, 99),
                        rolled("anna", Muscle.CALF, Side.RIGHT, 1, 99)));
        assertEquals(
                List.of(10.0, 20.0, 30.0),
                history.course().stream()
                        .map(one -> one.summary().meanPressureKpa())
                        .toList());
        SideTotals sides = history.sides().orElseThrow();
        assertEquals(1, sides.left().sessionCount());
        assertEquals(3, sides.right().sessionCount());
        assertEquals((480 - 200) / 340.0, sides.indexRatio(), 1e-12);
    }

    @Test
    void belowThreeSessionsNoTrendIsClaimedOrDrawn() {
        for (List<SideTotals.Rolled> few : List.of(rightCalf(30), rightCalf(10, 30))) {
            String page = page(few.get(few.size() - 1), few);
            assertTrue(page.contains("A trend needs three or more; none is claimed."), page);
            assertTrue(!page.contains("pairs of these") && !page.contains("<svg"), page);
        }
    }

    @Test
    void ofThreeAndMoreItIsCountedHowTheyLie() {
        List<SideTotals.Rolled> three = rightCalf(10, 30, 30);
        String page = page(three.get(2), three);
        assertTrue(
                page.contains("Of the 3 pairs of these sessions the later one had the higher mean pressure in 2"),
                page);
        assertTrue(page.contains("and the lower in 0."), page);
        assertEquals(2, page.split("class=\"dot\"", -1).length - 1);
        assertEquals(1, page.split("class=\"now\"", -1).length - 1);
        assertTrue(page.contains("not counted"), "a session of an old version does not tell of releases");
    }

    @Test
    void whatWasPressedWithAnotherToolIsLeftOutAndTold() {
        SideTotals.Rolled present = rolled(PadGeometry.STICK, "bo", Muscle.CALF, Side.RIGHT, 9, 30);
        List<SideTotals.Rolled> others = new ArrayList<>(rightCalf(10, 30, 30));
        others.add(rolled(PadGeometry.STICK, "bo", Muscle.CALF, Side.LEFT, 4, 20));
        ReportHistory history = ReportHistory.of(present, others);
        assertEquals(List.of(present), history.course());
        assertEquals(3, history.otherToolCount());
        assertEquals(1, history.sides().orElseThrow().left().sessionCount());
        String page = page(present, others);
        assertTrue(page.contains("3 earlier sessions of this muscle with other tools are not counted here"), page);
        assertTrue(page.contains("not looked for"), "a stick tells of no release: " + page);
        assertTrue(!page(present, List.of()).contains("other tool"), "who has one tool is not told of others");
    }

    @Test
    void sidesAreToldAsTheyAre() {
        SideTotals.Rolled right = rolled("bo", Muscle.CALF, Side.RIGHT, 5, 30);
        assertTrue(page(right, List.of())
                .contains("Only the right side has been rolled: there is nothing to compare yet."));
        String both = page(right, List.of(rolled("bo", Muscle.CALF, Side.LEFT, 4, 20)));
        assertTrue(both.contains("Index of the dose: +40 %, more on the right."), both);
        String equal = page(right, List.of(rolled("bo", Muscle.CALF, Side.LEFT, 4, 29)));
        assertTrue(equal.contains("+3 %, within 15 %"), equal);
        String middle = page(rolled("bo", Muscle.THORACIC, Side.MIDDLE, 5, 30), List.of());
        assertTrue(middle.contains("no sides to compare"), middle);
    }

    @Test
    void nothingThatPeopleWriteBecomesMarkupOrBreaksThePage() {
        assertEquals(
                "a &lt;b&gt; &amp; &quot;c&quot; \uFFFD \uD83D\uDE00",
                ReportPage.safe("a <b> & \"c\" \u0001 \uD83D\uDE00"));
    }
}
