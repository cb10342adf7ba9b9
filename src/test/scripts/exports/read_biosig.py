#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What biosig's save2gdf says of an EDF+ or BDF+ file against the CSV export: read_biosig.py ITS_JSON ITS_CSV CSV_SESSION_FOLDER BITS [OFFSET]

With OFFSET our pressures are spoilt by so many kPa.
"""
import csv
import json
import pathlib
import sys

told, table, folder, bits = json.load(open(sys.argv[1])), sys.argv[2], pathlib.Path(sys.argv[3]), int(sys.argv[4])
offset = float(sys.argv[5]) if len(sys.argv) > 5 else 0
rows = list(csv.DictReader(open(folder / "samples.csv", encoding="utf-8", newline="")))
events = list(csv.DictReader(open(folder / "events.csv", encoding="utf-8", newline="")))
with open(table, encoding="utf-8", newline="") as lines:
    theirs = list(csv.reader(lines))
heads = [head.split(" [")[0].strip() for head in theirs[0]]
rate = told["Samplingrate"]
compared = 0
for label, key in (("mean_pressure", "mean_pressure_kpa"), ("total_force", "total_force_n"), ("pad_05", "pad_05_kpa")):
    at = heads.index(label)
    values = [float(row[key]) for row in rows]
    step = (max(values) - min(values)) * 1.003 / 2**bits
    for row, ours in zip(rows, values):
        other = float(theirs[1 + round(int(row["time_us"]) * rate / 1e6)][at])
        # It prints six digits.
        if abs(other - ours - offset) > 0.51 * step + 1e-5 * max(map(abs, (ours, 1))):
            sys.exit(f"{label} at {row['time_us']} us: biosig says {other}, {ours} wanted")
        compared += 1
for kind in ("hold", "contact", "stroke"):
    ours = sorted(int(event["start_us"]) / 1e6 for event in events if event["type"] == kind)
    found = sorted(event["POS"] for event in told["EVENT"] if event.get("Description") == kind)
    if len(ours) != len(found) or any(abs(one - other) > 1 / rate for one, other in zip(ours, found)):
        sys.exit(f"{kind}: biosig has {found}, {ours} wanted")
print(f"biosig: {compared} values and {len(told['EVENT'])} events of {told['TYPE']} as in csv")
