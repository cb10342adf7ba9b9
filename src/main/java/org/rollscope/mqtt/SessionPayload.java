package org.rollscope.mqtt;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
    private SessionPayload() {}

    static void write(ObjectNode out, @Nullable SessionRecord running) {
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
        DevicePayload.writeHello(out.putObject("device"), running.hello());
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

    static void writeSummary(ObjectNode out, Summary message) {
        out.put("session_id", message.sessionId());
        out.put("started_at", message.startedAt().toString());
        ObjectNode link = out.putObject("link");
        link.put("frame_count", message.link().frameCount());
        link.put("lost_frame_count", message.link().lostFrameCount());
        link.put("rejected_frame_count", message.link().rejectedFrameCount());
        link.put("reset_count", message.link().resetCount());
        link.put("received_bytes", message.link().receivedBytes());
        SessionSummary summary = message.summary();
        ObjectNode amounts = out.putObject("summary");
        amounts.put("duration_ms", summary.durationMs());
        amounts.put("contact_ms", summary.contactMs());
        amounts.put("hold_ms", summary.holdMs());
        amounts.put("roll_ms", summary.rollMs());
        amounts.put("in_band_ms", summary.inBandMs());
        amounts.put("over_ceiling_ms", summary.overCeilingMs());
        amounts.put("hold_count", summary.holdCount());
        amounts.put("stroke_count", summary.strokeCount());
        amounts.put("overpressure_count", summary.overpressureCount());
        Numbers.hundredths(amounts, "mean_pressure_kpa", summary.meanPressureKpa());
        Numbers.hundredths(amounts, "peak_pressure_kpa", summary.peakPressureKpa());
        Numbers.hundredths(amounts, "pressure_time_kpa_s", summary.pressureTimeKpaS());
        Numbers.hundredths(amounts, "median_speed_mm_per_s", summary.medianSpeedMmPerS());
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
                        amounts.numberOrNaN("median_speed_mm_per_s")));
    }
}
