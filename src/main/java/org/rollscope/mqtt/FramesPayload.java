package org.rollscope.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.rollscope.detect.Activity;
import org.rollscope.session.FramePoint;
import org.rollscope.session.PadPressures;
import org.rollscope.telemetry.MetricsMessage.Frames;

/**
 * Payload of {@code frames}: a CBOR map in columns, one entry per frame in each array.
 *
 * <pre>
 * key                   entries
 * columns.device_time_us     whole number
 * columns.sequence           whole number; a hole is a missing frame
 * columns.state              index into "states"
 * columns.total_force_n      \
 * columns.mean_pressure_kpa   |
 * columns.peak_pressure_kpa   | rounded to 0.01; whole ones as CBOR integer, others in single precision
 * columns.contact_area_mm2    | (round to 0.01 after reading); null where not known
 * columns.speed_mm_per_s     /
 * columns.overpressure       true or false
 * columns.pad_pressure_kpa   array of one value per pad, the same way
 * states                array of words, in the order that "state" counts
 * </pre>
 *
 * <p>Beside them stand the keys of every payload; the outer {@code device_time_us} is that of the last frame. Most pads
 * are unloaded most of the time and cost one byte each.
 */
final class FramesPayload {
    private static final int MAX_FRAME_COUNT = 1000;

    private static final List<Activity> STATES = List.of(Activity.values());

    private FramesPayload() {}

    static void write(PayloadWriter out, List<FramePoint> points) throws IOException {
        out.beginArray("states");
        for (Activity activity : STATES) {
            out.add(activity.word());
        }
        out.endArray();
        out.beginObject("columns");
        column(out, "device_time_us", points, point -> out.add(point.deviceTimeUs()));
        column(out, "sequence", points, point -> out.add(point.sequence()));
        column(out, "state", points, point -> out.add(STATES.indexOf(point.activity())));
        column(out, "total_force_n", points, point -> out.addHundredths(point.totalForceN()));
        column(out, "mean_pressure_kpa", points, point -> out.addHundredths(point.meanPressureKpa()));
        column(out, "peak_pressure_kpa", points, point -> out.addHundredths(point.peakPressureKpa()));
        column(out, "contact_area_mm2", points, point -> out.addHundredths(point.contactAreaMm2()));
        column(out, "speed_mm_per_s", points, point -> out.addHundredths(point.speedMmPerS()));
        column(out, "overpressure", points, point -> out.add(point.overpressure()));
        column(out, "pad_pressure_kpa", points, point -> out.addPadArray(point.pads()));
        out.endObject();
    }

    private static void column(PayloadWriter out, String key, List<FramePoint> points, Value value) throws IOException {
        out.beginArray(key);
        for (FramePoint point : points) {
            value.write(point);
        }
        out.endArray();
    }

    /** Writes one value of a column. */
    private interface Value {
        void write(FramePoint point) throws IOException;
    }

    static Frames read(Fields in) throws UnreadablePayloadException {
        List<Activity> states = states(in.array("states"));
        Fields columns = in.object("columns");
        JsonNode deviceTimes = columns.array("device_time_us");
        int count = deviceTimes.size();
        if (count < 1 || count > MAX_FRAME_COUNT) {
            throw new UnreadablePayloadException("a batch has 1.." + MAX_FRAME_COUNT + " frames, this one " + count);
        }
        JsonNode sequences = columns.arrayOfLength("sequence", count);
        JsonNode state = columns.arrayOfLength("state", count);
        JsonNode force = columns.arrayOfLength("total_force_n", count);
        JsonNode mean = columns.arrayOfLength("mean_pressure_kpa", count);
        JsonNode peak = columns.arrayOfLength("peak_pressure_kpa", count);
        JsonNode area = columns.arrayOfLength("contact_area_mm2", count);
        JsonNode speed = columns.arrayOfLength("speed_mm_per_s", count);
        JsonNode overpressure = columns.arrayOfLength("overpressure", count);
        JsonNode pads = columns.arrayOfLength("pad_pressure_kpa", count);
        List<FramePoint> points = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            points.add(new FramePoint(
                    whole(deviceTimes.get(index), "device_time_us"),
                    whole(sequences.get(index), "sequence"),
                    activity(state.get(index), states),
                    Numbers.readHundredths(force.get(index), "total_force_n"),
                    Numbers.readHundredths(mean.get(index), "mean_pressure_kpa"),
                    Numbers.readHundredths(peak.get(index), "peak_pressure_kpa"),
                    Numbers.readHundredths(area.get(index), "contact_area_mm2"),
                    Numbers.readHundredths(speed.get(index), "speed_mm_per_s"),
                    flag(overpressure.get(index)),
                    padPressures(pads.get(index))));
        }
        return new Frames(points);
    }

    private static List<Activity> states(JsonNode words) throws UnreadablePayloadException {
        List<Activity> states = new ArrayList<>();
        for (JsonNode word : words) {
            states.add(activityOfWord(word.asText()));
        }
        return states;
    }

    /** A state of a newer service is told as unknown. */
    private static Activity activityOfWord(String word) {
        try {
            return Activity.ofWord(word);
        } catch (IllegalArgumentException e) {
            return Activity.UNKNOWN;
        }
    }

    private static Activity activity(JsonNode index, List<Activity> states) throws UnreadablePayloadException {
        if (!index.isInt() || index.intValue() < 0 || index.intValue() >= states.size()) {
            throw new UnreadablePayloadException("state has an index outside the list of states");
        }
        return states.get(index.intValue());
    }

    private static long whole(JsonNode value, String key) throws UnreadablePayloadException {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new UnreadablePayloadException(key + " has a value that is not a whole number");
        }
        return value.longValue();
    }

    private static boolean flag(JsonNode value) throws UnreadablePayloadException {
        if (!value.isBoolean()) {
            throw new UnreadablePayloadException("overpressure has a value that is not true or false");
        }
        return value.booleanValue();
    }

    private static PadPressures padPressures(JsonNode pads) throws UnreadablePayloadException {
        if (!pads.isArray()) {
            throw new UnreadablePayloadException("pad_pressure_kpa has an entry that is not an array");
        }
        return Numbers.readPads(pads);
    }
}
