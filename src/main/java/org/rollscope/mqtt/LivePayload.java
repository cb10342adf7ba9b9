package org.rollscope.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.Activity;
import org.rollscope.frame.Quality;
import org.rollscope.session.Advice;
import org.rollscope.session.LiveMetrics;
import org.rollscope.telemetry.MetricsMessage.Live;

/** Payload of {@code live}. */
final class LivePayload {
    private LivePayload() {}

    static void write(PayloadWriter out, LiveMetrics metrics) throws IOException {
        out.put("state", metrics.activity().word());
        out.hundredths("total_force_n", metrics.totalForceN());
        out.hundredths("mean_pressure_kpa", metrics.meanPressureKpa());
        out.hundredths("peak_pressure_kpa", metrics.peakPressureKpa());
        out.hundredths("contact_area_mm2", metrics.contactAreaMm2());
        out.hundredths("speed_mm_per_s", metrics.speedMmPerS());
        out.put("hold_ms", metrics.holdMs());
        out.put("overpressure", metrics.overpressure());
        out.ratio("guarding_score_ratio", metrics.guardingScoreRatio());
        writeBand(out, metrics.band());
        out.put("advice", metrics.advice().word());
        out.ratio("pressure_error_ratio", metrics.pressureErrorRatio());
        out.beginArray("quality");
        writeQuality(out, metrics.qualityFlags());
        out.endArray();
        out.beginArray("pad_pressure_kpa");
        out.addPads(metrics.pads());
        out.endArray();
    }

    static Live read(Fields in) throws UnreadablePayloadException {
        return new Live(new LiveMetrics(
                in.whole("device_time_us"),
                in.word("state", Activity::ofWord),
                in.numberOrNaN("total_force_n"),
                in.numberOrNaN("mean_pressure_kpa"),
                in.numberOrNaN("peak_pressure_kpa"),
                in.numberOrNaN("contact_area_mm2"),
                in.numberOrNaN("speed_mm_per_s"),
                in.whole("hold_ms"),
                in.flag("overpressure"),
                in.numberOrNaN("guarding_score_ratio"),
                readBand(in),
                in.word("advice", Advice::ofWord),
                in.numberOrNaN("pressure_error_ratio"),
                readQuality(in.array("quality")),
                Numbers.readPads(in.array("pad_pressure_kpa"))));
    }

    static void writeBand(PayloadWriter out, PressureBand band) throws IOException {
        out.hundredths("floor_kpa", band.floorKpa());
        out.hundredths("amber_kpa", band.amberKpa());
        out.hundredths("ceiling_kpa", band.ceilingKpa());
        out.put("ceiling_source", band.source().word());
    }

    static PressureBand readBand(Fields in) throws UnreadablePayloadException {
        try {
            return new PressureBand(
                    in.number("floor_kpa"),
                    in.number("amber_kpa"),
                    in.number("ceiling_kpa"),
                    in.word("ceiling_source", CeilingSource::ofWord));
        } catch (IllegalArgumentException e) {
            throw new UnreadablePayloadException(String.valueOf(e.getMessage()));
        }
    }

    private static void writeQuality(PayloadWriter out, int qualityFlags) throws IOException {
        for (int bitIndex = 0; bitIndex < Integer.SIZE; bitIndex++) {
            String word = Quality.words(1 << bitIndex);
            if ((qualityFlags & 1 << bitIndex) != 0 && !word.isEmpty()) {
                out.add(word);
            }
        }
    }

    /** Words of a newer service are passed over. */
    private static int readQuality(JsonNode words) {
        int qualityFlags = Quality.GOOD_FLAGS;
        for (JsonNode word : words) {
            for (int bitIndex = 0; bitIndex < Integer.SIZE; bitIndex++) {
                if (!word.asText().isEmpty() && Quality.words(1 << bitIndex).equals(word.asText())) {
                    qualityFlags |= 1 << bitIndex;
                }
            }
        }
        return qualityFlags;
    }
}
