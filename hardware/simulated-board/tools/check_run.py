#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Holds what the firmware sent against the trace it was played.

    check_run.py STREAM TRACE --seconds N --board-serial HEX

Every comparison is between the recording and the CSV, by way of the numbers the hello gives: nothing is shared with the
firmware or with the simulated board.
"""

import argparse
import bisect
import csv
import pathlib

import decode

PAD_TOLERANCE_LSB = 1     # conversions wander by a few microseconds, the trace by millivolts per millisecond
IMU_TOLERANCE_LSB = 2     # the same, and rounding
TIME_TOLERANCE_US = 3     # an interrupt that is being served when the tick comes

passed = failed = 0


def check(good, what, detail=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what} {detail}")


class Trace:
    def __init__(self, path):
        with open(path, newline="", encoding="ascii") as file:
            rows = csv.reader(file)
            self.names = next(rows)
            self.rows = [[float(value) for value in row] for row in rows]
        self.times_us = [row[0] for row in self.rows]

    def at(self, name, time_us):
        column = self.names.index(name)
        after = bisect.bisect_right(self.times_us, time_us)
        if after == 0 or after == len(self.rows):
            return self.rows[min(after, len(self.rows) - 1)][column]
        first, second = self.rows[after - 1], self.rows[after]
        share = (time_us - first[0]) / (second[0] - first[0])
        return first[column] + share * (second[column] - first[column])


def pad_error_lsb(trace, hello, frame, period_us):
    """The worst pad of a frame: counts away from what the trace says at its own moment."""
    worst = 0
    for pad, counts in enumerate(frame["pad_counts"]):
        time_us = frame["seq"] * period_us + hello["scan_offset_us"][pad]
        exact = trace.at(f"pad_{pad:02d}_mv", time_us) * 2 ** hello["adc_bits"] / hello["adc_full_scale_mv"]
        expected = min(max(int(exact // 1), 0), 2 ** hello["adc_bits"] - 1)
        worst = max(worst, abs(counts - expected))
    return worst


def imu_error_lsb(trace, hello, frame, period_us):
    worst = 0
    for kind, unit in (("accel", "m_per_s2"), ("gyro", "rad_per_s")):
        full_scale = hello[f"{kind}_full_scale_{unit}"] * 1e-6
        for axis, counts in zip("xyz", frame[f"{kind}_counts"]):
            time_us = frame["seq"] * period_us + hello["imu_offset_us"]
            exact = trace.at(f"{kind}_{axis}_{unit}", time_us) / full_scale * 32768
            worst = max(worst, abs(counts - min(max(exact, -32768), 32767)))
    return worst


def check_hello(hello, board_serial):
    check(hello["protocol_version"] == 1, "protocol version", hello["protocol_version"])
    check(hello["board_serial"] == board_serial, "serial from the EEPROM", f"{hello['board_serial']:x}")
    check(hello["pad_count"] == 48 and hello["geometry_id"] == 1, "reference roller")
    check(hello["reset_cause"] == 1, "reset cause is power on", hello["reset_cause"])
    check(hello["rate_hz"] == 100, "100 Hz", hello["rate_hz"])
    check(hello["scan_offset_us"] == [56 * (6 * (pad % 8) + pad // 8) for pad in range(48)], "scan offsets")
    check(abs(hello["temperature_deg_c"] - 2700) <= 1, "temperature of the chip", hello["temperature_deg_c"])


def check_frames(frames, hello, trace, seconds):
    period_us = 1e6 / hello["rate_hz"]
    check(len(frames) == seconds * hello["rate_hz"], "number of frames", len(frames))
    check([frame["seq"] for frame in frames] == list(range(len(frames))), "no seq is missing")
    check(all(frame["frame_flags"] == 1 for frame in frames), "IMU valid, no missed tick, reserved bits zero")
    first_us = frames[0]["device_time_us"]
    drift_us = max(abs(frame["device_time_us"] - first_us - frame["seq"] * period_us) for frame in frames)
    check(drift_us <= TIME_TOLERANCE_US, "device time follows the ticks", f"off by {drift_us} us")
    pad_error = max(pad_error_lsb(trace, hello, frame, period_us) for frame in frames)
    check(pad_error <= PAD_TOLERANCE_LSB, "pads follow the trace", f"worst {pad_error} LSB")
    imu_error = max(imu_error_lsb(trace, hello, frame, period_us) for frame in frames)
    check(imu_error <= IMU_TOLERANCE_LSB, "IMU follows the trace", f"worst {imu_error:.2f} LSB")
    print(f"{len(frames)} frames: device time within {drift_us:.0f} us, pads within {pad_error} LSB, "
          f"IMU within {imu_error:.2f} LSB")


def main():
    parser = argparse.ArgumentParser(description="Compares a recording of the simulated board with its trace.")
    parser.add_argument("stream")
    parser.add_argument("trace")
    parser.add_argument("--seconds", type=int, required=True)
    parser.add_argument("--board-serial", required=True)
    arguments = parser.parse_args()
    messages = decode.decode(pathlib.Path(arguments.stream).read_bytes())
    check(messages[0][0] == "hello", "hello comes first", messages[0])
    check(not [m for m in messages if m[0] == "rejected"], "nothing is rejected")
    hello = messages[0][1]
    check_hello(hello, int(arguments.board_serial, 16))
    check_frames([fields for name, fields in messages if name == "frame"], hello, Trace(arguments.trace), arguments.seconds)
    statuses = [fields for name, fields in messages if name == "status"]
    check(all(s["missed_tick_count"] == s["dropped_frame_count"] == s["imu_error_count"] == s["command_error_count"] == 0
              for s in statuses), "nothing was counted as wrong", statuses)
    check(len(statuses) == arguments.seconds // 5, "a status every five seconds", len(statuses))
    print(f"{passed} passed, {failed} failed")
    raise SystemExit(failed > 0)


if __name__ == "__main__":
    main()
