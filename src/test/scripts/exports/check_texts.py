#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Texts that trip programs, through every format and back: check_texts.py FOLDER_WITH_NODE_MODULES WORK_FOLDER [few], from the
repository's root.

Each is title, author and note of an export of one short session, read by Python's csv and json, hyparquet, h5py and SciPy. What a format cannot carry
must be what its README says; a spoilt text must be found.
"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

import h5py
import scipy.io

TRAPS = [
    "Übung 1 – IT-Band", "=1+1", "+1", "-1", "@SUM(A1)", "\tbegins with a tab", "a, b; c", 'he said "hm", and left', "two\nlines\r\nof it",
    "=HYPERLINK(\"http://x\",\"y\")\nand more", "日本語 Ω 😀", "<b>&amp;</b> %s {} \\ '", "n/a",
]
FEW = TRAPS[5], TRAPS[7], TRAPS[9], TRAPS[10]  # each costs an export of all formats; all of them in ./check long
FORMATS = ["csv", "bids", "parquet", "fit", "edf", "bdf", "hdf5", "mat"]
HYPARQUET = """
import { parquetReadObjects, asyncBufferFromFile } from '%s/node_modules/hyparquet/src/node.js';
import { gunzipSync } from 'node:zlib';
const file = await asyncBufferFromFile('%s');
const rows = await parquetReadObjects({ file, compressors: { GZIP: (input) => new Uint8Array(gunzipSync(input)) } });
console.log(JSON.stringify(rows[0].note));
"""


def plain(text):
    """ASCII, as the README of hdf5 and mat says."""
    text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.category(sign).startswith("M"))
    return re.sub(r"[^\x00-\x7f]", "?", re.sub("[\u2010-\u2015]", "-", text))


def ran(*words):
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(words[:4])}: {done.stderr.strip()}")
    return done.stdout


def told(npm, out):
    """What each reader says that the note is, and other places where texts of people stand."""
    with open(out / "csv" / "sessions.csv", encoding="utf-8", newline="") as lines:
        yield "csv", next(csv.DictReader(lines))["note"]
    package = json.load(open(out / "csv" / "datapackage.json", encoding="utf-8"))
    yield "title", package["title"]
    yield "author", package["contributors"][0]["title"]
    dataset = json.load(open(out / "bids" / "dataset_description.json", encoding="utf-8"))
    yield "title", dataset["Name"]
    yield "author", dataset["Authors"][0]
    parquet = (out / "parquet" / "sessions.parquet").resolve()
    yield "parquet", json.loads(ran("node", "--input-type=module", "-e", HYPARQUET % (npm, parquet)))
    with h5py.File(next((out / "hdf5").glob("*.h5"))) as opened:
        note = opened.attrs["note"]
        yield "hdf5", note.decode() if isinstance(note, bytes) else str(note)
    yield "mat", str(scipy.io.loadmat(next((out / "mat").glob("*.mat")))["note"][0])
    for word in FORMATS:
        readme = out / word / ("README" if word == "bids" else "README.txt")
        yield "readme", readme.read_bytes().decode()


def problems(trap, found):
    wrong = []
    for where, text in found:
        wanted = {"csv": ("'" if trap[0] in "=+-@\t\r\n" else "") + trap, "hdf5": plain(trap), "mat": plain(trap)}.get(where, trap)
        if (wanted not in text) if where == "readme" else (text != wanted):
            wrong.append(f"{where}: {text[:200]!r}, {wanted!r} wanted")
    return wrong


def main():
    npm, work = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    traps = FEW if sys.argv[3:] == ["few"] else TRAPS
    ran("./rollscope", "simulate", "--scenario", "coached", "--seed", "7", "--seconds", "12", "--out", str(work / "recorded"))
    ran("./rollscope", "replay", str(work / "recorded/session.rsw"), "--speed", "max", "--data", str(work / "data"))
    wrong = 0
    for number, trap in enumerate(traps):
        out = work / str(number)
        ran("./rollscope", "export", "--all", "--data", str(work / "data"), "--format", ",".join(FORMATS), "--out", str(out),
            "--title=" + trap, "--author=" + trap, "--note=" + trap)
        found = list(told(npm, out))
        for words in problems(trap, found):
            print(f"PROBLEM: {trap!r} in {words}")
            wrong += 1
        if not all(problems(trap, [(where, text.replace(trap[-1], ""))]) for where, text in found if where not in ("hdf5", "mat")):
            sys.exit(f"{trap!r} without its last sign passes")
        for word in ("edf", "bdf"):
            header = next((out / word).glob("*." + word)).read_bytes()[:256]
            if any(not 32 <= byte <= 126 for byte in header[1:]):
                print(f"PROBLEM: the header of {word} is no ASCII")
                wrong += 1
    print(f"texts: {len(traps)} of {len(TRAPS)} traps as title, author and note through {len(FORMATS)} formats and back, {wrong} problems")
    sys.exit(1 if wrong else 0)


main()
