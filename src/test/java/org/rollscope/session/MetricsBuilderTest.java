package org.rollscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.feature.FeatureFrames;

class MetricsBuilderTest {
    private static final PressureBand BAND = new PressureBand(20, 40, 50, CeilingSource.RAMP_TEST);
    private static final PressureEvidence EVIDENCE = new PressureEvidence(1, 2, 50, 1);

    private static RollerEvent span(EventType type, long startUs, long endUs) {
        return RollerEvent.completed(type, startUs, endUs, startUs, EVIDENCE, Figures.NONE);
    }

    private static List<MetricsBuilder.Measured> measured(List<RollerEvent> events, List<FeatureFrame> frames) {
        MetricsBuilder builder = new MetricsBuilder(events, BAND);
        frames.forEach(builder::accept);
        return builder.build();
    }

    @Test
    void aHoldIsMeasuredFromItsOnsetToBeforeItsEnd() {
        List<FeatureFrame> frames = FeatureFrames.from(0)
                .limb(100, 10)
                .forMs(1000)
                .limb(200, 30)
                .forMs(1000)
                .limb(300, 45)
                .forMs(500)
                .limb(400, 60)
                .forMs(500)
                .limb(100, 10)
                .forMs(1000)
                .list();
        RollerEvent release = span(EventType.RELEASE, 2_250_000, 2_250_000);
        SpanMetrics hold = measured(List.of(release, span(EventType.HOLD, 1_000_000, 3_000_000)), frames)
                .get(0)
                .metrics();
        assertEquals(200, hold.frameCount());
        assertEquals((30 * 100 + 45 * 50 + 60 * 50) / 200.0, hold.meanPressureKpa(), 1e-9);
        assertEquals(60, hold.p95PressureKpa(), 1e-6);
        assertEquals(90, hold.peakPressureKpa(), 1e-9);
        assertEquals((200 * 100 + 300 * 50 + 400 * 50) / 200.0, hold.meanForceN(), 1e-9);
        assertEquals(2 * (30 * 100 + 45 * 50 + 60 * 50) / 200.0, hold.pressureTimeKpaS(), 1e-9);
        assertEquals(hold.meanPressureKpa() / 50, hold.ceilingShareRatio(), 1e-12);
        assertEquals(
                List.of(0L, 1000L, 500L, 500L),
                List.of(hold.belowFloorMs(), hold.inBandMs(), hold.amberMs(), hold.overCeilingMs()));
        assertEquals(0, hold.doubtfulRatio());
    }

    @Test
    void theTimeToReleaseIsThatOfTheFirstInTheHold() {
        List<RollerEvent> events = List.of(
                span(EventType.RELEASE, 500_000, 500_000),
                span(EventType.HOLD, 1_000_000, 3_000_000),
                span(EventType.RELEASE, 2_250_000, 2_250_000),
                span(EventType.RELEASE, 2_500_000, 2_500_000),
                span(EventType.HOLD, 4_000_000, 5_000_000));
        List<MetricsBuilder.Measured> measured =
                measured(events, FeatureFrames.from(0).limb(100, 30).forMs(5000).list());
        assertEquals(1250, measured.get(0).releaseAfterMs());
        assertTrue(Double.isNaN(measured.get(1).releaseAfterMs()));
    }

    @Test
    void aSpanWithoutFramesHasNoMeanAndAGapAddsNoTime() {
        List<FeatureFrame> frames =
                new ArrayList<>(FeatureFrames.from(0).limb(100, 30).forMs(1000).list());
        frames.addAll(FeatureFrames.from(5_000_000).limb(100, 30).forMs(1000).list());
        List<MetricsBuilder.Measured> measured = measured(
                List.of(span(EventType.CONTACT, 0, 6_000_000), span(EventType.HOLD, 2_000_000, 4_000_000)), frames);
        assertEquals(30 * (0.99 + 0.99), measured.get(0).metrics().pressureTimeKpaS(), 1e-9);
        assertTrue(Double.isNaN(measured.get(1).metrics().meanPressureKpa()));
        assertEquals(0, measured.get(1).metrics().frameCount());
    }

    /** Against the definition, frame by frame and span by span. */
    @RepeatedTest(5)
    void anySpansAreMeasuredAsTheirDefinitionSays(RepetitionInfo round) {
        SplittableRandom random = new SplittableRandom(round.getCurrentRepetition());
        FeatureFrames made = FeatureFrames.from(0);
        for (int step = 0; step < 60; step++) {
            made.limb(300 * random.nextDouble(), 80 * random.nextDouble()).forMs(10 * (1 + random.nextInt(30)));
        }
        List<FeatureFrame> frames = made.list();
        long endUs = frames.get(frames.size() - 1).timeUs();
        List<RollerEvent> events = new ArrayList<>();
        for (int count = 0; count < 20; count++) {
            long startUs = random.nextLong(endUs);
            events.add(span(EventType.HOLD, startUs, startUs + 1 + random.nextLong(endUs - startUs)));
        }
        for (MetricsBuilder.Measured one : measured(events, frames)) {
            List<FeatureFrame> own = frames.stream()
                    .filter(frame -> frame.timeUs() >= one.event().startUs()
                            && frame.timeUs() < one.event().endUs())
                    .toList();
            assertEquals(own.size(), one.metrics().frameCount());
            if (own.isEmpty()) {
                continue;
            }
            double[] pressures = own.stream()
                    .mapToDouble(FeatureFrame::meanPressureKpa)
                    .sorted()
                    .toArray();
            assertEquals(
                    Arrays.stream(pressures).average().orElseThrow(),
                    one.metrics().meanPressureKpa(),
                    1e-9);
            assertEquals(
                    pressures[(int) Math.ceil(0.95 * own.size()) - 1],
                    one.metrics().p95PressureKpa(),
                    1e-5);
            assertEquals(
                    own.stream()
                            .mapToDouble(FeatureFrame::contactForceN)
                            .average()
                            .orElseThrow(),
                    one.metrics().meanForceN(),
                    1e-9);
            long overUs = own.stream()
                            .filter(frame -> frame.meanPressureKpa() > BAND.ceilingKpa() && frame.timeUs() > 0)
                            .count()
                    * FeatureFrames.STEP_US;
            assertEquals(overUs / 1000, one.metrics().overCeilingMs());
        }
    }
}
