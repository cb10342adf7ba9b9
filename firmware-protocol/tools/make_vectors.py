#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Builds the test vectors of the wire from field values.

This is the third implementation of SPEC.md, and on purpose an unhurried one: it shares no code with
the C encoder or the Java service, reads every layout from messages.csv, and needs nothing but the
Python standard library. Two implementations that agree with a third one that was written separately
are unlikely to be wrong in the same way.

    make_vectors.py            writes ../vectors
    make_vectors.py --check    exits 1 if the committed vectors differ from what would be written,
                               or if a message of messages.csv has fewer than two valid vectors
"""

import argparse
import csv
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
MESSAGES_CSV = HERE.parent / "messages.csv"
VECTORS = HERE.parent / "vectors"
PROTOCOL_VERSION = 1
ENCODED_BYTES_MAX = 254
REASONS = ("BAD_COBS", "TOO_SHORT", "TOO_LONG", "BAD_CHECKSUM", "UNKNOWN_MESSAGE", "BAD_LENGTH", "BAD_VALUE")
TYPE_BYTES = {"u8": 1, "u16": 2, "u32": 4, "u64": 8, "i16": 2}


# ---------------------------------------------------------------- the field table

class Message:
    """One message of messages.csv: its id, direction and fields in order."""

    def __init__(self, name, message_id, direction):
        self.name = name
        self.message_id = message_id
        self.direction = direction
        self.fields = []


def read_messages():
    messages = {}
    with open(MESSAGES_CSV, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name = row["message"]
            if name not in messages:
                messages[name] = Message(name, int(row["message_id"], 16), row["direction"])
            messages[name].fields.append(row)
    for message in messages.values():
        check_layout(message)
    return messages


def check_layout(message):
    """A gap or an overlap in the table would be a layout nobody meant."""
    offset = 0
    for row in message.fields:
        if int(row["offset"]) != offset:
            sys.exit(f"messages.csv: {message.name}.{row['field']} is at {row['offset']}, expected {offset}")
        if row["count"] == "pad_count":
            if row is not message.fields[-1]:
                sys.exit(f"messages.csv: {message.name}.{row['field']} has pad_count elements and is not last")
        else:
            offset += TYPE_BYTES[row["type"]] * int(row["count"])
    if message.fields[0]["field"] != "message_id" or int(message.fields[0]["min"]) != message.message_id:
        sys.exit(f"messages.csv: {message.name} does not begin with its message_id")


MESSAGES = read_messages()


# ---------------------------------------------------------------- checksum and framing, as SPEC.md words them

def crc16(data):
    """CRC-16/IBM-3740, bit by bit: polynomial 0x1021, start 0xFFFF, nothing reflected, nothing inverted."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = ((crc << 1) ^ 0x1021) & 0xFFFF if crc & 0x8000 else (crc << 1) & 0xFFFF
    return crc


assert crc16(b"123456789") == 0x29B1


def cobs_encode(data):
    out = bytearray()
    block = bytearray()
    for byte in data:
        if byte == 0:
            out.append(len(block) + 1)
            out += block
            block.clear()
        else:
            block.append(byte)
            if len(block) == 254:
                out.append(255)
                out += block
                block.clear()
    out.append(len(block) + 1)
    return bytes(out + block)


def cobs_decode(encoded):
    """The decoded bytes, or None where a code byte points past the end."""
    out = bytearray()
    at = 0
    while at < len(encoded):
        code = encoded[at]
        if code == 0 or at + code > len(encoded):
            return None
        out += encoded[at + 1:at + code]
        at += code
        if code != 255 and at < len(encoded):
            out.append(0)
    return bytes(out)


def message_bytes(message, fields):
    """The message before checksum and framing. Range is not checked here: invalid vectors need bad values."""
    out = bytearray()
    for row in message.fields:
        size_bytes = TYPE_BYTES[row["type"]]
        value = message.message_id if row["field"] == "message_id" else fields[row["field"]]
        for element in value if isinstance(value, list) else [value]:
            out += element.to_bytes(size_bytes, "little", signed=row["type"].startswith("i"))
    return bytes(out)


