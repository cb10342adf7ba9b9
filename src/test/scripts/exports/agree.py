#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One session in all formats, value by value: agree.py CSV_EXPORT PARQUET_AS_CSV HDF5_FILE MAT_FILE EDF_AS_CSV EDF_STEPS BDF_AS_CSV BDF_STEPS

CSV is the measure. Parquet, HDF5 and MAT must have the very same numbers in single precision; EDF+ and BDF+ within half a step of
each signal. Readers: DuckDB (before), h5py, SciPy, EDFlib (before). Seeded defects must be found.
"""
import csv
import pathlib
import re
import sys

import h5py
import numpy as np
import scipy.io

UNIT = re.compile(r"_(m_per_s2|rad_per_s|mm_per_s|kpa_per_s|kpa|mm2|mm|n|rad|ratio|counts)$")
STATES = ["idle", "handling", "contact", "rolling", "hold", "unknown"]


def table(file):
    with open(file, encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    columns = {}
    for index, key in enumerate(rows[0]):
        texts = [row[index] for row in rows[1:]]
        if key == "state":
            columns[key] = np.array([STATES.index(text) if text in STATES else int(float(text)) for text in texts], float)
        else:
            columns[key] = np.array([float(text) if text else np.nan for text in texts])
    return columns


def differing(name, wanted, found, tolerance=0.0):
    """Names of the columns that differ by more than the tolerance; single precision is all that there is."""
    wrong = []
    for key, values in wanted.items():
        if key not in found:
            wrong.append(f"{name} has no {key}")
            continue
        other = np.asarray(found[key], float).ravel()
        if other.shape != values.shape:
            wrong.append(f"{name}.{key}: {other.shape} values, {values.shape} wanted")
            continue
        both = np.isnan(values) & np.isnan(other)
        near = np.abs(values.astype(np.float32).astype(float) - other.astype(np.float32).astype(float)) <= tolerance
        exact = values == other
        if not np.all(both | near | exact):
            at = int(np.argmin(both | near | exact))
            wrong.append(f"{name}.{key}[{at}]: {other[at]!r}, {values[at]!r} wanted")
    return wrong


def by_edf(samples, raw, file, steps_file, rate_hz):
    """Signals of EDF on their grid of time: compared where a frame came, and missing where none did."""
    wrong = []
    found = {key: np.asarray(values) for key, values in table(file).items()}
    steps = {}
    for line in open(steps_file, encoding="utf-8"):
        if line.startswith("step "):
            _, label, step, _, missing = line.split()
            steps[label] = (float(step), float(missing))
    ticks = np.rint(samples["time_us"] * rate_hz / 1e6).astype(int)
    wanted = {UNIT.sub("", key): values for key, values in samples.items() if key not in ("time_us", "sequence")}
    wanted.update({"raw_" + UNIT.sub("", key): values for key, values in raw.items() if key.endswith("_counts")})
    for label, values in wanted.items():
        if label not in found:
            wrong.append(f"{file} has no {label}")
            continue
        step, missing = steps[label]
        here = found[label][ticks]
        tolerance = 0.5001 * step + 1e-6 * np.nanmax(np.abs(values), initial=0)
        away = np.abs(here - values)
        bad = ~((away <= tolerance) | (np.isnan(values) & (np.abs(here - missing) <= 1.5 * step)))
        if np.any(bad):
            at = int(np.argmax(bad))
            wrong.append(f"{file}.{label}[{at}]: {here[at]}, {values[at]} wanted, step {step}")
        holes = np.setdiff1d(np.arange(len(found[label])), ticks)
        if len(holes) and np.any(np.abs(found[label][holes] - missing) > 1.5 * step):
            wrong.append(f"{file}.{label}: a frame that did not come has a value")
    return wrong


def main():
    export, parquet, hdf5, mat, edf, edf_steps, bdf, bdf_steps = sys.argv[1:]
    folder = next(path for path in pathlib.Path(export).iterdir() if (path / "samples.csv").exists())
    samples, raw = table(folder / "samples.csv"), table(folder / "raw.csv")
    rate_hz = float(next(csv.DictReader(open(pathlib.Path(export) / "sessions.csv", encoding="utf-8", newline="")))["rate_hz"])
    wrong = differing("parquet", samples, table(parquet))
    with h5py.File(hdf5) as opened:
        h5_samples = {key: opened["samples"][key][:] for key in opened["samples"]}
        wrong += differing("hdf5", samples, h5_samples)
        wrong += differing("hdf5", raw, {key: opened["raw"][key][:] for key in opened["raw"]})
        if opened["samples"]["mean_pressure_kpa"].attrs["units"] not in ("kPa", b"kPa"):
            wrong.append("hdf5: no unit of mean_pressure_kpa")
    loaded = scipy.io.loadmat(mat)
    wrong += differing("mat", {"samples_" + key: values for key, values in samples.items()}, loaded)
    wrong += differing("mat", {"raw_" + key: values for key, values in raw.items()}, loaded)
    for file, steps in ((edf, edf_steps), (bdf, bdf_steps)):
        wrong += by_edf(samples, raw, file, steps, rate_hz)
    for words in wrong[:20]:
        print("PROBLEM:", words)
    # Seeded defects.
    spoilt = {key: values.copy() for key, values in samples.items()}
    spoilt["mean_pressure_kpa"][7] = np.nextafter(np.float32(spoilt["mean_pressure_kpa"][7]), np.float32(1e9))
    short = {key: values[:-1] for key, values in samples.items()}
    if not differing("spoilt", spoilt, h5_samples) or not differing("short", short, h5_samples):
        sys.exit("a spoilt value or a missing row passes")
    count = len(samples["time_us"])
    print(f"one session in csv, parquet, hdf5, mat, edf, bdf: {count} rows, {len(samples)} + {len(raw)} columns, {len(wrong)} problems")
    sys.exit(1 if wrong else 0)


main()
