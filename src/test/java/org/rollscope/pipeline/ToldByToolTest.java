package org.rollscope.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.config.ShippedSettings;
import org.rollscope.evaluation.SimulatedSession;
import org.rollscope.frame.PadGeometry;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.simulation.PartBatch;
import org.rollscope.simulation.RollerMake;
import org.rollscope.simulation.Scenario;

/** Speed and guarding are told live where the tool can tell them, and are not known elsewhere: 0 would be a measurement. */
class ToldByToolTest {
    @ParameterizedTest
    @CsvSource({
        "1, true, true",
        "2, true, true",
        "3, true, false",
        "4, true, false",
        "5, true, false",
        "6, false, false"
    })
    void whatAToolCannotTellIsNotKnown(int geometryId, boolean rolls, boolean guards) {
        RollerMake make = RollerMake.ofOneHardness(PadGeometry.of(geometryId), PartBatch.USUAL);
        SimulatedSession session = SimulatedSession.of(Scenario.COACHED.on(make), 7, 8);
        SessionAnalysis analysis = new SessionAnalysis(
                ShippedSettings.core().setup(), session.hello(), session.calibration(), event -> {});
        double fastestMmPerS = 0;
        for (var frame : session.frames()) {
            analysis.accept(frame);
            LiveMetrics live = analysis.liveMetrics();
            FramePoint point = analysis.framePoint();
            assertEquals(rolls, Double.isFinite(live.speedMmPerS()));
            assertEquals(live.speedMmPerS(), point.speedMmPerS());
            assertEquals(guards, Double.isFinite(live.guardingScoreRatio()));
            fastestMmPerS = Math.max(fastestMmPerS, Math.abs(live.speedMmPerS()));
        }
        assertEquals(rolls, fastestMmPerS > 5, fastestMmPerS + " mm/s");
    }
}
