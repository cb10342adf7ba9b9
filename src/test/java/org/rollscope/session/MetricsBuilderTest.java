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
import org.rollscope.detect.ToolProfile;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.feature.FeatureFrames;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.ToolKind;

class MetricsBuilderTest {
    private static final PressureBand BAND = new PressureBand(20, 40, 50, CeilingSource.RAMP_TEST);
    private static final PressureEvidence EVIDENCE = new PressureEvidence(1, 2, 50, 1);

    private static RollerEvent span(EventType type, long startUs, long endUs) {
        return RollerEvent.completed(type, startUs, endUs, startUs, EVIDENCE, Figures.NONE);
    }

    private static List<MetricsBuilder.Measured> measured(List<RollerEvent> events, List<FeatureFrame> frames) {
        return result(events, frames).spans();
    }

    private static MetricsBuilder.Result result(List<RollerEvent> events, List<FeatureFrame> frames) {
        return result(events, frames, ToolProfile.of(PadGeometry.REFERENCE.geometryId()));
    }

    private static MetricsBuilder.Result result(List<RollerEvent> events, List<FeatureFrame> frames, ToolProfile tool) {
        MetricsBuilder builder = new MetricsBuilder(events, BAND, tool);
        frames.forEach(frame -> builder.accept(frame, frame.contactForceN() > 0));
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
        Measures hold = measured(List.of(release, span(EventType.HOLD, 1_000_000, 3_000_000)), frames)
                .get(0)
                .measures();
        assertEquals(200, hold.value(Metric.FRAME_COUNT));
        assertEquals((30 * 100 + 45 * 50 + 60 * 50) / 200.0, hold.value(Metric.MEAN_PRESSURE_KPA), 1e-9);
        assertEquals(60, hold.value(Metric.P95_PRESSURE_KPA), 1e-6);
        assertEquals(90, hold.value(Metric.PEAK_PRESSURE_KPA), 1e-9);
        assertEquals((200 * 100 + 300 * 50 + 400 * 50) / 200.0, hold.value(Metric.MEAN_FORCE_N), 1e-9);
        assertEquals(2 * (30 * 100 + 45 * 50 + 60 * 50) / 200.0, hold.value(Metric.PRESSURE_TIME_KPA_S), 1e-9);
        assertEquals(hold.value(Metric.MEAN_PRESSURE_KPA) / 50, hold.value(Metric.CEILING_SHARE_RATIO), 1e-12);
        assertEquals(
                List.of(0.0, 1500.0, 500.0, 500.0),
                List.of(
                        hold.value(Metric.BELOW_FLOOR_MS),
                        hold.value(Metric.IN_BAND_MS),
                        hold.value(Metric.AMBER_MS),
                        hold.value(Metric.OVER_CEILING_MS)));
        assertEquals(0, hold.value(Metric.DOUBTFUL_RATIO));
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
        assertEquals(1250, measured.get(0).measures().value(Metric.RELEASE_AFTER_MS));
        assertTrue(Double.isNaN(measured.get(1).measures().value(Metric.RELEASE_AFTER_MS)));
    }

    @Test
    void aSpanWithoutFramesHasNoMeanAndAGapAddsNoTime() {
        List<FeatureFrame> frames =
                new ArrayList<>(FeatureFrames.from(0).limb(100, 30).forMs(1000).list());
        frames.addAll(FeatureFrames.from(5_000_000).limb(100, 30).forMs(1000).list());
        List<MetricsBuilder.Measured> measured = measured(
                List.of(span(EventType.CONTACT, 0, 6_000_000), span(EventType.HOLD, 2_000_000, 4_000_000)), frames);
        assertEquals(30 * (0.99 + 0.99), measured.get(0).measures().value(Metric.PRESSURE_TIME_KPA_S), 1e-9);
        assertTrue(Double.isNaN(measured.get(1).measures().value(Metric.MEAN_PRESSURE_KPA)));
        assertEquals(0, measured.get(1).measures().value(Metric.FRAME_COUNT));
    }

