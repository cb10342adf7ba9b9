package org.rollscope.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.feature.FeatureFrame;

/**
 * Measures every event of a session that has a length, in one pass over its frames.
 *
 * <p>The events must be known beforehand: a hold begins before anything can tell that it is one. <b>Threads.</b> One.
 */
public final class MetricsBuilder {
    /**
     * An event with what its span amounted to.
     *
     * @param event which.
     * @param metrics of its frames.
     * @param releaseAfterMs of a hold: from its onset to the first release in it; NaN without one.
     */
    public record Measured(RollerEvent event, SpanMetrics metrics, double releaseAfterMs) {}

    private final List<RollerEvent> events;
    private final List<RollerEvent> byOnset;
    private final List<SpanMeter> meters = new ArrayList<>();
    private final List<Integer> openIndexes = new ArrayList<>();
    private int nextIndex;
    private long lastTimeUs = -1;

    /**
     * Nothing is measured yet.
     *
     * @param events of the session; those that are open or have no length are passed over.
     * @param band in force.
     */
    public MetricsBuilder(List<RollerEvent> events, PressureBand band) {
        this.events = List.copyOf(events);
        byOnset = events.stream()
                .filter(event -> event.phase() != EventPhase.OPEN && event.endUs() > event.startUs())
                .sorted(Comparator.comparingLong(RollerEvent::startUs))
                .toList();
        byOnset.forEach(event -> meters.add(new SpanMeter(band)));
    }

    /** Takes in the next frame. */
    public void accept(FeatureFrame frame) {
        long timeUs = frame.timeUs();
        long stepUs = lastTimeUs < 0 ? 0 : timeUs - lastTimeUs;
        lastTimeUs = timeUs;
        while (nextIndex < byOnset.size() && byOnset.get(nextIndex).startUs() <= timeUs) {
            openIndexes.add(nextIndex++);
        }
        openIndexes.removeIf(index -> byOnset.get(index).endUs() <= timeUs);
        for (int index : openIndexes) {
            meters.get(index).accept(frame, stepUs);
        }
    }

    /** All that was measured, by onset. */
    public List<Measured> build() {
        List<Measured> measured = new ArrayList<>();
        for (int index = 0; index < byOnset.size(); index++) {
            RollerEvent event = byOnset.get(index);
            measured.add(new Measured(event, meters.get(index).metrics(), releaseAfterMs(event)));
        }
        return measured;
    }

    private double releaseAfterMs(RollerEvent span) {
        if (span.type() != EventType.HOLD) {
            return Double.NaN;
        }
        return events.stream()
                .filter(event -> event.type() == EventType.RELEASE)
                .filter(event -> event.startUs() >= span.startUs() && event.startUs() <= span.endUs())
                .mapToDouble(event -> (event.startUs() - span.startUs()) / 1000.0)
                .min()
                .orElse(Double.NaN);
    }
}
