package org.rollscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.detect.Figures;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.PadGeometry;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.ToolHello;

class SideTableTest {
    private static ExportedSession session(Muscle muscle, Side side, double doseKpaS) {
        return session(PadGeometry.REFERENCE, muscle, side, doseKpaS);
    }

    private static ExportedSession session(PadGeometry geometry, Muscle muscle, Side side, double doseKpaS) {
        SessionRecord record = new SessionRecord(
                "s" + side + doseKpaS,
                Instant.EPOCH,
                "roller-1",
                "p1",
                muscle,
                side,
                new PressureBand(20, 40, 50, CeilingSource.PRIOR),
                ToolHello.of(geometry),
                "cal",
                "1",
                "hash");
        SessionSummary summary =
                new SessionSummary(9000, 8000, 5000, 3000, 7000, 1000, 1, 2, 0, 30, 60, doseKpaS, 50, Figures.NONE);
        return new ExportedSession(
                record,
                LinkCounters.ZERO,
                summary,
                NothingMeasured.of(record),
                List.of(),
                List.of(),
                List.of(),
                0,
                new ExportedSession.Documents("{}", "{}", "{}"),
                sink -> {});
    }

    private static @Nullable Object cell(SmallTable table, int rowIndex, String key) {
        return table.rows().get(rowIndex).get(table.table().indexOf(key));
    }

    @Test
    void leftAndRightStandBesideTheirIndex() {
        SmallTable table = SideTable.of(List.of(
                session(Muscle.CALF, Side.LEFT, 100),
                session(Muscle.CALF, Side.RIGHT, 80),
                session(Muscle.CALF, Side.RIGHT, 40),
                session(Muscle.THORACIC, Side.MIDDLE, 40)));
        assertEquals(1, table.rows().size());
        assertEquals(100.0, cell(table, 0, "left_pressure_time_kpa_s"));
        assertEquals(120.0, cell(table, 0, "right_pressure_time_kpa_s"));
        assertEquals(2L, cell(table, 0, "right_session_count"));
        assertEquals(14_000L, cell(table, 0, "right_in_band_ms"));
        assertEquals(1000L, cell(table, 0, "left_over_ceiling_ms"));
        assertEquals(20.0 / 110, cell(table, 0, "dose_index_ratio"));
        assertEquals(1.0, cell(table, 0, "pointed_out"));
    }

    @Test
    void eachToolHasItsOwnRow() {
        SmallTable table = SideTable.of(List.of(
                session(Muscle.CALF, Side.LEFT, 100),
                session(PadGeometry.LACROSSE_BALL, Muscle.CALF, Side.RIGHT, 100)));
        assertEquals("lacrosse_ball", cell(table, 0, "tool"));
        assertEquals("roller", cell(table, 1, "tool"));
        assertNull(cell(table, 0, "dose_index_ratio"));
    }

    @Test
    void oneSideAloneHasNoIndex() {
        SmallTable table = SideTable.of(List.of(session(Muscle.CALF, Side.LEFT, 100)));
        assertEquals(0L, cell(table, 0, "right_session_count"));
        assertNull(cell(table, 0, "dose_index_ratio"));
        assertNull(cell(table, 0, "pointed_out"));
    }
}