    @Test
    void aContactTellsHowFastThePressureCame() {
        List<FeatureFrame> frames = FeatureFrames.from(0)
                .limb(60, 8)
                .slope(4)
                .forMs(100)
                .limb(90, 12)
                .slope(12)
                .forMs(100)
                .limb(150, 20)
                .slope(-1)
                .forMs(100)
                .limb(300, 40)
                .slope(8)
                .forMs(100)
                .limb(300, 41)
                .slope(99)
                .forMs(5000)
                .list();
        MetricsBuilder.Result result = result(List.of(span(EventType.CONTACT, 0, 5_400_000)), frames);
        Measures contact = result.spans().get(0).measures();
        // 90 % of the mean, 36 kPa, is there with the first frame at 40: ten of 4, ten of 12, ten of -1, one of 8.
        assertEquals(12, contact.value(Metric.APPROACH_MAX_KPA_PER_S));
        assertEquals(8, contact.value(Metric.APPROACH_MEDIAN_KPA_PER_S));
        assertEquals(8, contact.value(Metric.ONSET_PRESSURE_KPA));
        assertEquals(41, contact.value(Metric.HIGHEST_PRESSURE_KPA));
        assertEquals(1.5, contact.value(Metric.PEAK_TO_MEAN_RATIO), 1e-9);
        assertEquals(12, result.session().value(Metric.APPROACH_MAX_KPA_PER_S));
    }

    @Test
    void aStrokeTellsItsWayAndItsSpeed() {
        List<FeatureFrame> frames =
                FeatureFrames.from(0).limb(200, 30).speed(-100).forMs(1000).list();
        Measures stroke = measured(List.of(span(EventType.STROKE, 0, 1_000_000)), frames)
                .get(0)
                .measures();
        assertEquals(99, stroke.value(Metric.TRAVEL_MM), 1e-9);
        assertEquals(100, stroke.value(Metric.MEAN_SPEED_MM_PER_S), 1e-9);
        assertEquals(100, stroke.value(Metric.SPAN_P95_SPEED_MM_PER_S), 1e-4);
        assertEquals(45 * 1020 / (1000 * 200.0), stroke.value(Metric.CONCENTRATION_RATIO), 1e-9);
    }

    @Test
    void aSessionCountsWhatItsContactsHoldsAndEpisodesWere() {
        List<FeatureFrame> frames = FeatureFrames.from(0)
                .lifted()
                .forMs(10_000)
                .limb(200, 15)
                .forMs(20_000)
                .limb(300, 45)
                .flags(1)
                .forMs(30_000)
                .limb(400, 60)
                .flags(0)
                .forMs(40_000)
                .list();
        List<RollerEvent> events = List.of(
                span(EventType.CONTACT, 10_000_000, 100_000_000),
                span(EventType.HOLD, 10_000_000, 29_000_000),
                span(EventType.HOLD, 30_000_000, 60_000_000),
                span(EventType.RELEASE, 45_000_000, 45_000_000),
                span(EventType.HOLD, 60_000_000, 80_000_000),
                span(EventType.RELEASE, 70_000_000, 70_000_000),
                span(EventType.GUARDING, 59_000_000, 68_000_000),
                pain(61_000_000, 7),
                pain(90_000_000, 4));
        Measures session = result(events, frames).session();
        double[] wanted = {20_000, 30_000, 2, 20_000, 2, 2 / 3.0, 2, 12_500, 9.0 / 90, 60 / 90.0, 45, 2, 7, 4, 0.3, 0.3
        };
        Metric[] metrics = {
            Metric.BELOW_FLOOR_MS,
            Metric.AMBER_MS,
            Metric.PAIN_COUNT,
            Metric.MEDIAN_HOLD_MS,
            Metric.TARGET_HOLD_COUNT,
            Metric.TARGET_HOLD_RATIO,
            Metric.RELEASED_HOLD_COUNT,
            Metric.MEDIAN_RELEASE_AFTER_MS,
            Metric.GUARDING_RATIO,
            Metric.GUARDING_PER_MIN_COUNT,
            Metric.GUARDING_ONSET_KPA,
            Metric.PAIN_COUNT,
            Metric.WORST_PAIN_NRS,
            Metric.LAST_PAIN_NRS,
            Metric.DOUBTFUL_RATIO,
            Metric.SATURATED_RATIO
        };
        for (int index = 0; index < metrics.length; index++) {
            assertEquals(wanted[index], session.value(metrics[index]), 1e-9, metrics[index].key());
        }
        assertEquals(20 * 200 + 30 * 300 + 40 * 400, session.value(Metric.FORCE_TIME_N_S), 1e-6);
        assertEquals(19 * 15 + 30 * 45 + 20 * 60, session.value(Metric.HOLD_PRESSURE_TIME_KPA_S), 1e-6);
        assertEquals(0, session.value(Metric.ROLL_PRESSURE_TIME_KPA_S));
    }

    @Test
    void whatWasNotThereHasNoValueRatherThanZero() {
        Measures session = result(
                        List.of(), FeatureFrames.from(0).lifted().forMs(1000).list())
                .session();
        for (Metric metric : List.of(
                Metric.MEAN_FORCE_N,
                Metric.TARGET_HOLD_RATIO,
                Metric.MEDIAN_RELEASE_AFTER_MS,
                Metric.GUARDING_RATIO,
                Metric.GUARDING_ONSET_KPA,
                Metric.APPROACH_MAX_KPA_PER_S,
                Metric.WORST_PAIN_NRS)) {
            assertTrue(Double.isNaN(session.value(metric)), metric.key());
        }
        Metric.ofSessions().stream()
                .filter(Metric::isWhole)
                .forEach(metric -> assertEquals(0, session.value(metric), metric.key()));
    }

