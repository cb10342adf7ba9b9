#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The stranger's numbers against ours: check_stranger.py STRANGERS_LINES SESSIONS_SHOW_METRICS_JSON, within the single precision of the samples."""
import json
import sys

theirs = [line.split() for line in open(sys.argv[1])]
ours = [span for span in json.load(open(sys.argv[2]))["spans"] if span["type"] == "hold"]
if not ours or len(theirs) != len(ours):
    sys.exit(f"{len(theirs)} holds from the files, {len(ours)} in the archive")
for (_, onset, mean_kpa), span in zip(theirs, ours):
    if abs(float(onset) * 1e6 - span["start_us"]) > 0.5 or abs(float(mean_kpa) - span["mean_pressure_kpa"]) > 2e-6 * span["mean_pressure_kpa"] + 1e-6:
        sys.exit(f"at {onset} s the files say {mean_kpa} kPa, the archive {span['mean_pressure_kpa']}")
print(f"a stranger with the BIDS files alone finds the mean pressure of {len(ours)} holds as sessions show does")
