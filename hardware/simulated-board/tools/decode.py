#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Reads what a board sends, by SPEC.md and messages.csv: a small decoder for tests and for looking at a recording.

    decode.py FILE              one line per message
    decode.py FILE --summary    counts only
"""

import argparse
import collections
import csv
import pathlib

MESSAGES_CSV = pathlib.Path(__file__).resolve().parents[3] / "firmware-protocol" / "messages.csv"
SIZE_BYTES = {"u8": 1, "u16": 2, "u32": 4, "u64": 8, "i16": 2}
ENCODED_BYTES_MAX = 254


def read_layouts():
    """message_id -> (name, direction, rows of the table)."""
    layouts = {}
    with open(MESSAGES_CSV, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            layouts.setdefault(int(row["message_id"], 16), (row["message"], row["direction"], []))[2].append(row)
    return layouts


LAYOUTS = read_layouts()
IDS = {name: message_id for message_id, (name, _, _) in LAYOUTS.items()}


def crc16(data):
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ (0x1021 if crc & 0x8000 else 0)) & 0xFFFF
    return crc


def uncobs(encoded):
    out, at = bytearray(), 0
    while at < len(encoded):
        code = encoded[at]
        if at + code > len(encoded):
            return None
        out += encoded[at + 1:at + code] + b"\0"
        at += code
    return bytes(out[:-1])


def encode_command(name, **values):
    """A command as a host sends it."""
    content = bytearray()
    for row in LAYOUTS[IDS[name]][2]:
        value = IDS[name] if row["field"] == "message_id" else values[row["field"]]
        content += value.to_bytes(SIZE_BYTES[row["type"]], "little")
    return frame_up(bytes(content))


def frame_up(content):
    out, block = bytearray(), bytearray()
    for byte in content + crc16(content).to_bytes(2, "little"):
        if byte:
            block.append(byte)
        else:
            out += bytes([len(block) + 1]) + block
            block.clear()
    return bytes(out + bytes([len(block) + 1]) + block) + b"\0"


def decode_one(encoded):
    """(name, fields) of one frame, or ("rejected", reason)."""
    content = uncobs(encoded) if len(encoded) <= ENCODED_BYTES_MAX else None
    if content is None or len(content) < 3:
        return "rejected", "framing"
    if crc16(content[:-2]) != int.from_bytes(content[-2:], "little"):
        return "rejected", "checksum"
    content = content[:-2]
    name, direction, rows = LAYOUTS.get(content[0], ("", "", []))
    if direction != "board_to_host":
        return "rejected", "unknown message"
    fields, at = {}, 0
    for row in rows:
        size, count = SIZE_BYTES[row["type"]], fields["pad_count"] if row["count"] == "pad_count" else int(row["count"])
        values = [int.from_bytes(content[at + i * size:at + (i + 1) * size], "little", signed=row["type"] == "i16")
                  for i in range(count)]
        at += size * count
        fields[row["field"]] = values if row["count"] != "1" else values[0]
    return (name, fields) if at == len(content) else ("rejected", "length")


def decode(stream):
    """Every message of a stream, in order. Bytes after the last delimiter are left out."""
    return [decode_one(encoded) for encoded in stream.split(b"\0")[:-1] if encoded]


def main():
    parser = argparse.ArgumentParser(description="Decodes the bytes a board sends.")
    parser.add_argument("file")
    parser.add_argument("--summary", action="store_true")
    arguments = parser.parse_args()
    messages = decode(pathlib.Path(arguments.file).read_bytes())
    if arguments.summary:
        for name, count in collections.Counter(name for name, _ in messages).items():
            print(name, count)
    else:
        for name, fields in messages:
            print(name, fields)


if __name__ == "__main__":
    main()
