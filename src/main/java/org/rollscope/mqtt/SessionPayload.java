package org.rollscope.mqtt;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.telemetry.MetricsMessage.Session;
import org.rollscope.telemetry.MetricsMessage.Summary;

/** Payloads of {@code session} and {@code summary}. */
final class SessionPayload {
    private static final Set<String> SUMMARY_KEYS = Set.of(
            "duration_ms",
            "contact_ms",
            "hold_ms",
            "roll_ms",
            "in_band_ms",
            "over_ceiling_ms",
            "hold_count",
            "stroke_count",
            "overpressure_count",
            "mean_pressure_kpa",
            "peak_pressure_kpa",
            "pressure_time_kpa_s",
            "median_speed_mm_per_s");

    private SessionPayload() {}

    static void write(PayloadWriter out, @Nullable SessionRecord running) throws IOException {
        out.put("running", running != null);
        if (running == null) {
            return;
        }
        out.put("session_id", running.sessionId());
        out.put("started_at", running.startedAt().toString());
        out.put("roller_id", running.rollerId());
        out.put("athlete_id", running.athleteId());
        out.put("muscle", running.muscle().word());
        out.put("side", running.side().word());
        LivePayload.writeBand(out, running.band());
        out.beginObject("device");
        DevicePayload.writeHello(out, running.hello());
        out.endObject();
        out.put("calibration_id", running.calibrationId());
        out.put("software_version", running.softwareVersion());
        out.put("settings_hash", running.settingsHash());
    }

    static Session read(Fields in) throws UnreadablePayloadException {
        if (!in.flag("running")) {
            return new Session(null);
        }
        return new Session(new SessionRecord(
                in.text("session_id"),
                in.instant("started_at"),
                in.text("roller_id"),
                in.text("athlete_id"),
                in.word("muscle", Muscle::ofWord),
                in.word("side", Side::ofWord),
                LivePayload.readBand(in),
                DevicePayload.readHello(in.object("device")),
                in.text("calibration_id"),
                in.text("software_version"),
                in.text("settings_hash")));
    }

    static void writeSummary(PayloadWriter out, Summary message) throws IOException {
        out.put("session_id", message.sessionId());
        out.put("started_at", message.startedAt().toString());
        out.beginObject("link");
        out.put("frame_count", message.link().frameCount());
        out.put("lost_frame_count", message.link().lostFrameCount());
        out.put("rejected_frame_count", message.link().rejectedFrameCount());
        out.put("reset_count", message.link().resetCount());
        out.put("received_bytes", message.link().receivedBytes());
        out.endObject();
        SessionSummary summary = message.summary();
        out.beginObject("summary");
        out.put("duration_ms", summary.durationMs());
        out.put("contact_ms", summary.contactMs());
        out.put("hold_ms", summary.holdMs());
        out.put("roll_ms", summary.rollMs());
        out.put("in_band_ms", summary.inBandMs());
        out.put("over_ceiling_ms", summary.overCeilingMs());
        out.put("hold_count", summary.holdCount());
        out.put("stroke_count", summary.strokeCount());
        out.put("overpressure_count", summary.overpressureCount());
        out.hundredths("mean_pressure_kpa", summary.meanPressureKpa());
        out.hundredths("peak_pressure_kpa", summary.peakPressureKpa());
        out.hundredths("pressure_time_kpa_s", summary.pressureTimeKpaS());
        out.hundredths("median_speed_mm_per_s", summary.medianSpeedMmPerS());
        out.figures(summary.figures());
        out.endObject();
    }

    static Summary readSummary(Fields in) throws UnreadablePayloadException {
        Fields link = in.object("link");
        Fields amounts = in.object("summary");
        return new Summary(
                in.text("session_id"),
                in.instant("started_at"),
                new LinkCounters(
                        link.whole("frame_count"),
                        link.whole("lost_frame_count"),
                        link.whole("rejected_frame_count"),
                        link.whole("reset_count"),
                        link.whole("received_bytes")),
                new SessionSummary(
                        amounts.whole("duration_ms"),
                        amounts.whole("contact_ms"),
                        amounts.whole("hold_ms"),
                        amounts.whole("roll_ms"),
                        amounts.whole("in_band_ms"),
                        amounts.whole("over_ceiling_ms"),
                        amounts.smallWhole("hold_count"),
                        amounts.smallWhole("stroke_count"),
                        amounts.smallWhole("overpressure_count"),
                        amounts.numberOrNaN("mean_pressure_kpa"),
                        amounts.numberOrNaN("peak_pressure_kpa"),
                        amounts.numberOrNaN("pressure_time_kpa_s"),
                        amounts.numberOrNaN("median_speed_mm_per_s"),
                        amounts.figuresBesides(SUMMARY_KEYS)));
    }
}
