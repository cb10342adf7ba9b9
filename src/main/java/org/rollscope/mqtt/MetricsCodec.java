package org.rollscope.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.MetricsMessage.Device;
import org.rollscope.telemetry.MetricsMessage.Event;
import org.rollscope.telemetry.MetricsMessage.Frames;
import org.rollscope.telemetry.MetricsMessage.Live;
import org.rollscope.telemetry.MetricsMessage.Planned;
import org.rollscope.telemetry.MetricsMessage.Routine;
import org.rollscope.telemetry.MetricsMessage.Session;
import org.rollscope.telemetry.MetricsMessage.Status;
import org.rollscope.telemetry.MetricsMessage.Summary;
import org.rollscope.telemetry.Topic;

/**
 * Messages to payloads and back: JSON in UTF-8, and CBOR for {@code frames}.
 *
 * <p>Every payload but the will carries {@code schema}, {@code seq}, {@code service_start_id}, {@code device_time_us} and
 * {@code sent_at}. Unknown keys are passed over, so that an older viewer reads a newer service of the same schema.
 * <b>Units.</b> In each key; pressures and forces are rounded to 0.01, ratios to 0.0001, NaN is written as null.
 * <b>Errors.</b> A payload that cannot be read is {@link Decoded.Unreadable}, never an exception. <b>Threads.</b> Any.
 */
public final class MetricsCodec {
    /** Larger payloads are neither written nor read. */
    public static final int MAX_PAYLOAD_BYTES = 256 * 1024;

    /** Calls after which the machine compiles what it runs, and a few more. */
    private static final int REHEARSAL_COUNT = 400;

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(16)
            .maxStringLength(4096)
            .maxNumberLength(64)
            .build();

    private static final ObjectMapper JSON = strict(new ObjectMapper(
            JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build()));
    private static final ObjectMapper CBOR = strict(new ObjectMapper(
            CBORFactory.builder().streamReadConstraints(CONSTRAINTS).build()));

    private static ObjectMapper strict(ObjectMapper mapper) {
        return mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** The will: exactly {@code {"state":"offline"}}. */
    public byte[] will() {
        return "{\"state\":\"offline\"}".getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes an alarm a few hundred times for nobody: the first real one must not wait until its classes are read and
     * compiled, some 40 ms.
     */
    void rehearse() {
        PressureEvidence evidence = new PressureEvidence(61.25, 96.5, 60, 0.9876);
        Envelope envelope = new Envelope("rehearsal", 0, Instant.EPOCH);
        for (int count = 0; count < REHEARSAL_COUNT; count++) {
            RollerEvent alarm =
                    RollerEvent.started(EventType.OVERPRESSURE, count * 1001L, count * 1003L, evidence, Figures.NONE);
            encode("rehearsal", new Event("rehearsal/overpressure/0", "rehearsal", count, alarm), envelope);
        }
    }

    /**
     * Writes a message.
     *
     * @param rollerId whose it is.
     * @param message what to say.
     * @param envelope what stands around it.
     * @return the payload for the message's topic.
     */
    public byte[] encode(String rollerId, MetricsMessage message, Envelope envelope) {
        try {
            return write(rollerId, message, envelope);
        } catch (IOException failed) {
            throw new IllegalStateException("plain values can always be written to memory", failed);
        }
    }

    private static byte[] write(String rollerId, MetricsMessage message, Envelope envelope) throws IOException {
        boolean binary = message.topic() == Topic.FRAMES;
        PayloadWriter out = new PayloadWriter(mapper(message.topic()).getFactory(), binary);
        out.put("schema", message.topic().schema());
        out.put("seq", envelope.sequence());
        out.put("service_start_id", envelope.serviceStartId());
        Long deviceTimeUs = message.deviceTimeUs();
        if (deviceTimeUs == null) {
            out.putNull("device_time_us");
        } else {
            out.put("device_time_us", deviceTimeUs);
        }
        out.put("sent_at", envelope.sentAt().toString());
        if (message instanceof Status status) {
            out.put("state", status.online() ? "online" : "offline");
        } else if (message instanceof Device device) {
            DevicePayload.write(out, rollerId, device);
        } else if (message instanceof Session session) {
            SessionPayload.write(out, session.running());
        } else if (message instanceof Live live) {
            LivePayload.write(out, live.metrics());
        } else if (message instanceof Frames frames) {
            FramesPayload.write(out, frames.points());
        } else if (message instanceof Event event) {
            EventPayload.write(out, event);
        } else if (message instanceof Routine routine) {
            RoutinePayload.write(out, routine.guided());
        } else if (message instanceof Planned planned) {
            PlanPayload.write(out, planned.shared());
        } else if (message instanceof Summary summary) {
            SessionPayload.writeSummary(out, summary);
        }
        return out.finish();
    }

    /**
     * Reads a payload.
     *
     * @param topic where it came.
     * @param payload its bytes.
     * @return the message, or why there is none.
     */
    public Decoded decode(Topic topic, byte[] payload) {
        if (payload.length > MAX_PAYLOAD_BYTES) {
            return new Decoded.Unreadable(
                    "payload of " + payload.length + " bytes is over the limit of " + MAX_PAYLOAD_BYTES + " bytes");
        }
        try {
            JsonNode root = mapper(topic).readTree(payload);
            Fields in = Fields.of(root);
            return new Decoded.Message(message(topic, in), envelope(topic, in));
        } catch (UnreadablePayloadException e) {
            return new Decoded.Unreadable(String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            return new Decoded.Unreadable(form(topic) + " is broken: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            return new Decoded.Unreadable(form(topic) + " is broken: " + firstLine(e.getMessage()));
        }
    }

    private static MetricsMessage message(Topic topic, Fields in) throws UnreadablePayloadException {
        if (topic == Topic.STATUS && !in.has("schema")) {
            return status(in);
        }
        String schema = in.text("schema");
        if (!schema.equals(topic.schema())) {
            throw new UnreadablePayloadException(
                    "schema is '" + Fields.shortened(schema) + "', this version reads '" + topic.schema() + "'");
        }
        return switch (topic) {
            case STATUS -> status(in);
            case DEVICE -> DevicePayload.read(in);
            case SESSION -> SessionPayload.read(in);
            case LIVE -> LivePayload.read(in);
            case FRAMES -> FramesPayload.read(in);
            case EVENT -> EventPayload.read(in);
            case SUMMARY -> SessionPayload.readSummary(in);
            case ROUTINE -> RoutinePayload.read(in);
            case PLAN -> PlanPayload.read(in);
        };
    }

    private static Status status(Fields in) throws UnreadablePayloadException {
        return new Status(in.word("state", word -> switch (word) {
            case "online" -> true;
            case "offline" -> false;
            default -> throw new IllegalArgumentException(word);
        }));
    }

    private static @Nullable Envelope envelope(Topic topic, Fields in) throws UnreadablePayloadException {
        if (topic == Topic.STATUS && !in.has("schema")) {
            return null;
        }
        long sequence = in.whole("seq");
        if (sequence < 0) {
            throw in.wrong("seq", "0 or more");
        }
        return new Envelope(in.text("service_start_id"), sequence, in.instant("sent_at"));
    }

    private static ObjectMapper mapper(Topic topic) {
        return topic == Topic.FRAMES ? CBOR : JSON;
    }

    private static String form(Topic topic) {
        return topic == Topic.FRAMES ? "CBOR" : "JSON";
    }

    private static String firstLine(@Nullable String words) {
        String text = String.valueOf(words).replaceAll("\\s+", " ");
        return text.length() <= 160 ? text : text.substring(0, 160) + "...";
    }
}