def seal(content):
    """Checksum, COBS, delimiter."""
    return cobs_encode(content + crc16(content).to_bytes(2, "little")) + b"\0"


def encode(name, fields):
    return seal(message_bytes(MESSAGES[name], fields))


# ---------------------------------------------------------------- the receiver of SPEC.md section 9, to check the vectors

def decode_one(encoded, direction):
    """(message, fields), or a reject reason, for the bytes between two delimiters."""
    if len(encoded) > ENCODED_BYTES_MAX:
        return "TOO_LONG"
    decoded = cobs_decode(encoded)
    if decoded is None:
        return "BAD_COBS"
    if len(decoded) < 3:
        return "TOO_SHORT"
    content, crc = decoded[:-2], int.from_bytes(decoded[-2:], "little")
    if crc16(content) != crc:
        return "BAD_CHECKSUM"
    for message in MESSAGES.values():
        if message.message_id == content[0] and message.direction == direction:
            return decode_content(message, content)
    return "UNKNOWN_MESSAGE"


def decode_content(message, content):
    fields = {}
    in_range = True
    at = 0
    for row in message.fields:
        size_bytes = TYPE_BYTES[row["type"]]
        count = fields["pad_count"] if row["count"] == "pad_count" else int(row["count"])
        if at + size_bytes * count > len(content):
            return "BAD_LENGTH"
        values = [int.from_bytes(content[at + i * size_bytes:at + (i + 1) * size_bytes], "little",
                                 signed=row["type"].startswith("i")) for i in range(count)]
        at += size_bytes * count
        in_range = in_range and all(int(row["min"]) <= value <= int(row["max"]) for value in values)
        if row["field"] != "message_id":
            fields[row["field"]] = values[0] if row["count"] == "1" else values
    if at != len(content):
        return "BAD_LENGTH"
    return (message.name, fields) if in_range else "BAD_VALUE"


def decode_stream(stream, direction):
    """What a receiver reports, in order; bytes after the last delimiter are an unfinished frame."""
    results = []
    for encoded in stream.split(b"\0")[:-1]:
        if encoded:
            result = decode_one(encoded, direction)
            results.append({"rejected": result} if isinstance(result, str)
                           else {"message": result[0], "fields": result[1]})
    return results


# ---------------------------------------------------------------- field values

def frame(seq, device_time_us, pad_counts, accel=(0, 0, 4096), gyro=(0, 0, 0), frame_flags=1):
    return {"seq": seq, "device_time_us": device_time_us, "frame_flags": frame_flags, "pad_count": len(pad_counts),
            "accel_counts": list(accel), "gyro_counts": list(gyro), "pad_counts": list(pad_counts)}


