#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a stranger does who has a BIDS data set and nothing else: the mean pressure of each hold, in plain Python: stranger.py DATASET

Prints one line for each hold: session, onset, mean pressure. The frames of a hold are those from its onset to before its end.
"""
import csv
import pathlib
import sys


def table(file):
    with open(file, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


for motion in sorted(pathlib.Path(sys.argv[1]).rglob("*_motion.tsv")):
    names = [row["name"] for row in table(str(motion).replace("_motion.tsv", "_channels.tsv"))]
    time_at, pressure_at = names.index("latency"), names.index("mean_pressure_kpa")
    with open(motion, encoding="utf-8") as lines:
        frames = [(float(row[time_at]), float(row[pressure_at])) for row in (line.split("\t") for line in lines)]
    for event in table(str(motion).replace("_motion.tsv", "_events.tsv")):
        if event["trial_type"] == "hold":
            onset, end = float(event["onset"]), float(event["onset"]) + float(event["duration"])
            pressures = [kpa for time, kpa in frames if onset - 5e-7 <= time < end - 5e-7]
            print(motion.parts[-3], event["onset"], f"{sum(pressures) / len(pressures):.6f}")
