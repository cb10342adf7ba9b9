#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An EDF+ or BDF+ file by MNE against the CSV export: read_mne.py FILE CSV_SESSION_FOLDER [STEPS]; with STEPS our values are spoilt by so many steps."""
import csv
import pathlib
import sys

import mne
import numpy as np

file, folder = sys.argv[1], pathlib.Path(sys.argv[2])
spoilt_steps = float(sys.argv[3]) if len(sys.argv) > 3 else 0
read = mne.io.read_raw_bdf if file.endswith("bdf") else mne.io.read_raw_edf
raw = read(file, preload=True, verbose="error", stim_channel=None)
rows = list(csv.DictReader(open(folder / "samples.csv", encoding="utf-8", newline="")))
ticks = np.rint(np.array([int(row["time_us"]) for row in rows]) * raw.info["sfreq"] / 1e6).astype(int)
bits = 24 if file.endswith("bdf") else 16
compared = 0
for label, key in (("mean_pressure", "mean_pressure_kpa"), ("total_force", "total_force_n"), ("pad_05", "pad_05_kpa"), ("gyro_z", "gyro_z_rad_per_s")):
    ours = np.array([float(row[key] or "nan") for row in rows])
    step = (np.nanmax(ours) - np.nanmin(ours)) * 1.003 / 2**bits
    theirs = raw.get_data(picks=[raw.ch_names.index(label)])[0][ticks]
    known = ~np.isnan(ours)
    away = np.abs(theirs[known] - ours[known] - spoilt_steps * step).max()
    if away > 0.51 * step + 2e-7 * np.nanmax(np.abs(ours)):
        sys.exit(f"{label}: MNE differs by {away}, a step is {step}")
    compared += int(known.sum())
events = list(csv.DictReader(open(folder / "events.csv", encoding="utf-8", newline="")))
for kind in ("hold", "contact", "stroke"):
    ours = sorted(int(event["start_us"]) / 1e6 for event in events if event["type"] == kind)
    theirs = sorted(float(note["onset"]) for note in raw.annotations if note["description"] == kind)
    if len(ours) != len(theirs) or any(abs(one - other) > 2e-6 for one, other in zip(ours, theirs)):
        sys.exit(f"{kind}: MNE has {theirs}, {ours} wanted")
print(f"MNE {mne.__version__}: {compared} values and {len(raw.annotations)} annotations of {pathlib.Path(file).suffix[1:]} as in csv")
