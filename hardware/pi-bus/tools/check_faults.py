#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Reads in a recorded session, and in what the service said, what each fault of a bus did.

    check_faults.py SESSION SAID FAULTS WORDS      folder and files as test.sh makes them

Converters that are away are missing frames and a lost link; a motion chip that is away is a flag, and the pads keep their rate.
"""

import csv
import pathlib
import sys

import recording
from recording import check

# What must be read of each fault, in the order of faults.csv.
WORDS = {
    ("silent", "i2c-1"): "no answer on /dev/i2c-1 at 0x68",
    ("absent", "spidev0.1"): "/dev/spidev0.1 is not there: put dtparam=spi=on into /boot/firmware/config.txt",
    ("silent", "spidev1.0"): "no converter answers on /dev/spidev1.0 (its null bit reads high)",
    ("fails", "spidev0.0"): "a transfer on /dev/spidev0.0 failed",
    ("slow", "i2c-1"): "MPU-6050 on /dev/i2c-1 at 0x68 answers too slowly",
    ("absent", "i2c-1"): "/dev/i2c-1 is not there: put dtparam=i2c_arm=on into /boot/firmware/config.txt",
}
# From a fault's end to good frames again: the longest pause between two tries, and one scan for its timing.
BACK_WITHIN_S = 1.0
MOTION_BACK_WITHIN_S = 2.6
NOTICED_WITHIN_S = 0.1
# Of the ticks while the motion chip is away, none would be left if its failure were the scan's; half of them, if its slowness were. The
# shortest fault is 40 ticks, of which a pause of 80 ms on a busy machine takes 16; the slow one is 60.
KEPT_SHARE = 0.3
KEPT_SHARE_OF_SLOW = 0.6


def main():
    session, said = recording.Session(sys.argv[1]), recording.Said(sys.argv[2])
    words = pathlib.Path(sys.argv[4]).read_text(encoding="utf-8")
    frames = [((time_us - said.begin_ns / 1000) / 1e6, flags) for _, time_us, flags, *_ in session.frames]
    rate_hz = session.hello["rate_hz"]
    with open(sys.argv[3], newline="", encoding="utf-8") as file:
        faults = [row for row in csv.DictReader(file) if not row["from_s"].startswith("#")]
    for row in faults:
        begin_s, end_s = float(row["from_s"]), float(row["to_s"])
        name = f"{row['fault']} {row['device']}"
        during = [flags for time_s, flags in frames if begin_s + NOTICED_WITHIN_S <= time_s < end_s]
        expected = WORDS.get((row["fault"], row["device"]))
        if expected:
            check(words.count(expected) == 1, f"{name}: one line says so", f"{words.count(expected)} times '{expected}'")
        if row["device"] == "i2c-1":
            kept = len(during) / (rate_hz * (end_s - begin_s - NOTICED_WITHIN_S))
            check(kept > (KEPT_SHARE_OF_SLOW if row["fault"] == "slow" else KEPT_SHARE), f"{name}: the pads go on", kept)
            check(not any(flags & recording.IMU_VALID for flags in during), f"{name}: every frame is flagged")
            back = [time_s for time_s, flags in frames if time_s >= end_s and flags & recording.IMU_VALID]
            limit_s = MOTION_BACK_WITHIN_S
        elif row["fault"] == "slow":
            check(0 < len(during) < rate_hz * (end_s - begin_s), f"{name}: fewer frames", len(during))
            back, limit_s = [time_s for time_s, _ in frames if time_s >= end_s], BACK_WITHIN_S
        else:
            check(not during, f"{name}: no frame is made up", len(during))
            back, limit_s = [time_s for time_s, _ in frames if time_s >= end_s], BACK_WITHIN_S
        check(back and back[0] - end_s <= limit_s, f"{name}: it is back", back[:1])
        print(f"{name}: back after {1000 * (back[0] - end_s):.0f} ms" if back else f"{name}: never back")
    missing = session.frames[-1][0] - session.frames[0][0] + 1 - len(session.frames)
    check(missing == session.document["link"]["lost_frame_count"], "every missing tick is counted")
    check(session.document["link"]["reset_count"] == 0, "nothing passes for a restart")
    recording.finish()


if __name__ == "__main__":
    main()
