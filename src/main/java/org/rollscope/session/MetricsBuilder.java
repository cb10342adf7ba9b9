package org.rollscope.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.detect.ToolProfile;
import org.rollscope.feature.FeatureFrame;

/**
 * Measures a session and every event of it that has a length, in one pass over its frames.
 *
 * <p>The events must be known beforehand: a hold begins before anything can tell that it is one. <b>Threads.</b> One.
 */
public final class MetricsBuilder {
    /**
     * An event with what its span amounted to.
     *
     * @param event which.
     * @param measures of its frames.
     */
    public record Measured(RollerEvent event, Measures measures) {}

    /**
     * All of a session.
     *
     * @param session of the session, besides its summary.
     * @param spans of its events, by onset.
     */
    public record Result(Measures session, List<Measured> spans) {
        /** Copies the list. */
        public Result {
            spans = List.copyOf(spans);
        }
    }

    private final List<RollerEvent> events;
    private final List<RollerEvent> byOnset;
    private final List<SpanMeter> meters = new ArrayList<>();
    private final List<Approach> approaches = new ArrayList<>();
    private final List<Integer> openIndexes = new ArrayList<>();
    private final SessionMeter session;
    private int nextIndex;
    private long lastTimeUs = -1;

    /**
     * Nothing is measured yet.
     *
     * @param events of the session; those that are open or have no length are passed over.
     * @param band in force.
     * @param tool that presses; metrics that it cannot tell are missing, not 0.
     */
    public MetricsBuilder(List<RollerEvent> events, PressureBand band, ToolProfile tool) {
        this.events = List.copyOf(events);
        byOnset = events.stream()
                .filter(event -> event.phase() != EventPhase.OPEN && event.endUs() > event.startUs())
                .sorted(Comparator.comparingLong(RollerEvent::startUs))
                .toList();
        byOnset.forEach(event -> {
            meters.add(new SpanMeter(band, tool));
            approaches.add(new Approach());
        });
        session = new SessionMeter(new SpanMeter(band, tool), tool);
    }

    /**
     * Takes in the next frame.
     *
     * @param frame later than the one before.
     * @param inContact whether a limb lies on the roller.
     */
    public void accept(FeatureFrame frame, boolean inContact) {
        long timeUs = frame.timeUs();
        long stepUs = lastTimeUs < 0 ? 0 : timeUs - lastTimeUs;
        lastTimeUs = timeUs;
        session.accept(frame, stepUs, inContact);
        while (nextIndex < byOnset.size() && byOnset.get(nextIndex).startUs() <= timeUs) {
            openIndexes.add(nextIndex++);
        }
        openIndexes.removeIf(index -> byOnset.get(index).endUs() <= timeUs);
        for (int index : openIndexes) {
            meters.get(index).accept(frame, stepUs);
            if (byOnset.get(index).type() == EventType.CONTACT) {
                approaches.get(index).accept(frame.pressureSlopeKpaPerS());
            }
        }
    }

    /** All that was measured. */
    public Result build() {
        List<Measured> measured = new ArrayList<>();
        for (int index = 0; index < byOnset.size(); index++) {
            RollerEvent event = byOnset.get(index);
            SpanMeter meter = meters.get(index);
            Measures measures = meter.measures();
            if (event.type() == EventType.CONTACT) {
                measures = measures.and(approaches.get(index).measures(measures, meter.pressuresKpa()));
            } else if (event.type() == EventType.HOLD) {
                measures = measures.and(Map.of(Metric.RELEASE_AFTER_MS, releaseAfterMs(event)));
            }
            measured.add(new Measured(event, measures));
        }
        return new Result(session.measures(measured, events), measured);
    }

    private double releaseAfterMs(RollerEvent span) {
        return events.stream()
                .filter(event -> event.type() == EventType.RELEASE)
                .filter(event -> event.startUs() >= span.startUs() && event.startUs() <= span.endUs())
                .mapToDouble(event -> (event.startUs() - span.startUs()) / 1000.0)
                .min()
                .orElse(Double.NaN);
    }
}
