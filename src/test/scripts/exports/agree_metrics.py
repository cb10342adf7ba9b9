#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The metrics of one session, by their formulas and from every file: agree_metrics.py EXPORTS BIDS_EXPORT PARQUET_AS_CSV_PREFIX SESSIONS_SHOW_METRICS_JSON
Those of all sessions of one CSV export, by their formulas alone: agree_metrics.py CSV_EXPORT

First the formulas of the data dictionary, worked out anew from samples.csv and events.csv with NumPy: what the tables say must come out, but for
the single precision of the samples. Then the tables themselves: Parquet, HDF5, MAT, the CSV beside BIDS, FIT, EDF and BDF, and `sessions show
--metrics --json` must have the very numbers of the export `csv`. Seeded defects must be found.
"""
import csv
import json
import math
import pathlib
import sys

import h5py
import numpy as np
import scipy.io

PRESSED = ("contact", "rolling", "hold")
# Tiles by tool and pads, from the sizes in the user's documentation: balls have 32 equal parts of their surface.
TILE_MM2 = {("roller", 48): 34 * 30, ("roller", 24): 34 * 60, ("stick", 32): math.pi * 40 / 8 * 30,
            **{(ball + "_ball", 32): math.pi * mm * mm / 32 for ball, mm in (("lacrosse", 63), ("tennis", 67), ("massage", 75))}}
# What is not looked for on a tool must be empty: a zero would claim that there was none.
NO_TISSUE = ("guarding_ms", "guarding_count", "release_count", "released_hold_count", "median_release_after_ms", "guarding_ratio",
             "guarding_per_min_count", "guarding_onset_kpa", "guarding_score_ratio", "roll_angle_rad")
NO_ROLLING = ("travel_mm", "speed_mm_per_s", "median_speed_mm_per_s", "mean_speed_mm_per_s", "p95_speed_mm_per_s", "strokes_per_min_count",
              "median_stroke_length_mm", "coverage_mm", "floor_force_n")


def not_told(tool):
    return () if tool == "roller" else NO_TISSUE + NO_ROLLING if tool == "stick" else NO_TISSUE


def rows(file):
    with open(file, encoding="utf-8", newline="") as lines:
        return [{key: value if value != "" else None for key, value in row.items()} for row in csv.DictReader(lines)]


def rank(values, share):
    values = np.sort(values)
    return values[max(0, math.ceil(share * len(values)) - 1)]


def measure(frames, pick, band, tile_mm2):
    """The metrics that spans and sessions share, and those of spans, of the picked frames."""
    one = {key: values[pick] for key, values in frames.items()}
    count = int(pick.sum())
    step = one["step_us"]
    mean, peak, force = one["mean_pressure_kpa"], one["peak_pressure_kpa"], one["total_force_n"]
    floor, amber, ceiling = band
    found = {
        "frame_count": count,
        "pressure_time_kpa_s": (mean * step).sum() / 1e6,
        "force_time_n_s": (force * step).sum() / 1e6,
        "below_floor_ms": math.floor(step[mean < floor].sum() / 1e3),
        "in_band_ms": math.floor(step[(mean >= floor) & (mean <= ceiling)].sum() / 1e3),
        "amber_ms": math.floor(step[(mean > amber) & (mean <= ceiling)].sum() / 1e3),
        "over_ceiling_ms": math.floor(step[mean > ceiling].sum() / 1e3),
    }
    if count == 0:
        return found
    shared = (force >= 15) & (mean > 0)
    speed = np.abs(one["speed_mm_per_s"])
    flags = one["quality_flags"].astype(int)
    found.update({
        "mean_pressure_kpa": mean.mean(), "p95_pressure_kpa": rank(mean, 0.95), "highest_pressure_kpa": mean.max(),
        "peak_pressure_kpa": peak.max(), "mean_peak_pressure_kpa": peak.mean(), "p95_peak_pressure_kpa": rank(peak, 0.95),
        "onset_pressure_kpa": mean[0], "mean_force_n": force.mean(), "mean_contact_area_mm2": one["contact_area_mm2"].mean(),
        "ceiling_share_ratio": (mean / ceiling).mean(), "travel_mm": abs(one["travel_mm"][-1] - one["travel_mm"][0]),
        "mean_speed_mm_per_s": speed.mean(), "p95_speed_mm_per_s": rank(speed, 0.95),
        "doubtful_ratio": (flags != 0).mean(), "saturated_ratio": (flags & 1).mean(),
    })
    if shared.any():
        found["concentration_ratio"] = (peak * tile_mm2 / (1000 * np.where(shared, force, 1)))[shared].mean()
        found["peak_to_mean_ratio"] = (peak[shared] / mean[shared]).mean()
    return found


def approach(frames, pick, mean_kpa):
    mean, slope = frames["mean_pressure_kpa"][pick], frames["pressure_slope_kpa_per_s"][pick]
    there = np.flatnonzero(mean >= 0.9 * mean_kpa)
    slope = slope[: there[0] + 1] if len(there) else slope
    rising = slope[slope > 0]
    return {"approach_max_kpa_per_s": slope.max(), "approach_median_kpa_per_s": np.median(rising) if len(rising) else None}


def spans_and_session(folder, session):
    samples = rows(folder / "samples.csv")
    events = rows(folder / "events.csv")
    keys = [key for key in samples[0] if key != "state"]
    frames = {key: np.array([math.nan if row[key] is None else float(row[key]) for row in samples]) for key in keys}
    step = np.diff(frames["time_us"], prepend=frames["time_us"][0])
    frames["step_us"] = np.where(step <= 200_000, step, 0)
    time_us = frames["time_us"]
    band = tuple(float(session[key]) for key in ("floor_kpa", "amber_kpa", "ceiling_kpa"))
    tile_mm2 = TILE_MM2[session["tool"], int(session["pad_count"])]
    for event in events:
        event["start_us"], event["end_us"] = int(event["start_us"]), int(event["end_us"])
    spans = []
    for event in sorted((one for one in events if one["end_us"] > one["start_us"]), key=lambda one: one["start_us"]):
        pick = (time_us >= event["start_us"]) & (time_us < event["end_us"])
        found = measure(frames, pick, band, tile_mm2)
        if event["type"] == "contact" and pick.any():
            found.update(approach(frames, pick, found["mean_pressure_kpa"]))
        if event["type"] == "hold":
            after = [one["start_us"] - event["start_us"] for one in events
                     if one["type"] == "release" and event["start_us"] <= one["start_us"] <= event["end_us"]]
            found["release_after_ms"] = min(after) / 1000 if after else None
        spans.append({"type": event["type"], "start_us": event["start_us"], "end_us": event["end_us"], **found})
    pressed = np.array([row["state"] in PRESSED for row in samples])
    whole = measure(frames, pressed, band, tile_mm2)
    of = lambda kind: [one for one in spans if one["type"] == kind]
    length = lambda kind: sum(one["end_us"] - one["start_us"] for one in of(kind))
    median = lambda values: float(np.median(values)) if len(values) else None
    have = lambda kind, key: [one[key] for one in of(kind) if one.get(key) is not None]
    flags = frames["quality_flags"].astype(int)
    pains = [float(one["pain_nrs"]) for one in events if one["type"] == "pain"]
    holds = [one["end_us"] - one["start_us"] for one in of("hold")]
    target = sum(20e6 <= one <= 90e6 for one in holds)
    lost = int(session["lost_frame_count"])
    loss = json.load(open(folder.parent / "documents" / folder.name / "loss.json"))
    whole.update({
        "hold_pressure_time_kpa_s": sum(have("hold", "pressure_time_kpa_s")),
        "roll_pressure_time_kpa_s": sum(have("roll", "pressure_time_kpa_s")),
        "hold_force_time_n_s": sum(have("hold", "force_time_n_s")), "roll_force_time_n_s": sum(have("roll", "force_time_n_s")),
        "approach_max_kpa_per_s": max(have("contact", "approach_max_kpa_per_s"), default=None),
        "approach_median_kpa_per_s": median(have("contact", "approach_median_kpa_per_s")),
        "median_hold_ms": median([one / 1e3 for one in holds]), "target_hold_count": target,
        "target_hold_ratio": target / len(holds) if holds else None,
        "released_hold_count": len(have("hold", "release_after_ms")), "median_release_after_ms": median(have("hold", "release_after_ms")),
        "guarding_ratio": length("guarding") / length("contact"), "guarding_per_min_count": len(of("guarding")) * 60e6 / length("contact"),
        "guarding_onset_kpa": median(have("guarding", "onset_pressure_kpa")),
        "pain_count": len(pains), "worst_pain_nrs": max(pains, default=None), "last_pain_nrs": pains[-1] if pains else None,
        "doubtful_ratio": (flags != 0).mean(), "saturated_ratio": (flags & 1).mean(),
        "lost_ratio": lost / (loss["received_frame_count"] + lost),
    })
    loaded = frames["total_force_n"] > 60
    settings = json.load(open(folder.parent / "documents" / folder.name / "settings.json"))
    weight_n = next(value for key, value in walk(settings) if key == "roller_weight_n") if session["tool"] == "roller" else 3
    lobes = frames["floor_force_n"][loaded] / (frames["total_force_n"][loaded] + weight_n)
    if loaded.sum() >= 1000 and not np.isnan(lobes).any():
        bins = np.sort(np.minimum(199, np.floor(lobes / 0.01)))
        whole["lobe_agreement_ratio"] = (bins[math.ceil(len(bins) / 2) - 1] + 0.5) * 0.01
    return spans, whole


def walk(node):
    if isinstance(node, dict):
        for key, value in node.items():
            yield key, value
            yield from walk(value)


def near(key, ours, theirs):
    """Within single precision; a frame on the edge of the band may fall to its other side by it."""
    if ours is None or theirs is None:
        return ours is None and theirs is None
    ours, theirs = float(ours), float(theirs)
    return abs(ours - theirs) <= 3e-5 * max(abs(ours), abs(theirs)) + (20 if key.endswith("_ms") else 1e-4)


def by_formula(wanted, found, skip):
    return [f"{key}: the table says {value}, its formula {found.get(key)}"
            for key, value in wanted.items() if key not in skip and not near(key, value, found.get(key))]


def same(name, wanted, found):
    """Two tables, cell by cell: numbers as they are, texts as ASCII where a format has no more."""
    wrong = []
    if len(wanted) != len(found):
        return [f"{name}: {len(found)} rows, {len(wanted)} wanted"]
    for index, (ours, theirs) in enumerate(zip(wanted, found)):
        for key, value in ours.items():
            if key == "note":
                continue
            other = theirs.get(key, "absent")
            if isinstance(other, float) and math.isnan(other) or other == "":
                other = None
            try:
                fine = value is None and other is None or float(value) == float(other)
            except (TypeError, ValueError):
                fine = value == other
            if not fine:
                wrong.append(f"{name} row {index} {key}: {other!r}, {value!r} wanted")
    return wrong


def formulas(place, session):
    """What is wrong with the figures of one session of a CSV export, with its spans as worked out here."""
    folder = place / session["session_id"]
    empty = not_told(session["tool"])
    table = rows(folder / "spans.csv")
    spans, whole = spans_and_session(folder, session)
    wrong = []
    for index, (wanted, found) in enumerate(zip(table, spans)):
        wrong += [f"span {index} {words}" for words in by_formula(wanted, found, ("type", *empty))]
    if len(spans) != len(table):
        wrong.append(f"{len(table)} spans in the table, {len(spans)} among the events")
    # Those of the summary are counted while it runs; the columns after them come from here.
    keys = list(session)
    metrics = {key: session[key] for key in keys[keys.index("coverage_mm") + 1 : keys.index("note")]}
    wrong += ["session " + words for words in by_formula(metrics, whole, ("calibration_age_day_count", *empty))]
    claimed = [(name, key) for name, some in (("sessions", [session]), ("spans", table), ("samples", rows(folder / "samples.csv")))
               for key in empty for row in some if row.get(key) is not None]
    wrong += [f"{name}.{key} has a value on a {session['tool']}" for name, key in sorted(set(claimed))]
    return wrong, spans, len(metrics)


def of_other_tools(place):
    """Sessions on whatever tool, by formula alone; and each tool must be there."""
    wrong, seen = [], []
    for session in rows(place / "sessions.csv"):
        found, spans, count = formulas(place, session)
        wrong += [f"{session['tool']}: {words}" for words in found]
        seen.append(f"{session['tool']} {len(spans)} spans and {count} of the session")
        # Seeded defects.
        spoilt = {**session, "concentration_ratio": 1.001 * float(session["concentration_ratio"]) + 0.001}
        if not formulas(place, spoilt)[0]:
            sys.exit("a wrong concentration passes on a " + session["tool"])
        if session["tool"] != "roller" and not formulas(place, {**session, "release_count": "0.0"})[0]:
            sys.exit("releases that nobody looked for pass on a " + session["tool"])
    for words in wrong[:20]:
        print("PROBLEM:", words)
    print(f"metrics of other tools by their formulas: {'; '.join(seen)}; {len(wrong)} problems")
    sys.exit(1 if wrong or len(seen) < 2 else 0)


def hdf5_rows(opened, table):
    if table not in opened:
        return []
    columns = {key: [cell.decode() if isinstance(cell, bytes) else cell.item() for cell in values[:]] for key, values in opened[table].items()}
    return [dict(zip(columns, row)) for row in zip(*columns.values())]


def mat_rows(loaded, table, keys):
    columns = {}
    for key in keys:
        column = np.asarray(loaded[f"{table}_{key}"]).ravel()
        columns[key] = [(str(cell.ravel()[0]) if cell.size else "") if isinstance(cell, np.ndarray) else cell.item() for cell in column]
    return [dict(zip(columns, row)) for row in zip(*columns.values())]


def main():
    if len(sys.argv) == 2:
        of_other_tools(pathlib.Path(sys.argv[1]))
    exports, bids, prefix, show = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3], json.load(open(sys.argv[4]))
    place = exports / "csv"
    folder = next(path for path in place.iterdir() if (path / "samples.csv").exists())
    tables = {"spans": rows(folder / "spans.csv"), "sessions": rows(place / "sessions.csv"), "sides": rows(place / "sides.csv")}
    session = tables["sessions"][0]
    wrong, spans, _ = formulas(place, session)
    dictionary = {table["name"]: {column["key"]: column for column in table["columns"]}
                  for table in json.load(open(place / "documents" / "data-dictionary.json"))["tables"]}
    metrics = {key: value for key, value in session.items() if key in show["metrics"]}
    for table in ("spans", "sessions", "sides"):
        for key in tables[table][0]:
            column = dictionary[table].get(key)
            if column is None or not column["description"]:
                wrong.append(f"the data dictionary does not say what {table}.{key} is")
            elif table == "spans" and key not in ("type", "start_us", "end_us") and not column.get("formula"):
                wrong.append(f"no formula of {table}.{key}")
    left, right = (float(tables["sides"][0][side + "_pressure_time_kpa_s"]) for side in ("left", "right"))
    one_sided = not left or not right
    if one_sided != (tables["sides"][0]["dose_index_ratio"] is None):
        wrong.append(f"left {left}, right {right}, index {tables['sides'][0]['dose_index_ratio']}")
    for table, wanted in tables.items():
        wrong += same("parquet " + table, wanted, rows(f"{prefix}.{table}.csv"))
        with h5py.File(next((exports / "hdf5").glob("*.h5"))) as opened:
            wrong += same("hdf5 " + table, wanted, hdf5_rows(opened, table))
        loaded = scipy.io.loadmat(next((exports / "mat").glob("*.mat")))
        wrong += same("mat " + table, wanted, mat_rows(loaded, table, wanted[0]))
        for documents in (bids / "sourcedata" / "documents", *(exports / word / "documents" for word in ("fit", "edf", "bdf"))):
            beside = documents / folder.name / "spans.csv" if table == "spans" else documents / (table + ".csv")
            wrong += same(f"{documents} {table}", wanted, rows(beside))
    wrong += same("sessions show: spans", tables["spans"], show["spans"])
    wrong += same("sessions show: metrics", [metrics], [show["metrics"]])
    for words in wrong[:20]:
        print("PROBLEM:", words)
    # Seeded defects.
    hold = next(one for one in tables["spans"] if one["type"] == "hold")
    found = next(one for one in spans if one["type"] == "hold")
    for key, value in hold.items():
        if key == "type" or value is None:
            continue
        if not by_formula({key: 1.001 * float(value) + (40 if key.endswith("_ms") else 0.01)}, found, ()):
            sys.exit(f"a wrong {key} passes")
    if not same("spoilt", [metrics], [{**show["metrics"], "amber_ms": show["metrics"]["amber_ms"] + 1}]):
        sys.exit("a table that differs passes")
    print(f"metrics: {len(spans)} spans x {len(hold)} and {len(metrics)} of the session by their formulas, and the same in 8 formats and sessions show,"
          f" {len(wrong)} problems")
    sys.exit(1 if wrong else 0)


main()
