package org.rollscope.mqtt;

import java.io.IOException;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.PadGeometry;
import org.rollscope.telemetry.MetricsMessage.Device;

/** Payload of {@code device}, and the board's description wherever it stands. */
final class DevicePayload {
    private DevicePayload() {}

    static void write(PayloadWriter out, String rollerId, Device device) throws IOException {
        out.put("roller_id", rollerId);
        writeHello(out, device.hello());
        out.put("calibration_id", device.calibrationId());
        out.put("software_version", device.softwareVersion());
    }

    static Device read(Fields in) throws UnreadablePayloadException {
        return new Device(readHello(in), in.text("calibration_id"), in.text("software_version"));
    }

    static void writeHello(PayloadWriter out, BoardHello hello) throws IOException {
        out.put("board_serial", hello.boardSerial());
        out.put("firmware_version", hello.firmwareVersion());
        out.put("clock", hello.clockWord());
        out.put("protocol_version", hello.protocolVersion());
        out.put("reset_cause_flags", hello.resetCauseFlags());
        out.beginObject("geometry");
        writeGeometry(out, hello);
        out.endObject();
        out.put("rate_hz", hello.rateHz());
        out.put("adc_bits", hello.adcBits());
        out.put("adc_full_scale_mv", hello.adcFullScaleMv());
        out.exact("accel_full_scale_m_per_s2", hello.accelFullScaleMPerS2());
        out.exact("gyro_full_scale_rad_per_s", hello.gyroFullScaleRadPerS());
        out.put("imu_offset_us", hello.imuOffsetUs());
        if (hello.batteryMv() == BoardHello.BATTERY_NOT_MEASURED_MV) {
            out.putNull("battery_mv");
        } else {
            out.put("battery_mv", hello.batteryMv());
        }
        out.exact("temperature_deg_c", hello.temperatureDegC());
        out.beginArray("scan_offset_us");
        for (int offsetUs : hello.scanOffsetUs()) {
            out.add(offsetUs);
        }
        out.endArray();
    }

    private static void writeGeometry(PayloadWriter out, BoardHello hello) throws IOException {
        out.put("geometry_id", hello.geometryId());
        out.put("pad_count", hello.padCount());
        if (PadGeometry.isKnown(hello.geometryId())) {
            PadGeometry geometry = PadGeometry.of(hello.geometryId());
            out.put("name", geometry.name());
            out.put("row_count", geometry.rowCount());
            out.put("column_count", geometry.columnCount());
            out.hundredths("tile_width_mm", geometry.tileWidthMm());
            out.hundredths("tile_length_mm", geometry.tileLengthMm());
            out.hundredths("radius_mm", geometry.radiusMm());
        }
    }

    static BoardHello readHello(Fields in) throws UnreadablePayloadException {
        return new BoardHello(
                in.smallWhole("protocol_version"),
                serialId(in),
                in.text("firmware_version"),
                in.object("geometry").smallWhole("geometry_id"),
                in.smallWhole("reset_cause_flags"),
                in.smallWhole("rate_hz"),
                in.smallWhole("adc_bits"),
                in.smallWhole("adc_full_scale_mv"),
                in.number("accel_full_scale_m_per_s2"),
                in.number("gyro_full_scale_rad_per_s"),
                in.smallWhole("imu_offset_us"),
                in.smallWholeOr("battery_mv", BoardHello.BATTERY_NOT_MEASURED_MV),
                in.numberOrNaN("temperature_deg_c"),
                in.smallWholes("scan_offset_us"));
    }

    private static long serialId(Fields in) throws UnreadablePayloadException {
        try {
            return Long.parseUnsignedLong(in.text("board_serial"), 16);
        } catch (NumberFormatException e) {
            throw in.wrong("board_serial", "sixteen hexadecimal digits");
        }
    }
}