    @Test
    void whatAToolCannotTellHasNoValueRatherThanZero() {
        List<RollerEvent> events = List.of(span(EventType.CONTACT, 0, 2_000_000), span(EventType.HOLD, 0, 2_000_000));
        List<FeatureFrame> frames =
                FeatureFrames.from(0).limb(100, 30).forMs(2000).list();
        List<Metric> notLookedFor =
                List.of(Metric.RELEASED_HOLD_COUNT, Metric.GUARDING_RATIO, Metric.GUARDING_PER_MIN_COUNT);
        List<Metric> ofRolling = List.of(Metric.TRAVEL_MM, Metric.MEAN_SPEED_MM_PER_S, Metric.SPAN_P95_SPEED_MM_PER_S);
        for (PadGeometry geometry : PadGeometry.all()) {
            ToolProfile tool = ToolProfile.of(geometry.geometryId());
            MetricsBuilder.Result result = result(events, frames, tool);
            boolean isRoller = tool.kind() == ToolKind.ROLLER;
            for (Metric metric : notLookedFor) {
                double value = result.session().value(metric);
                assertEquals(isRoller ? 0 : Double.NaN, value, geometry.name() + metric.key());
            }
            for (Metric metric : ofRolling) {
                double value = result.spans().get(0).measures().value(metric);
                assertEquals(tool.kind() == ToolKind.STICK, Double.isNaN(value), geometry.name() + metric.key());
            }
            assertEquals(30, result.spans().get(0).measures().value(Metric.MEAN_PRESSURE_KPA), 1e-9);
        }
    }

    @Test
    void theFormulaOfTheConcentrationNamesEveryToolsTile() {
        for (PadGeometry geometry : PadGeometry.all()) {
            String words = "for geometry " + geometry.geometryId() + " (";
            String formula = Metric.CONCENTRATION_RATIO.formula();
            String before = formula.substring(0, formula.indexOf(words)).trim();
            double saidMm2 = Double.parseDouble(before.substring(before.lastIndexOf(' ') + 1));
            assertEquals(1, saidMm2 / geometry.tileAreaMm2(), 3e-6, geometry.name());
        }
    }

    @Test
    void everyMetricIsDefinedOnceWithItsUnitAndItsFormula() {
        for (List<Metric> level : List.of(Metric.ofSpans(), Metric.ofSessions())) {
            assertEquals(
                    level.size(), level.stream().map(Metric::key).distinct().count());
        }
        for (Metric metric : Metric.values()) {
            assertTrue(metric.definition().endsWith("."), metric.key());
            assertTrue(metric.formula().length() > 8, metric.key());
            boolean dimensionless =
                    metric.key().endsWith("_count") || metric.key().endsWith("_nrs");
            assertTrue(dimensionless || !metric.unit().isEmpty(), metric.key());
        }
    }

    private static RollerEvent pain(long timeUs, double painNrs) {
        return RollerEvent.completed(
                EventType.PAIN, timeUs, timeUs, timeUs, EVIDENCE, Figures.of(RollerEvent.PAIN_NRS, painNrs));
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
            assertEquals(own.size(), one.measures().value(Metric.FRAME_COUNT));
            if (own.isEmpty()) {
                continue;
            }
            double[] pressures = own.stream()
                    .mapToDouble(FeatureFrame::meanPressureKpa)
                    .sorted()
                    .toArray();
            assertEquals(
                    Arrays.stream(pressures).average().orElseThrow(),
                    one.measures().value(Metric.MEAN_PRESSURE_KPA),
                    1e-9);
            assertEquals(
                    pressures[(int) Math.ceil(0.95 * own.size()) - 1],
                    one.measures().value(Metric.P95_PRESSURE_KPA),
                    1e-5);
            assertEquals(
                    own.stream()
                            .mapToDouble(FeatureFrame::contactForceN)
                            .average()
                            .orElseThrow(),
                    one.measures().value(Metric.MEAN_FORCE_N),
                    1e-9);
            long overUs = own.stream()
                            .filter(frame -> frame.meanPressureKpa() > BAND.ceilingKpa() && frame.timeUs() > 0)
                            .count()
                    * FeatureFrames.STEP_US;
            assertEquals(overUs / 1000.0, one.measures().value(Metric.OVER_CEILING_MS));
        }
    }
}
