# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Byte streams for the comparison, made from simulated sessions."""

import csv
import struct


def crc_of(message):
    crc = 0xFFFF
    for byte in message:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def on_line(message):
    """Checksum, COBS, delimiter; no piece of ours is longer than 253 bytes."""
    data = message + struct.pack('<H', crc_of(message)) + b'\0'
    out = bytearray()
    for piece in data.split(b'\0')[:-1]:
        out.append(len(piece) + 1)
        out += piece
    return bytes(out) + b'\0'


def messages(stream):
    """The messages of a recording without checksum."""
    for encoded in stream.split(b'\0')[:-1]:
        decoded, at = bytearray(), 0
        while at < len(encoded):
            code = encoded[at]
            decoded += encoded[at + 1:at + code]
            at += code
            if at < len(encoded):
                decoded.append(0)
        yield bytes(decoded[:-2])


def alarms(folder, rate_hz, seconds, ceiling_kpa, target):
    """A stream in which the pressure is well over the ceiling for 1.2 s of every 3 s, from moments of a simulated session.

    The rule wants half a second of it; each rise is one alarm."""
    recorded = list(messages(open(f'{folder}/session.rsw', 'rb').read()))
    hello, frames = recorded[0], recorded[1:]
    truth = list(csv.DictReader(open(f'{folder}/truth-frames.csv')))
    still = [(float(row['mean_pressure_kpa']), frame) for row, frame in zip(truth, frames)
             if float(row['total_force_n']) > 60 and abs(float(row['speed_mm_per_s'])) < 2]
    high = [frame for kpa, frame in still if kpa > 1.35 * ceiling_kpa]
    low = [frame for kpa, frame in still if 0.45 * ceiling_kpa < kpa < 0.7 * ceiling_kpa]
    if not high or not low:
        raise SystemExit(f'{folder} has no moments over and under {ceiling_kpa} kPa; take another seed')
    with open(target, 'wb') as out:
        out.write(on_line(hello))
        for tick in range(seconds * rate_hz):
            pressed = tick % (3 * rate_hz) >= 1.8 * rate_hz
            source = high if pressed else low
            frame = source[tick % len(source)]
            time_us = tick * 1_000_000 // rate_hz + 1000
            out.write(on_line(frame[:1] + struct.pack('<II', tick, time_us) + frame[9:]))
