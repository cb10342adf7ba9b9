package org.rollscope.viewer.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.detect.Activity;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.BoardHello;
import org.rollscope.session.SessionRecord;
import org.rollscope.viewer.library.HoldFigures;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.library.SessionEntry;
import org.rollscope.viewer.model.ChartHistory;

/** Sessions of a hundred frames a second, line by line. */
final class RecordedLines {
    static final long PERIOD_US = 10_000;

    private static final BoardHello HELLO =
            new BoardHello(1, 0x5e1fL, "1.0.0", 1, 1, 100, 12, 3300, 156.9, 34.9, 0, 3920, Double.NaN, new int[48]);

    private final ChartHistory tracks = new ChartHistory(100_000);
    private final List<RollerEvent> events = new ArrayList<>();
    private long sequence;

    /** The next frame. */
    RecordedLines frame(double meanKpa, double peakKpa, double speedMmPerS) {
        tracks.append(sequence * PERIOD_US, sequence, Activity.HOLD, meanKpa, peakKpa, speedMmPerS, false);
        sequence++;
        return this;
    }

    /** Frames that did not come. */
    RecordedLines lost(int frameCount) {
        sequence += frameCount;
        return this;
    }

    RecordedLines event(EventType type, long startUs, long endUs, double meanKpa) {
        events.add(RollerEvent.completed(
                type, startUs, endUs, endUs, new PressureEvidence(meanKpa, meanKpa, 60, 1), Figures.NONE));
        return this;
    }

    ReviewedSession session() {
        return new ReviewedSession(entry(), tracks, events, List.of());
    }

    private SessionEntry entry() {
        SessionRecord record = new SessionRecord(
                "20261101-120000-000-simulated",
                Instant.parse("2026-11-01T12:00:00Z"),
                "simulated",
                "anna",
                Muscle.CALF,
                Side.LEFT,
                new PressureBand(20, 50, 60, CeilingSource.RAMP_TEST),
                HELLO,
                "calibration",
                "1",
                "settings");
        return new SessionEntry(record, SessionEntry.State.WHOLE, null, null, HoldFigures.of(events), 0, 0);
    }
}
