#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lets both validators of the npm package bids-validator judge an export `bids`, and the same with seeded defects: check_bids.py NPM_FOLDER EXPORT

NPM_FOLDER holds the unpacked `package` of bids-validator and `node_modules/.bin/deno`. No error may be found in the export; each defect must be
found by at least one of the two, or, for what both pass over (the counts of channels), by this script.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

NPM, EXPORT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])


def one(folder, pattern):
    return sorted(folder.rglob(pattern))[0]


def by_legacy(folder):
    run = subprocess.run(["node", NPM / "package/bin/bids-validator", folder, "--json"], capture_output=True, text=True)
    return [issue["code"] for issue in json.loads(run.stdout)["issues"]["errors"]]


def by_schema(folder):
    # The bundled validator takes the first row of a motion file for a header: two equal values in it are no defect.
    ignored = [{"code": "TSV_COLUMN_HEADER_DUPLICATE", "location": "/" + str(file.relative_to(folder))}
               for file in folder.rglob("*_motion.tsv")]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as config:
        json.dump({"ignore": ignored, "warning": [], "error": []}, config)
        config.flush()
        run = subprocess.run(
            [NPM / "node_modules/.bin/deno", "run", "--allow-read", "--allow-env", "--no-remote",
             NPM / "package/dist/validator/bids-validator.js", folder, "--json", "-c", config.name],
            capture_output=True, text=True)
    return [issue["code"] for issue in json.loads(run.stdout)["issues"]["issues"] if issue.get("severity") == "error"]


def by_us(folder):
    """Counts of channels and columns, and the columns of what athletes noted, which both validators pass over."""
    found = []
    for sidecar in folder.rglob("*_motion.json"):
        said = json.loads(sidecar.read_text())
        table = pathlib.Path(str(sidecar).replace("_motion.json", "_channels.tsv"))
        if not table.exists():
            continue
        rows = [line.split("\t") for line in table.read_text().splitlines()]
        kinds = [row[rows[0].index("type")] for row in rows[1:]] if "type" in rows[0] else []
        for kind in set(kinds):
            if said.get(kind + "ChannelCount") != kinds.count(kind):
                found.append(f"{kind}ChannelCount is {said.get(kind + 'ChannelCount')}, there are {kinds.count(kind)}")
        motion = pathlib.Path(str(sidecar).replace("_motion.json", "_motion.tsv"))
        widths = {line.count("\t") + 1 for line in motion.read_text().splitlines()}
        if widths != {len(kinds)}:
            found.append(f"{len(kinds)} channels, columns {widths}")
    for table in folder.glob("phenotype/*.tsv"):
        rows = [line.split("\t") for line in table.read_text().splitlines()]
        said = json.loads(table.with_suffix(".json").read_text()) if table.with_suffix(".json").exists() else {}
        for index, key in enumerate(rows[0]):
            if not said.get(key, {}).get("Description") or index > 0 and not said[key].get("Units"):
                found.append(f"{table.name}: {key} is not described, or has no unit")
        if "MeasurementToolMetadata" not in said:
            found.append(f"{table.name}: nobody knows what was measured with")
    return found


def edit(pattern, change):
    def spoil(folder):
        file = one(folder, pattern)
        before = file.read_text()
        after = change(before)
        assert after != before, f"nothing to spoil in {file}"
        file.write_text(after)
    return spoil


def without(text, key):
    said = json.loads(text)
    del said[key]
    return json.dumps(said)


DEFECTS = {
    "column units renamed": edit("*_channels.tsv", lambda text: text.replace("\tunits\t", "\tunit\t", 1)),
    "a type that is none": edit("*_channels.tsv", lambda text: text.replace("\tMISC\t", "\tFSR\t", 1)),
    "no sampling frequency": edit("*_motion.json", lambda text: without(text, "SamplingFrequency")),
    "a wrong count of channels": edit("*_motion.json", lambda text: text.replace('"GYROChannelCount" : 3', '"GYROChannelCount" : 4')),
    "column onset renamed": edit("*_events.tsv", lambda text: text.replace("onset", "start", 1)),
    "a motion row too short": edit("*_motion.tsv", lambda text: text.rstrip("\n").rsplit("\t", 1)[0] + "\n"),
    "no channels": lambda folder: one(folder, "*_channels.tsv").unlink(),
    "another participant": edit("participants.tsv", lambda text: text.replace("sub-", "sub-x", 1)),
    "a note of nobody": edit("soreness.tsv", lambda text: text.replace("sub-", "sub-x", 1)),
    "a participant who is left out of the notes": edit("soreness.tsv", lambda text: text.splitlines()[0] + "\n"),
    "notes without their participants": edit("soreness.tsv", lambda text: text.replace("participant_id\t", "athlete\t", 1)),
    "a row of notes too short": edit("knee_to_wall.tsv", lambda text: text.rstrip("\n").rsplit("\t", 1)[0] + "\n"),
    "a note without a unit": edit("knee_to_wall.json", lambda text: text.replace('"Units"', '"Unit"', 1)),
    "notes without a description": lambda folder: one(folder, "soreness.json").unlink(),
    "events of no task": lambda folder: one(folder, "*_events.tsv").rename(
        str(one(folder, "*_events.tsv")).replace("_task-foamroll", "")),
}


def main():
    problems = [f"{judge.__name__}: {code}" for judge in (by_legacy, by_schema, by_us) for code in judge(EXPORT)]
    for name, spoil in DEFECTS.items():
        with tempfile.TemporaryDirectory() as place:
            copy = pathlib.Path(place) / "data"
            shutil.copytree(EXPORT, copy)
            spoil(copy)
            if not (by_us(copy) or by_legacy(copy) or by_schema(copy)):
                problems.append(f"a defect passes: {name}")
    for problem in problems:
        print("PROBLEM:", problem)
    print(f"bids: two validators, {len(DEFECTS)} defects seeded, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
