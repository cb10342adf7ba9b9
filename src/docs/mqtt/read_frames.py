#!/usr/bin/env python3
"""Frames as CSV: mosquitto_sub -t 'rollscope/v1/+/frames' -F %x | read_frames.py   (needs cbor2: apt-get install python3-cbor2)"""
import sys

import cbor2

FIGURES = ("device_time_us", "sequence", "total_force_n", "mean_pressure_kpa", "peak_pressure_kpa", "speed_mm_per_s")

print(",".join(FIGURES + ("state", "pad_pressure_kpa")))
for line in sys.stdin:
    message = cbor2.loads(bytes.fromhex(line.strip()))
    columns = message["columns"]
    for index in range(len(columns["sequence"])):
        row = [columns[name][index] for name in FIGURES]
        row.append(message["states"][columns["state"][index]])
        row.append(" ".join("-" if value is None else f"{value:g}" for value in columns["pad_pressure_kpa"][index]))
        print(",".join("" if value is None else str(value) for value in row), flush=True)