def scan_offset_us(pad_count):
    """The scan order of the reference roller for 48 pads, one 56 us slot per pad otherwise."""
    if pad_count == 48:
        return [56 * (3 * (2 * (pad % 8) + pad // 24) + pad // 8 % 3) for pad in range(48)]
    return [56 * pad for pad in range(pad_count)]


def hello(pad_count=48, **changes):
    fields = {"protocol_version": PROTOCOL_VERSION, "board_serial": 0x524F4C4C00000001,
              "firmware_major": 1, "firmware_minor": 2, "firmware_patch": 3,
              "geometry_id": {48: 1, 24: 2}.get(pad_count, 0), "reset_cause": 1, "rate_hz": 100, "adc_bits": 10,
              "adc_full_scale_mv": 3300, "accel_full_scale_m_per_s2": 39226600,
              "gyro_full_scale_rad_per_s": 17453293, "imu_offset_us": 100, "battery_mv": 0,
              "temperature_deg_c": -32768, "pad_count": pad_count, "scan_offset_us": scan_offset_us(pad_count)}
    fields.update(changes)
    return fields


def status(**changes):
    fields = {"device_time_us": 5000123, "battery_mv": 3712, "temperature_deg_c": 2437, "missed_tick_count": 0,
              "dropped_frame_count": 0, "imu_error_count": 0, "command_error_count": 0}
    fields.update(changes)
    return fields


def ramp(pad_count, first=0, step=21):
    return [(first + step * pad) % 1024 for pad in range(pad_count)]


def every_field(name, which, pad_count=1):
    """A message with every field at its min or max, except pad_count, which is given."""
    fields = {}
    for row in MESSAGES[name].fields[1:]:
        value = pad_count if row["field"] == "pad_count" else int(row[which])
        count = pad_count if row["count"] == "pad_count" else int(row["count"])
        fields[row["field"]] = value if row["count"] == "1" else [value] * count
    return fields


# ---------------------------------------------------------------- valid vectors

def valid_cases():
    yield "frame_1_pad", "frame", frame(1, 10000, [513])
    yield "frame_1_pad_all_min", "frame", every_field("frame", "min", 1)
    yield "frame_1_pad_all_max", "frame", every_field("frame", "max", 1)
    yield "frame_2_pads_without_any_zero_byte", "frame", \
        frame(0x01020304, 0x05060708, [0x0101, 0x0203], (257, 258, -1), (-2, -3, 770), 3)
    yield "frame_24_pads_starter_roller", "frame", frame(4711, 47110000, ramp(24), (12, -34, 4090), (1, -2, 3))
    yield "frame_48_pads_reference_roller", "frame", \
        frame(123456, 1234560004, ramp(48, 7), (-1312, 88, 3880), (-5, 1201, 17))
    yield "frame_48_pads_all_zero_counts", "frame", frame(0, 0, [0] * 48, (0, 0, 0), (0, 0, 0), 0)
    yield "frame_48_pads_saturated", "frame", frame(99, 990000, [1023] * 48, (32767, -32768, 32767), (-32768, 32767, -1))
    yield "frame_48_pads_imu_silent", "frame", frame(7, 70000, ramp(48, 3, 5), (0, 0, 0), (0, 0, 0), 0)
    yield "frame_48_pads_after_missed_tick", "frame", frame(812, 8120000, ramp(48, 1, 2), frame_flags=3)
    yield "frame_64_pads", "frame", frame(4294967295, 4294967295, ramp(64, 900, 13), (-1, -1, -1), (1, 1, 1), 3)
    yield "frame_64_pads_all_max", "frame", every_field("frame", "max", 64)
    yield "frame_64_pads_all_min", "frame", every_field("frame", "min", 64)

    yield "hello_1_pad", "hello", hello(1)
    yield "hello_1_pad_all_min", "hello", every_field("hello", "min", 1)
    yield "hello_24_pads_starter_roller", "hello", hello(24, board_serial=0x1122334455667788, battery_mv=3987,
                                                         temperature_deg_c=2150, imu_offset_us=0)
    yield "hello_48_pads_reference_roller", "hello", hello(48)
    yield "hello_48_pads_after_watchdog_at_200_hz", "hello", hello(48, reset_cause=8, rate_hz=200)
    yield "hello_64_pads", "hello", hello(64, adc_bits=12, adc_full_scale_mv=2500, rate_hz=1000)
    yield "hello_64_pads_all_max", "hello", every_field("hello", "max", 64)

    yield "status_quiet", "status", status()
    yield "status_all_min", "status", every_field("status", "min")
    yield "status_all_max", "status", every_field("status", "max")

    yield "button_marker_pressed", "button", {"device_time_us": 1500250, "button_index": 0, "pressed": 1}
    yield "button_felt_release_let_go", "button", {"device_time_us": 1720266, "button_index": 1, "pressed": 0}
    yield "button_sync_input", "button", {"device_time_us": 4000123, "button_index": 3, "pressed": 1}
    yield "button_all_max", "button", every_field("button", "max")

    yield "pong_small_token", "pong", {"token_count": 1, "device_time_us": 256}
    yield "pong_all_min", "pong", every_field("pong", "min")
    yield "pong_all_max", "pong", every_field("pong", "max")

    yield "command_result_rate_done", "command_result", {"command_message_id": 0x82, "result": 0, "rate_hz": 200}
    yield "command_result_rate_refused", "command_result", {"command_message_id": 0x82, "result": 1, "rate_hz": 100}
    yield "command_result_out_of_range", "command_result", {"command_message_id": 0x84, "result": 2, "rate_hz": 100}
    yield "command_result_not_understood", "command_result", {"command_message_id": 0xFF, "result": 3, "rate_hz": 1000}

    # hello_request has no fields, so its second vector can only be the same bytes: one name per host that sends it.
    yield "hello_request", "hello_request", {}
    yield "hello_request_again", "hello_request", {}
    yield "set_rate_100_hz", "set_rate", {"rate_hz": 100}
    yield "set_rate_256_hz_has_a_zero_byte", "set_rate", {"rate_hz": 256}
    yield "set_rate_min", "set_rate", {"rate_hz": 1}
    yield "set_rate_max", "set_rate", {"rate_hz": 1000}
    yield "ping_zero_token", "ping", {"token_count": 0}
    yield "ping_token", "ping", {"token_count": 0xDEADBEEF}
    yield "ping_max_token", "ping", {"token_count": 4294967295}
    yield "feedback_all_off", "feedback", every_field("feedback", "min")
    yield "feedback_all_max", "feedback", every_field("feedback", "max")
    yield "feedback_short_buzz", "feedback", {"led_ratio": 128, "vibration_ratio": 200, "buzzer_hz": 880, "feedback_ms": 250}


def valid_vectors():
    for name, message, fields in valid_cases():
        encoded = encode(message, fields)
        yield {"name": name, "protocol_version": PROTOCOL_VERSION, "message": message,
               "message_id": MESSAGES[message].message_id, "direction": MESSAGES[message].direction, "fields": fields,
               "encoded_hex": encoded.hex(), "crc_hex": f"{crc16(message_bytes(MESSAGES[message], fields)):04x}"}


# ---------------------------------------------------------------- invalid vectors

def flipped(data, at, mask):
    return data[:at] + bytes([data[at] ^ mask]) + data[at + 1:]


def bad_value(name, fields, **changes):
    return encode(name, {**fields, **changes})


def invalid_board_cases():
    small = frame(1, 10000, [513])
    good = encode("frame", small)
    content = message_bytes(MESSAGES["frame"], small)
    button = {"device_time_us": 1, "button_index": 0, "pressed": 1}
    button_content = message_bytes(MESSAGES["button"], button)

    yield "bad_cobs_code_one_past_the_end", b"\x02\0", "BAD_COBS"
    yield "bad_cobs_code_far_past_the_end", b"\xff\x01\x02\x03\0", "BAD_COBS"
    yield "bad_cobs_good_frame_cut_short", good[:-3] + b"\0", "BAD_COBS"
    yield "bad_cobs_254_bytes_of_ff", b"\xff" * 254 + b"\0", "BAD_COBS"

    yield "too_short_no_bytes", b"\x01\0", "TOO_SHORT"
    yield "too_short_one_byte", b"\x02\x11\0", "TOO_SHORT"
    yield "too_short_two_bytes", b"\x03\x11\x22\0", "TOO_SHORT"
    yield "too_short_two_zero_bytes", b"\x01\x01\x01\0", "TOO_SHORT"

    yield "too_long_255_bytes", b"\x01" * 255 + b"\0", "TOO_LONG"
    yield "too_long_255_bytes_that_are_good_cobs", cobs_encode(b"\x02" * 254) + b"\0", "TOO_LONG"
    yield "too_long_600_bytes", b"\x55" * 600 + b"\0", "TOO_LONG"

    yield "bad_checksum_flipped_field_bit", flipped(good, 2, 0x10), "BAD_CHECKSUM"
    yield "bad_checksum_flipped_crc_bit", flipped(good, len(good) - 2, 0x80), "BAD_CHECKSUM"
    yield "bad_checksum_high_byte_first", \
        cobs_encode(content + crc16(content).to_bytes(2, "big")) + b"\0", "BAD_CHECKSUM"
    yield "bad_checksum_of_another_crc_start_0000", \
        cobs_encode(button_content + crc16_start_zero(button_content).to_bytes(2, "little")) + b"\0", "BAD_CHECKSUM"
    yield "bad_checksum_three_zero_bytes", b"\x01\x01\x01\x01\0", "BAD_CHECKSUM"

    yield "unknown_message_id_00", seal(b"\x00"), "UNKNOWN_MESSAGE"
    yield "unknown_message_id_07", seal(b"\x07\x01\x02\x03"), "UNKNOWN_MESSAGE"
    yield "unknown_message_id_7f", seal(b"\x7f" + bytes(40)), "UNKNOWN_MESSAGE"
    yield "unknown_message_of_exactly_254_encoded_bytes", seal(b"\x70" + bytes(range(250))), "UNKNOWN_MESSAGE"

    yield "bad_length_frame_one_pad_too_few", seal(content[:-2]), "BAD_LENGTH"
    yield "bad_length_frame_half_a_pad_too_many", seal(content + b"\x07"), "BAD_LENGTH"
    yield "bad_length_frame_ends_before_pad_count", seal(content[:10]), "BAD_LENGTH"
    yield "bad_length_frame_id_alone", seal(content[:1]), "BAD_LENGTH"
    yield "bad_length_frame_pad_count_200_with_one_pad", bad_value("frame", small, pad_count=200), "BAD_LENGTH"
    yield "bad_length_button_one_byte_more", seal(button_content + b"\0"), "BAD_LENGTH"
    yield "bad_length_comes_before_bad_value", \
        seal(message_bytes(MESSAGES["button"], {**button, "pressed": 9}) + b"\0"), "BAD_LENGTH"

    yield "bad_value_frame_no_pads", encode("frame", frame(1, 10000, [])), "BAD_VALUE"
    yield "bad_value_frame_65_pads", encode("frame", frame(1, 10000, ramp(65))), "BAD_VALUE"
    yield "bad_value_button_pressed_2", encode("button", {**button, "pressed": 2}), "BAD_VALUE"
    yield "bad_value_command_result_4", \
        encode("command_result", {"command_message_id": 0x82, "result": 4, "rate_hz": 100}), "BAD_VALUE"
    yield "bad_value_command_result_rate_0", \
        encode("command_result", {"command_message_id": 0x82, "result": 0, "rate_hz": 0}), "BAD_VALUE"
    for field, value in (("protocol_version", 0), ("rate_hz", 0), ("rate_hz", 1001),
                         ("adc_bits", 7), ("adc_bits", 17), ("adc_full_scale_mv", 0),
                         ("accel_full_scale_m_per_s2", 0), ("gyro_full_scale_rad_per_s", 0)):
        yield f"bad_value_hello_{field}_{value}", bad_value("hello", hello(2), **{field: value}), "BAD_VALUE"
    yield "bad_value_hello_no_pads", encode("hello", hello(0)), "BAD_VALUE"
    yield "bad_value_hello_65_pads", encode("hello", hello(65)), "BAD_VALUE"


def crc16_start_zero(data):
    """CRC-16/XMODEM: the checksum an implementation gets that forgets the start value."""
    crc = 0
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = ((crc << 1) ^ 0x1021) & 0xFFFF if crc & 0x8000 else (crc << 1) & 0xFFFF
    return crc


def invalid_command_cases():
    rate = encode("set_rate", {"rate_hz": 100})
    beep = {"led_ratio": 1, "vibration_ratio": 1, "buzzer_hz": 1, "feedback_ms": 1}
    yield "command_bad_cobs", b"\x09\x82\0", "BAD_COBS"
    yield "command_too_short", b"\x02\x81\0", "TOO_SHORT"
    yield "command_too_long", b"\x82" * 255 + b"\0", "TOO_LONG"
    yield "command_bad_checksum", flipped(rate, 2, 0x01), "BAD_CHECKSUM"
    yield "command_unknown_id_ff", seal(b"\xff"), "UNKNOWN_MESSAGE"
    yield "command_is_a_board_message", encode("pong", {"token_count": 1, "device_time_us": 1}), "UNKNOWN_MESSAGE"
    yield "command_set_rate_without_rate", seal(b"\x82"), "BAD_LENGTH"
    yield "command_hello_request_with_extra_byte", seal(b"\x81\x01"), "BAD_LENGTH"
    yield "command_set_rate_0", encode("set_rate", {"rate_hz": 0}), "BAD_VALUE"
    yield "command_set_rate_1001", encode("set_rate", {"rate_hz": 1001}), "BAD_VALUE"
    yield "command_feedback_buzzer_20001", encode("feedback", {**beep, "buzzer_hz": 20001}), "BAD_VALUE"


def invalid_vectors(cases, direction):
    for name, encoded, reason in cases:
        found = decode_stream(encoded, direction)
        if found != [{"rejected": reason}]:
            sys.exit(f"invalid vector {name}: meant {reason}, the rules give {found}")
        yield {"name": name, "direction": direction, "encoded_hex": encoded.hex(), "reject_reason": reason}


# ---------------------------------------------------------------- streams

def frames(first_seq, count, pads=2, period_us=10000, first_us=1000, **more):
    return [encode("frame", frame((first_seq + i) % 2**32, (first_us + i * period_us) % 2**32,
                                  ramp(pads, 40 * i), **more)) for i in range(count)]


def board_stream_cases():
    start = encode("hello", hello(2))
    five = frames(0, 5)
    clean = start + b"".join(five)
    yield "clean", clean, {}
    yield "clean_48_pads_with_status_button_and_answers", b"".join([
        encode("hello", hello(48))] + frames(0, 3, pads=48) + [
        encode("status", status()), encode("button", {"device_time_us": 30111, "button_index": 2, "pressed": 1})]
        + frames(3, 2, pads=48, first_us=31000) + [
        encode("pong", {"token_count": 77, "device_time_us": 45000}),
        encode("command_result", {"command_message_id": 0x82, "result": 0, "rate_hz": 200})]
        + frames(5, 2, pads=48, period_us=5000, first_us=51000)), {}
    sizes = [1, 2, 3, 5, 8, 13, 21, 34]
    counts = []
    while sum(counts) < len(clean):
        counts.append(min(sizes[len(counts) % len(sizes)], len(clean) - sum(counts)))
    yield "split", clean, {"chunk_byte_counts": counts}
    yield "empty_frames_between", b"\0\0" + start + b"\0" + five[0] + b"\0\0\0" + five[1], {}
    yield "unfinished_frame_at_the_end", start + five[0] + five[1][:-4], {}
    yield "garbage_before_first_delimiter", bytes(range(1, 90)) + b"\0" + clean, {}
    yield "starts_in_the_middle_of_a_frame", five[0][9:] + five[1] + five[2], {}
    yield "dropped_delimiter", start + five[0] + five[1][:-1] + b"".join(five[2:]), {}
    yield "flipped_byte", start + five[0] + flipped(five[1], 7, 0x40) + b"".join(five[2:]), {}
    yield "byte_flipped_to_a_delimiter", \
        start + five[0] + flipped(five[1], 10, five[1][10]) + b"".join(five[2:]), {}
    yield "flipped_cobs_code", start + five[0] + flipped(five[1], 0, 0x08) + b"".join(five[2:]), {}
    yield "lost_byte", start + five[0] + five[1][:6] + five[1][7:] + b"".join(five[2:]), {}
    yield "inserted_byte", start + five[0] + five[1][:6] + b"\x5a" + five[1][6:] + b"".join(five[2:]), {}
    yield "inserted_delimiter", start + five[0] + five[1][:14] + b"\0" + five[1][14:] + b"".join(five[2:]), {}
    yield "repeated_frame", start + five[0] + five[1] + five[1] + five[2], {}
    yield "missed_ticks_leave_a_hole", start + b"".join(
        five[:2] + frames(4, 1, first_us=41000, frame_flags=3) + frames(5, 2, first_us=51000)), {}
    yield "seq_wraps", start + b"".join(frames(2**32 - 3, 6)), {}
    yield "device_time_wraps", start + b"".join(frames(429490, 6, first_us=2**32 - 25000)), {}
    again = b"".join(frames(0, 3, first_us=900))
    yield "reset_in_the_middle", start + b"".join(five[:3]) + five[3][:11] \
        + b"\0" + encode("hello", hello(2, reset_cause=8)) + again, {}
    yield "reset_whose_hello_was_lost_with_the_cut_frame", start + b"".join(five[:3]) + five[3][:11] \
        + encode("hello", hello(2, reset_cause=8)) + again, {}
    yield "reset_after_a_whole_frame", start + b"".join(five[:3]) \
        + b"\0" + encode("hello", hello(2, reset_cause=4)) + again, {}
    yield "unknown_message_between", start + five[0] + seal(b"\x42\x01\x00\x02") + five[1], {}
    yield "bad_value_between", start + five[0] + encode("button", {"device_time_us": 5, "button_index": 0,
                                                                 "pressed": 7}) + five[1], {}
    yield "over_long_run", start + five[0] + b"\xaa" * 1000 + b"\0" + b"".join(five[1:]), {}
    yield "over_long_run_swallows_the_frame_it_touches", start + b"\xaa" * 300 + five[0] + five[1], {}


def command_stream_cases():
    rate = encode("set_rate", {"rate_hz": 200})
    ping = encode("ping", {"token_count": 5})
    yield "commands_after_a_leading_delimiter", b"\0" + encode("hello_request", {}) + rate + ping, {}
    yield "commands_after_line_noise", b"\x7f\x33\x21\0" + rate + ping, {}
    yield "command_flipped_byte", rate + flipped(ping, 3, 0x04) + rate, {}
    yield "command_over_long_run", ping + b"\x11" * 400 + b"\0" + rate, {}


def stream_vectors(cases, direction):
    for name, stream, more in cases:
        yield {"name": name, "direction": direction, "stream_hex": stream.hex(), **more,
               "expected": decode_stream(stream, direction)}


# ---------------------------------------------------------------- writing

def as_json(vector):
    """Two-space JSON with one line per key and per expected result: small enough to read and to diff."""
    lines = []
    for key, value in vector.items():
        if isinstance(value, dict) and value:
            inner = ",\n".join(f"    {json.dumps(k)}: {json.dumps(v)}" for k, v in value.items())
            lines.append(f"  {json.dumps(key)}: {{\n{inner}\n  }}")
        elif key == "expected":
            inner = ",\n".join(f"    {json.dumps(v)}" for v in value)
            lines.append(f"  {json.dumps(key)}: [\n{inner}\n  ]" if value else f"  {json.dumps(key)}: []")
        else:
            lines.append(f"  {json.dumps(key)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def field_lines(fields):
    for key, value in fields.items():
        yield f"field {key} {' '.join(str(v) for v in (value if isinstance(value, list) else [value]))}"


def as_text(valid, invalid, streams):
    """The same vectors for programs without a JSON library; the grammar is in vectors/README.md."""
    lines = ["# made by tools/make_vectors.py; the same content as the JSON files"]
    for vector in valid:
        lines += [f"valid {vector['name']}", f"direction {vector['direction']}", f"message {vector['message']}"]
        lines += field_lines(vector["fields"])
        lines += [f"encoded {vector['encoded_hex']}", f"crc {vector['crc_hex']}", "end"]
    for vector in invalid:
        lines += [f"invalid {vector['name']}", f"direction {vector['direction']}",
                  f"encoded {vector['encoded_hex']}", f"rejected {vector['reject_reason']}", "end"]
    for vector in streams:
        lines += [f"stream {vector['name']}", f"direction {vector['direction']}", f"encoded {vector['stream_hex']}"]
        for result in vector["expected"]:
            if "rejected" in result:
                lines.append(f"rejected {result['rejected']}")
            else:
                lines += [f"message {result['message']}", *field_lines(result["fields"])]
        lines.append("end")
    return "\n".join(lines) + "\n"


def all_files():
    """Path below vectors/ -> content, for every generated file."""
    valid = list(valid_vectors())
    invalid = list(invalid_vectors(invalid_board_cases(), "board_to_host"))
    streams = list(stream_vectors(board_stream_cases(), "board_to_host"))
    command_invalid = list(invalid_vectors(invalid_command_cases(), "host_to_board"))
    command_streams = list(stream_vectors(command_stream_cases(), "host_to_board"))
    check_coverage(valid, invalid)
    files = {}
    for folder, vectors in (("valid", valid), ("invalid", invalid), ("streams", streams),
                            ("commands/invalid", command_invalid), ("commands/streams", command_streams)):
        for vector in vectors:
            path = f"{folder}/{vector['name']}.json"
            if path in files:
                sys.exit(f"two vectors are named {path}")
            files[path] = as_json(vector)
    files["vectors.txt"] = as_text(valid, invalid + command_invalid, streams + command_streams)
    return files


def check_coverage(valid, invalid):
    for name in MESSAGES:
        count = sum(vector["message"] == name for vector in valid)
        if count < 2:
            sys.exit(f"message {name} of messages.csv has {count} valid vectors, needs at least 2")
    for reason in REASONS:
        count = sum(vector["reject_reason"] == reason for vector in invalid)
        if count < 2:
            sys.exit(f"reject reason {reason} has {count} invalid vectors, needs at least 2")
    for vector in valid:
        found = decode_stream(bytes.fromhex(vector["encoded_hex"]), vector["direction"])
        if found != [{"message": vector["message"], "fields": vector["fields"]}]:
            sys.exit(f"valid vector {vector['name']} does not decode to its own fields")


def generated_on_disk():
    return {str(path.relative_to(VECTORS)) for path in [*VECTORS.rglob("*.json"), *VECTORS.glob("vectors.txt")]}


def check(files):
    problems = [f"missing: {path}" for path in sorted(files.keys() - generated_on_disk())]
    problems += [f"not made by this script: {path}" for path in sorted(generated_on_disk() - files.keys())]
    problems += [f"differs: {path}" for path in sorted(files.keys() & generated_on_disk())
                 if (VECTORS / path).read_text(encoding="utf-8") != files[path]]
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        sys.exit("the committed vectors are not what messages.csv and make_vectors.py give; run make_vectors.py")
    print(f"{len(files)} vector files agree with messages.csv")


def write(files):
    for path in generated_on_disk() - files.keys():
        (VECTORS / path).unlink()
    for path, content in files.items():
        target = VECTORS / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    print(f"wrote {len(files)} vector files")


def main():
    parser = argparse.ArgumentParser(description="Builds the wire's test vectors from messages.csv.")
    parser.add_argument("--check", action="store_true", help="compare with the committed vectors, write nothing")
    files = all_files()
    if parser.parse_args().check:
        check(files)
    else:
        write(files)


if __name__ == "__main__":
    main()
