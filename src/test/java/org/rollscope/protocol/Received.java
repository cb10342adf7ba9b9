package org.rollscope.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.RawFrame;

/** Writes down what a decoder gives, in the words of the vectors: raw integers before any scale. */
final class Received implements MessageHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MICRO_PER_ONE = 1e6;
    private static final double TEMPERATURE_COUNTS_PER_DEG_C = 100;
    private static final long WIRE_MASK_BITS = 0xFFFF_FFFFL;

    final List<JsonNode> all = new ArrayList<>();
    final List<RawFrame> frames = new ArrayList<>();
    final List<BoardHello> hellos = new ArrayList<>();
    final List<BoardMessage> messages = new ArrayList<>();
    final List<RejectReason> rejections = new ArrayList<>();

    /** Decodes a stream in chunks of one size. */
    static Received from(byte[] stream, int chunkBytes) {
        Received received = new Received();
        FrameDecoder decoder = new FrameDecoder(received);
        for (int fromIndex = 0; fromIndex < stream.length; fromIndex += chunkBytes) {
            decoder.accept(stream, fromIndex, Math.min(chunkBytes, stream.length - fromIndex), fromIndex);
        }
        return received;
    }

    static Received from(byte[] stream) {
        return from(stream, Math.max(1, stream.length));
    }

    @Override
    public void frame(RawFrame frame) {
        frames.add(frame.copy());
        ObjectNode fields = message("frame");
        fields.put("seq", frame.sequence() & WIRE_MASK_BITS);
        fields.put("device_time_us", frame.deviceTimeUs() & WIRE_MASK_BITS);
        fields.put("frame_flags", frame.frameFlags());
        fields.put("pad_count", frame.padCounts().length);
        ArrayNode accel = fields.putArray("accel_counts");
        ArrayNode gyro = fields.putArray("gyro_counts");
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            accel.add((int) frame.accelCounts()[axisIndex]);
            gyro.add((int) frame.gyroCounts()[axisIndex]);
        }
        ArrayNode pads = fields.putArray("pad_counts");
        for (char counts : frame.padCounts()) {
            pads.add((int) counts);
        }
    }

    @Override
    public void hello(BoardHello hello) {
        hellos.add(hello);
        String[] version = hello.firmwareVersion().split("\\.");
        ObjectNode fields = message("hello");
        fields.put("protocol_version", hello.protocolVersion());
        fields.put("board_serial", new BigInteger(Long.toUnsignedString(hello.boardSerialId())));
        fields.put("firmware_major", Integer.parseInt(version[0]));
        fields.put("firmware_minor", Integer.parseInt(version[1]));
        fields.put("firmware_patch", Integer.parseInt(version[2]));
        fields.put("geometry_id", hello.geometryId());
        fields.put("reset_cause", hello.resetCauseFlags());
        fields.put("rate_hz", hello.rateHz());
        fields.put("adc_bits", hello.adcBits());
        fields.put("adc_full_scale_mv", hello.adcFullScaleMv());
        fields.put("accel_full_scale_m_per_s2", Math.round(hello.accelFullScaleMPerS2() * MICRO_PER_ONE));
        fields.put("gyro_full_scale_rad_per_s", Math.round(hello.gyroFullScaleRadPerS() * MICRO_PER_ONE));
        fields.put("imu_offset_us", hello.imuOffsetUs());
        fields.put("battery_mv", hello.batteryMv());
        fields.put("temperature_deg_c", temperatureCounts(hello.temperatureDegC()));
        fields.put("pad_count", hello.padCount());
        ArrayNode offsets = fields.putArray("scan_offset_us");
        for (int offsetUs : hello.scanOffsetUs()) {
            offsets.add(offsetUs);
        }
    }

    @Override
    public void message(BoardMessage message) {
        messages.add(message);
        if (message instanceof BoardMessage.Status status) {
            ObjectNode fields = message("status");
            fields.put("device_time_us", status.deviceTimeUs());
            fields.put("battery_mv", status.batteryMv());
            fields.put("temperature_deg_c", temperatureCounts(status.temperatureDegC()));
            fields.put("missed_tick_count", status.missedTickCount());
            fields.put("dropped_frame_count", status.droppedFrameCount());
            fields.put("imu_error_count", status.imuErrorCount());
            fields.put("command_error_count", status.commandErrorCount());
        } else if (message instanceof BoardMessage.Button button) {
            ObjectNode fields = message("button");
            fields.put("device_time_us", button.deviceTimeUs());
            fields.put("button_index", button.buttonIndex());
            fields.put("pressed", button.pressed() ? 1 : 0);
        } else if (message instanceof BoardMessage.Pong pong) {
            ObjectNode fields = message("pong");
            fields.put("token_count", pong.tokenCount());
            fields.put("device_time_us", pong.deviceTimeUs());
        } else if (message instanceof BoardMessage.CommandResult answer) {
            ObjectNode fields = message("command_result");
            fields.put("command_message_id", answer.commandMessageId());
            fields.put("result", answer.result().ordinal());
            fields.put("rate_hz", answer.rateHz());
        }
    }

    @Override
    public void rejected(RejectReason reason) {
        rejections.add(reason);
        all.add(JSON.createObjectNode().put("rejected", reason.name()));
    }

    private ObjectNode message(String name) {
        ObjectNode entry = JSON.createObjectNode().put("message", name);
        all.add(entry);
        return entry.putObject("fields");
    }

    private static int temperatureCounts(double temperatureDegC) {
        return Double.isNaN(temperatureDegC)
                ? Short.MIN_VALUE
                : (int) Math.round(temperatureDegC * TEMPERATURE_COUNTS_PER_DEG_C);
    }

    /** Text of a list of results; numbers compare by what they say, not by the width they were read into. */
    static String text(Iterable<JsonNode> results) {
        StringBuilder text = new StringBuilder();
        results.forEach(result -> text.append(result).append('\n'));
        return text.toString();
    }
}
