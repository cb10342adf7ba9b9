#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Checks a recording made with --press 1:1:1.5 --press 2:2:2.3 --press 3:2.6:2.7 --press 3:2.9:2.901 --imu-silent 3:4."""

import pathlib
import sys

import decode

PRESSES = [(1, 1, 1.0), (1, 0, 1.5), (2, 1, 2.0), (2, 0, 2.3)]
SYNC_INDEX = 3
SYNCS_S = [2.6, 2.9]       # the second pulse lasts a millisecond: shorter than a look at the buttons
SYNC_WITHIN_S = 0.0011     # the simulation moves contacts once per millisecond; the board itself is far better
SILENT_S = (3, 4)
REPORTED_WITHIN_S = 0.020  # the contacts bounce for 7 ms, the buttons are looked at every 4 ms
BACK_WITHIN_S = 0.250      # tried every 100 ms; identifying, setting up and warming up take 70 ms
PERIOD_S = 0.010

passed = failed = 0


def check(good, what, detail=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what} {detail}")


def main():
    messages = decode.decode(pathlib.Path(sys.argv[1]).read_bytes())
    frames = [fields for name, fields in messages if name == "frame"]
    contacts = [fields for name, fields in messages if name == "button"]
    buttons = [fields for fields in contacts if fields["button_index"] != SYNC_INDEX]
    syncs = [fields for fields in contacts if fields["button_index"] == SYNC_INDEX]
    start_us = frames[0]["device_time_us"]

    check([(b["button_index"], b["pressed"]) for b in buttons] == [(i, p) for i, p, _ in PRESSES],
          "each press and each release is reported once, in spite of the bouncing", buttons)
    late_s = [(b["device_time_us"] - start_us) / 1e6 - at_s for b, (_, _, at_s) in zip(buttons, PRESSES)]
    check(all(-0.001 <= late <= REPORTED_WITHIN_S for late in late_s), "with the time of the change", late_s)
    edges = [sync for sync in syncs if sync["pressed"]]
    check([sync["pressed"] for sync in syncs] == [1, 0] * len(SYNCS_S), "a trigger that bounces is one", syncs)
    late_s = [(edge["device_time_us"] - start_us) / 1e6 - at_s for edge, at_s in zip(edges, SYNCS_S)]
    check(len(edges) == len(SYNCS_S) and all(-0.0001 <= late <= SYNC_WITHIN_S for late in late_s),
          "a trigger has the time of its edge", late_s)

    silent = [frame["seq"] for frame in frames if frame["frame_flags"] & 1 == 0]
    check(all(frame["accel_counts"] == frame["gyro_counts"] == [0, 0, 0] for frame in frames if frame["seq"] in silent),
          "without the IMU its counts are zero")
    check(silent == list(range(silent[0], silent[-1] + 1)) and abs(silent[0] - SILENT_S[0] / PERIOD_S) <= 1,
          "the silence is flagged from its first frame", silent[:1])
    check((SILENT_S[1] - PERIOD_S) / PERIOD_S <= silent[-1] <= (SILENT_S[1] + BACK_WITHIN_S) / PERIOD_S,
          "the IMU is set up again soon after it is back", silent[-1:])
    check([frame["seq"] for frame in frames] == list(range(len(frames))), "no frame is lost over it")
    statuses = [fields for name, fields in messages if name == "status"]
    check(0 < statuses[-1]["imu_error_count"] < 50, "the failed readings are counted", statuses[-1])
    print(f"{passed} passed, {failed} failed")
    raise SystemExit(failed > 0)


if __name__ == "__main__":
    main()
