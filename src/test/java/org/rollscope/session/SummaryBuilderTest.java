package org.rollscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.Activity;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.detect.ToolProfile;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.feature.FeatureFrames;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.ToolKind;

class SummaryBuilderTest {
    private static final PressureEvidence NONE = new PressureEvidence(0, 0, 0, 1);

    private static final PressureBand BAND = new PressureBand(20, 40, 50, CeilingSource.SETTINGS);

    private final SummaryBuilder summary = new SummaryBuilder(BAND, tool(PadGeometry.REFERENCE));

    private static ToolProfile tool(PadGeometry geometry) {
        return ToolProfile.of(geometry.geometryId());
    }

    private void add(FeatureFrames frames, Activity activity) {
        boolean inContact = activity != Activity.IDLE;
        for (FeatureFrame frame : frames.list()) {
            summary.accept(frame, activity, inContact);
        }
    }

    @Test
    void nothingAmountsToNothing() {
        assertEquals(
                new SessionSummary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, figures(tissue(0, 0, 0), 0, 0, 0, 0)),
                summary.build(0));
    }

    @Test
    void whatAToolCannotTellIsMissingRatherThanZero() {
        for (PadGeometry geometry : PadGeometry.all(ToolKind.BALL)) {
            Figures ball = new SummaryBuilder(BAND, tool(geometry)).build(0).figures();
            assertEquals(figures(Figures.NONE, 0, 0, 0, 0), ball, geometry.name());
        }
        SummaryBuilder stick = new SummaryBuilder(BAND, tool(PadGeometry.STICK));
        assertEquals(Figures.NONE, stick.build(0).figures());
    }

    /** By hand: 1 s alone, then 2 s at 10, 3 s at 30, 1 s at 60 kPa; each frame stands for the 10 ms before it. */
    @Test
    void pressuresAddUpOverTheTimeOfContact() {
        add(FeatureFrames.from(0).forMs(1000), Activity.IDLE);
        add(FeatureFrames.from(1_000_000).limb(100, 10).forMs(2000), Activity.CONTACT);
        add(FeatureFrames.from(3_000_000).limb(100, 30).forMs(3000), Activity.CONTACT);
        add(FeatureFrames.from(6_000_000).limb(100, 60).forMs(1000), Activity.CONTACT);
        SessionSummary found = summary.build(6_990_000);
        assertEquals(6990, found.durationMs());
        assertEquals(3000, found.inBandMs());
        assertEquals(1000, found.overCeilingMs());
        assertEquals(2 * 10 + 3 * 30 + 60, found.pressureTimeKpaS(), 1e-9);
        assertEquals(170 / 6.0, found.meanPressureKpa(), 1e-9);
        assertEquals(90, found.peakPressureKpa(), 1e-9);
        assertEquals(0, found.medianSpeedMmPerS());
    }

    @Test
    void endsOfTheBandBelongToIt() {
        add(FeatureFrames.from(0).limb(100, 20).forMs(1010), Activity.CONTACT);
        add(FeatureFrames.from(1_010_000).limb(100, 50).forMs(1000), Activity.CONTACT);
        assertEquals(2000, summary.build(2_000_000).inBandMs());
        assertEquals(0, summary.build(2_000_000).overCeilingMs());
    }

    @Test
    void outageAddsNoTimeUnderPressure() {
        add(FeatureFrames.from(0).limb(100, 30).forMs(1010), Activity.CONTACT);
        add(FeatureFrames.from(5_000_000).limb(100, 30).forMs(1000), Activity.CONTACT);
        assertEquals(1000 + 990, summary.build(6_000_000).inBandMs());
    }

    @Test
    void medianSpeedIsThatOfRollingFramesEitherWay() {
        add(FeatureFrames.from(0).limb(100, 30).speed(200).forMs(1000), Activity.CONTACT);
        add(FeatureFrames.from(1_000_000).limb(100, 30).speed(-40.2).forMs(1500), Activity.ROLLING);
        add(FeatureFrames.from(2_500_000).limb(100, 30).speed(90).forMs(1000), Activity.ROLLING);
        assertEquals(40.5, summary.build(3_490_000).medianSpeedMmPerS(), 0.5, "1 mm/s resolution");
    }

    @Test
    void eventsAreCountedWhenTheyHaveEnded() {
        summary.accept(new RollerEvent.ContactStarted(0, 0, NONE));
        summary.accept(new RollerEvent.ContactEnded(0, 20_000_000, 0, NONE));
        summary.accept(new RollerEvent.HoldStarted(1_000_000, 4_000_000, NONE));
        summary.accept(new RollerEvent.HoldEnded(1_000_000, 5_500_000, 4_000_000, NONE, Figures.NONE));
        summary.accept(new RollerEvent.HoldEnded(6_000_000, 9_000_000, 9_000_000, NONE, Figures.NONE));
        summary.accept(new RollerEvent.RollEnded(10_000_000, 12_250_000, 10_200_000, NONE));
        summary.accept(new RollerEvent.StrokeCompleted(10_000_000, 11_000_000, 11_000_000, NONE, 50));
        summary.accept(new RollerEvent.StrokeCompleted(11_000_000, 12_000_000, 12_000_000, NONE, -50));
        summary.accept(new RollerEvent.OverpressureStarted(1, 2, NONE));
        summary.accept(RollerEvent.completed(EventType.OVERPRESSURE, 1, 2, 2, NONE, Figures.NONE));
        summary.accept(new RollerEvent.GuardingSuspected(2_000_000, 3_000_000, NONE, Figures.NONE));
        summary.accept(new RollerEvent.GuardingEnded(2_000_000, 3_500_000, 3_000_000, NONE, Figures.NONE));
        summary.accept(new RollerEvent.TissueReleased(1, 1, 2, NONE, Figures.NONE));
        summary.accept(new RollerEvent.SignalRestored(0, 9_000_000, 0, NONE));
        assertEquals(
                new SessionSummary(
                        30_000,
                        20_000,
                        7500,
                        2250,
                        0,
                        0,
                        2,
                        2,
                        1,
                        0,
                        0,
                        0,
                        0,
                        figures(tissue(1500, 1, 1), 0, 2 / (2.25 / 60), 50.5, 0)),
                summary.build(30_000_000));
    }

    @Test
    void ninetyFifthPercentileOfTheSpeedIsThatOfRollingFrames() {
        add(FeatureFrames.from(0).limb(100, 30).speed(40.2).forMs(9000), Activity.ROLLING);
        add(FeatureFrames.from(9_000_000).limb(100, 30).speed(200.7).forMs(1000), Activity.ROLLING);
        assertEquals(200.5, summary.build(9_990_000).figures().value("p95_speed_mm_per_s"));
    }

    /** By hand: 100 mm at 4 mm/s give each 10 mm its 2.5 s; the 60 mm at 20 mm/s give 0.5 s, and twice over 1 s. */
    @Test
    void whatWasPressedForTwoSecondsIsCovered() {
        FeatureFrames slow = FeatureFrames.from(0).limb(100, 30).speed(4).forMs(25_000);
        slow.speed(20).forMs(3000).speed(-20).forMs(3000);
        add(slow, Activity.ROLLING);
        assertEquals(100, summary.build(31_000_000).figures().value("coverage_mm"), 10);
    }

    private static Figures figures(
            Figures tissue, double p95MmPerS, double perMinCount, double strokeMm, double coverageMm) {
        return tissue.and("p95_speed_mm_per_s", p95MmPerS)
                .and("strokes_per_min_count", perMinCount)
                .and("median_stroke_length_mm", strokeMm)
                .and("coverage_mm", coverageMm);
    }

    private static Figures tissue(int guardingMs, int guardingCount, int releaseCount) {
        return Figures.of("guarding_ms", guardingMs)
                .and("guarding_count", guardingCount)
                .and("release_count", releaseCount);
    }
}
