package org.rollscope.session;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.detect.ToolProfile;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.frame.Quality;

/**
 * Adds up what a whole session has besides its summary.
 *
 * <p><b>Threads.</b> One.
 */
final class SessionMeter {
    /** Holds as practice wants them, domain study 8.1: 20 to 90 s. */
    private static final long TARGET_FROM_US = 20_000_000;

    private static final long TARGET_TO_US = 90_000_000;

    private final SpanMeter contact;
    private final ToolProfile tool;
    private long frameCount;
    private long doubtfulCount;
    private long saturatedCount;

    /**
     * Nothing is measured yet.
     *
     * @param contact measures the frames of the contacts.
     * @param tool that presses.
     */
    SessionMeter(SpanMeter contact, ToolProfile tool) {
        this.contact = contact;
        this.tool = tool;
    }

    void accept(FeatureFrame frame, long stepUs, boolean inContact) {
        frameCount++;
        doubtfulCount += frame.qualityFlags() == Quality.GOOD_FLAGS ? 0 : 1;
        saturatedCount += (frame.qualityFlags() & Quality.PAD_SATURATED_FLAGS) == 0 ? 0 : 1;
        if (inContact) {
            contact.accept(frame, stepUs);
        }
    }

    /**
     * What it amounted to.
     *
     * @param spans every event with a length.
     * @param events all.
     */
    Measures measures(List<MetricsBuilder.Measured> spans, List<RollerEvent> events) {
        Map<Metric, Double> all = new EnumMap<>(Metric.class);
        Measures pressed = contact.measures();
        Metric.ofSessions().stream()
                .filter(metric -> pressed.values().containsKey(metric))
                .forEach(metric -> all.put(metric, pressed.value(metric)));
        all.put(Metric.HOLD_PRESSURE_TIME_KPA_S, sum(spans, EventType.HOLD, Metric.PRESSURE_TIME_KPA_S));
        all.put(Metric.ROLL_PRESSURE_TIME_KPA_S, sum(spans, EventType.ROLL, Metric.PRESSURE_TIME_KPA_S));
        all.put(Metric.HOLD_FORCE_TIME_N_S, sum(spans, EventType.HOLD, Metric.FORCE_TIME_N_S));
        all.put(Metric.ROLL_FORCE_TIME_N_S, sum(spans, EventType.ROLL, Metric.FORCE_TIME_N_S));
        double[] steepest = sorted(spans, EventType.CONTACT, Metric.APPROACH_MAX_KPA_PER_S);
        if (steepest.length > 0) {
            all.put(Metric.APPROACH_MAX_KPA_PER_S, steepest[steepest.length - 1]);
        }
        all.put(
                Metric.APPROACH_MEDIAN_KPA_PER_S,
                Series.median(sorted(spans, EventType.CONTACT, Metric.APPROACH_MEDIAN_KPA_PER_S)));
        holds(all, spans);
        if (tool.has(EventType.RELEASE)) {
            releases(all, spans);
        }
        if (tool.has(EventType.GUARDING)) {
            guarding(all, spans);
        }
        pain(all, events);
        all.put(Metric.DOUBTFUL_RATIO, (double) doubtfulCount / frameCount);
        all.put(Metric.SATURATED_RATIO, (double) saturatedCount / frameCount);
        return new Measures(all);
    }

    private static void holds(Map<Metric, Double> all, List<MetricsBuilder.Measured> spans) {
        double[] lengthsUs = spans.stream()
                .filter(span -> span.event().type() == EventType.HOLD)
                .mapToDouble(span -> span.event().endUs() - span.event().startUs())
                .sorted()
                .toArray();
        double targetCount = Arrays.stream(lengthsUs)
                .filter(lengthUs -> lengthUs >= TARGET_FROM_US && lengthUs <= TARGET_TO_US)
                .count();
        all.put(Metric.MEDIAN_HOLD_MS, Series.median(lengthsUs) / 1e3);
        all.put(Metric.TARGET_HOLD_COUNT, targetCount);
        all.put(Metric.TARGET_HOLD_RATIO, targetCount / lengthsUs.length);
    }

    private static void releases(Map<Metric, Double> all, List<MetricsBuilder.Measured> spans) {
        double[] releasesMs = sorted(spans, EventType.HOLD, Metric.RELEASE_AFTER_MS);
        all.put(Metric.RELEASED_HOLD_COUNT, (double) releasesMs.length);
        all.put(Metric.MEDIAN_RELEASE_AFTER_MS, Series.median(releasesMs));
    }

    private static void guarding(Map<Metric, Double> all, List<MetricsBuilder.Measured> spans) {
        double contactUs = lengthUs(spans, EventType.CONTACT);
        long episodeCount = spans.stream()
                .filter(span -> span.event().type() == EventType.GUARDING)
                .count();
        all.put(Metric.GUARDING_RATIO, lengthUs(spans, EventType.GUARDING) / contactUs);
        all.put(Metric.GUARDING_PER_MIN_COUNT, episodeCount * 60e6 / contactUs);
        all.put(Metric.GUARDING_ONSET_KPA, Series.median(sorted(spans, EventType.GUARDING, Metric.ONSET_PRESSURE_KPA)));
    }

    private static void pain(Map<Metric, Double> all, List<RollerEvent> events) {
        double[] said = events.stream()
                .filter(event -> event.type() == EventType.PAIN)
                .mapToDouble(event -> event.details().value(RollerEvent.PAIN_NRS))
                .toArray();
        all.put(Metric.PAIN_COUNT, (double) said.length);
        if (said.length > 0) {
            all.put(Metric.WORST_PAIN_NRS, Arrays.stream(said).max().orElseThrow());
            all.put(Metric.LAST_PAIN_NRS, said[said.length - 1]);
        }
    }

    private static double sum(List<MetricsBuilder.Measured> spans, EventType type, Metric metric) {
        return Arrays.stream(sorted(spans, type, metric)).sum();
    }

    private static double lengthUs(List<MetricsBuilder.Measured> spans, EventType type) {
        return spans.stream()
                .filter(span -> span.event().type() == type)
                .mapToDouble(span -> span.event().endUs() - span.event().startUs())
                .sum();
    }

    /** The values of a metric over spans of a type, those that have one, from the smallest on. */
    private static double[] sorted(List<MetricsBuilder.Measured> spans, EventType type, Metric metric) {
        return spans.stream()
                .filter(span ->
                        span.event().type() == type && span.measures().values().containsKey(metric))
                .mapToDouble(span -> span.measures().value(metric))
                .sorted()
                .toArray();
    }
}
