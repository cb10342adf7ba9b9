package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.GuardingGrade;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.Outage;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;

/** The document of {@code sessions show --json} and {@code analyse --json}, schema rollscope.session/1. */
public final class SessionDocument {
    static final String SCHEMA = "rollscope.session/1";

    private SessionDocument() {}

    /** A session without outages and clock steps. */
    public static ObjectNode of(
            SessionRecord record, LinkCounters link, @Nullable SessionSummary summary, List<RollerEvent> events) {
        return of(record, link, summary, events, List.of(), 0);
    }

    public static ObjectNode of(
            SessionRecord record,
            LinkCounters link,
            @Nullable SessionSummary summary,
            List<RollerEvent> events,
            List<Outage> outages,
            long clockStepMs) {
        ObjectNode document = JsonOutput.object().put("schema", SCHEMA);
        head(document, record);
        document.set("device", device(record.hello()));
        document.put("calibration_id", record.calibrationId())
                .put("software_version", record.softwareVersion())
                .put("settings_hash", record.settingsHash());
        document.putObject("link")
                .put("frame_count", link.frameCount())
                .put("lost_frame_count", link.lostFrameCount())
                .put("rejected_frame_count", link.rejectedFrameCount())
                .put("reset_count", link.resetCount())
                .put("rate_hz", record.hello().rateHz());
        if (summary == null) {
            document.putNull("summary");
        } else {
            document.set("summary", summary(record, summary));
        }
        ArrayNode list = document.putArray("events");
        events.forEach(event -> list.add(event(event)));
        ArrayNode missing = document.putArray("outages");
        outages.forEach(outage -> missing.add(outage(outage)));
        document.put("clock_step_ms", clockStepMs);
        return document;
    }

    private static ObjectNode outage(Outage outage) {
        return JsonOutput.object()
                .put("kind", outage.kind().word())
                .put("start_ms", JsonOutput.ms(outage.startUs()))
                .put("end_ms", JsonOutput.ms(outage.endUs()))
                .put("reason", outage.reason())
                .put("lost_frame_count", outage.lostFrameCount());
    }

    /** What identifies a session, for lists too. */
    static void head(ObjectNode document, SessionRecord record) {
        document.put("session_id", record.sessionId())
                .put("started_at", record.startedAt().toString())
                .put("roller_id", record.rollerId())
                .put("athlete_id", record.athleteId())
                .put("muscle", record.muscle().word())
                .put("side", record.side().word());
        document.putObject("band")
                .put("floor_kpa", record.band().floorKpa())
                .put("amber_kpa", record.band().amberKpa())
                .put("ceiling_kpa", record.band().ceilingKpa())
                .put("ceiling_source", record.band().source().word());
    }

    private static ObjectNode device(BoardHello hello) {
        return JsonOutput.object()
                .put("board_serial", hello.boardSerial())
                .put("firmware_version", hello.firmwareVersion())
                .put("clock", hello.clockWord())
                .put("protocol_version", hello.protocolVersion())
                .put("geometry_id", hello.geometryId())
                .put("pad_count", hello.padCount())
                .put("adc_bits", hello.adcBits());
    }

    private static ObjectNode summary(SessionRecord record, SessionSummary summary) {
        ObjectNode node = JsonOutput.object()
                .put("duration_ms", summary.durationMs())
                .put("contact_ms", summary.contactMs())
                .put("hold_ms", summary.holdMs())
                .put("roll_ms", summary.rollMs())
                .put("in_band_ms", summary.inBandMs())
                .put("over_ceiling_ms", summary.overCeilingMs())
                .put("hold_count", summary.holdCount())
                .put("stroke_count", summary.strokeCount())
                .put("overpressure_count", summary.overpressureCount())
                .put("mean_pressure_kpa", summary.meanPressureKpa())
                .put("peak_pressure_kpa", summary.peakPressureKpa())
                .put("pressure_time_kpa_s", summary.pressureTimeKpaS())
                // Null where tool or version could not tell: a zero would claim that there was none.
                .put(
                        "median_speed_mm_per_s",
                        record.tells(EventType.ROLL) ? (Double) summary.medianSpeedMmPerS() : null)
                .putNull(SessionSummary.GUARDING_MS)
                .putNull(SessionSummary.GUARDING_COUNT)
                .putNull(SessionSummary.RELEASE_COUNT);
        figures(node, summary.figures());
        return node;
    }

    /** Puts in figures by their names; counts and times have no fraction. */
    private static void figures(ObjectNode node, Figures figures) {
        figures.values().forEach((name, value) -> {
            boolean isReason = name.startsWith(Figures.REASON_PREFIX);
            ObjectNode into = isReason ? node.withObject("/reasons") : node;
            String key = isReason ? name.substring(Figures.REASON_PREFIX.length()) : name;
            if (key.endsWith("_count") || key.endsWith("_ms")) {
                into.put(key, Math.round(value));
            } else {
                into.put(key, value);
            }
        });
    }

    static ObjectNode event(RollerEvent event) {
        ObjectNode node = JsonOutput.object()
                .put("type", event.type().word())
                .put("start_ms", JsonOutput.ms(event.startUs()))
                .put("end_ms", JsonOutput.ms(event.endUs()))
                .put("declared_ms", JsonOutput.ms(event.declaredUs()))
                .put("mean_pressure_kpa", event.evidence().meanPressureKpa())
                .put("peak_pressure_kpa", event.evidence().peakPressureKpa())
                .put("ceiling_kpa", event.evidence().ceilingKpa())
                .put("confidence_ratio", event.evidence().confidenceRatio());
        figures(node, event.details());
        if (event instanceof RollerEvent.StrokeCompleted stroke) {
            node.put("mean_speed_mm_per_s", stroke.meanSpeedMmPerS());
        } else if (event.type() == EventType.GUARDING) {
            node.put("grade", GuardingGrade.of(event.details()).word());
        }
        return node;
    }
}
