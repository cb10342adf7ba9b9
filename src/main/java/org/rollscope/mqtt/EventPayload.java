package org.rollscope.mqtt;

import java.io.IOException;
import java.util.Set;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.EventType;
import org.rollscope.detect.GuardingGrade;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.telemetry.MetricsMessage.Event;

/** Payload of {@code event}; times are session time in milliseconds with up to three decimals, so microseconds survive. */
final class EventPayload {
    private static final Set<String> KEYS = Set.of(
            "start_ms",
            "end_ms",
            "declared_ms",
            "mean_pressure_kpa",
            "peak_pressure_kpa",
            "ceiling_kpa",
            "confidence_ratio",
            "seq",
            "device_time_us");

    private EventPayload() {}

    static void write(PayloadWriter out, Event message) throws IOException {
        RollerEvent event = message.event();
        out.put("event_id", message.eventId());
        out.put("phase", event.phase().word());
        out.put("session_id", message.sessionId());
        out.put("type", event.type().word());
        out.milliseconds("start_ms", event.startUs());
        if (event.phase() == EventPhase.OPEN) {
            out.putNull("end_ms");
        } else {
            out.milliseconds("end_ms", event.endUs());
        }
        out.milliseconds("declared_ms", event.declaredUs());
        PressureEvidence evidence = event.evidence();
        out.hundredths("mean_pressure_kpa", evidence.meanPressureKpa());
        out.hundredths("peak_pressure_kpa", evidence.peakPressureKpa());
        out.hundredths("ceiling_kpa", evidence.ceilingKpa());
        out.ratio("confidence_ratio", evidence.confidenceRatio());
        out.figures(event.details());
        if (event.type() == EventType.GUARDING) {
            out.put("grade", GuardingGrade.of(event.details()).word());
        }
    }

    static Event read(Fields in) throws UnreadablePayloadException {
        return new Event(in.text("event_id"), in.text("session_id"), in.whole("device_time_us"), readEvent(in));
    }

    private static RollerEvent readEvent(Fields in) throws UnreadablePayloadException {
        EventType type = in.word("type", EventType::ofWord);
        EventPhase phase = in.word("phase", EventPhase::ofWord);
        long startUs = in.millisecondsAsUs("start_ms");
        long declaredUs = in.millisecondsAsUs("declared_ms");
        PressureEvidence evidence = new PressureEvidence(
                in.numberOrNaN("mean_pressure_kpa"),
                in.numberOrNaN("peak_pressure_kpa"),
                in.numberOrNaN("ceiling_kpa"),
                in.numberOrNaN("confidence_ratio"));
        RollerEvent event;
        try {
            event = phase == EventPhase.OPEN
                    ? RollerEvent.started(type, startUs, declaredUs, evidence, in.figuresBesides(KEYS))
                    : RollerEvent.completed(
                            type,
                            startUs,
                            in.millisecondsAsUs("end_ms"),
                            declaredUs,
                            evidence,
                            in.figuresBesides(KEYS));
        } catch (IllegalArgumentException e) {
            throw new UnreadablePayloadException(String.valueOf(e.getMessage()));
        }
        if (event.phase() != phase) {
            throw new UnreadablePayloadException("phase " + phase.word() + " does not go with type " + type.word());
        }
        return event;
    }
}
