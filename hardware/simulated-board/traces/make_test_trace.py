#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Writes a trace for the simulated board in which every pad and every axis does something of its own.

No athlete is meant by it: slow sines with a different period and phase per column make a swapped pad, a wrong sign or a
wrong moment visible, and stay slow enough that a microsecond does not matter. Some pads touch the ends of the converter.

    make_test_trace.py --seconds 5 --seed 1 --out trace.csv
"""

import argparse
import csv
import math
import random

PADS = 48
ROW_US = 1000
FULL_SCALE_MV = 3300


class Sine:
    def __init__(self, centre, swing, period_s, phase_rad):
        self.centre, self.swing, self.period_s, self.phase_rad = centre, swing, period_s, phase_rad

    def at(self, time_s):
        return self.centre + self.swing * math.sin(2 * math.pi * time_s / self.period_s + self.phase_rad)


def columns(seed):
    """(name, curve, decimals) for every column after time_us."""
    chance = random.Random(seed)
    for pad in range(PADS):
        swing_mv = chance.uniform(200, 1400)
        centre_mv = chance.uniform(swing_mv - 150, FULL_SCALE_MV - swing_mv + 150)  # some clip at either end
        yield f"pad_{pad:02d}_mv", Sine(centre_mv, swing_mv, chance.uniform(1.5, 6), chance.uniform(0, 6)), 2
    for axis in "xyz":
        yield f"accel_{axis}_m_per_s2", Sine(chance.uniform(-3, 3), chance.uniform(5, 15), chance.uniform(1, 4),
                                             chance.uniform(0, 6)), 5
    for axis in "xyz":
        yield f"gyro_{axis}_rad_per_s", Sine(chance.uniform(-1, 1), chance.uniform(2, 8), chance.uniform(1, 4),
                                             chance.uniform(0, 6)), 6


def main():
    parser = argparse.ArgumentParser(description="Writes a test trace for the simulated board.")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    curves = list(columns(arguments.seed))
    with open(arguments.out, "w", newline="", encoding="ascii") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["time_us"] + [name for name, _, _ in curves])
        for row in range(round(arguments.seconds * 1e6 / ROW_US)):
            time_s = row * ROW_US / 1e6
            values = [f"{curve.at(time_s):.{decimals}f}" for _, curve, decimals in curves]
            writer.writerow([row * ROW_US] + [v if not v.startswith("-") or "pad" not in n else "0"
                                              for v, (n, _, _) in zip(values, curves)])


if __name__ == "__main__":
    main()
