#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Readers that are too large for every check: MNE and biosig on EDF and BDF, Octave on MAT: check_heavy.sh WORK_FOLDER_OF_CHECK_ALL
# Each must see what CSV has, and refuse a seeded defect. Exit 77 where one is missing; the others have been asked then.
set -uo pipefail
work=$1
here=src/test/scripts/exports
failed=0 missing=0
csv=$(dirname "$(ls "$work"/out/csv/*/samples.csv)")
id=$(basename "$csv")

problem() {
    echo "PROBLEM: $1"
    failed=1
}

lacks() {
    echo "SKIPPED: $1"
    missing=1
}

if /usr/bin/python3 -c 'import h5py, scipy' 2>/dev/null; then
    /usr/bin/python3 $here/check_texts.py "$work/npm" "$work/all-texts" || problem "a text did not survive"
else
    lacks "python3-h5py and python3-scipy: texts in all formats were not read"
fi
if /usr/bin/python3 -c 'import mne' 2>/dev/null; then
    for format in edf bdf; do
        file=$work/out/$format/$id.$format
        /usr/bin/python3 $here/read_mne.py "$file" "$csv" || problem "MNE and CSV differ in $format"
        head -c 300 "$file" >"$work/mne.$format"
        /usr/bin/python3 $here/read_mne.py "$work/mne.$format" "$csv" >/dev/null 2>&1 && problem "MNE takes a $format file cut short"
        /usr/bin/python3 $here/read_mne.py "$work/out/$format/$id.$format" "$csv" 20 >/dev/null 2>&1 &&
            problem "a value that is wrong by 20 steps passes in $format"
    done
else
    lacks "python3-mne: MNE did not read edf and bdf (./check long installs it)"
fi

if command -v save2gdf >/dev/null; then
    for format in edf bdf; do
        bits=16
        [ $format = bdf ] && bits=24
        biosig() { # file, offset
            save2gdf -JSON "$1" >"$work/biosig.json" 2>/dev/null && save2gdf -CSV "$1" "$work/biosig.csv" >/dev/null 2>&1 &&
                python3 $here/read_biosig.py "$work/biosig.json" "$work/biosig.csv" "$csv" $bits "$2"
        }
        biosig "$work/out/$format/$id.$format" 0 || problem "biosig and CSV differ in $format"
        biosig "$work/out/$format/$id.$format" 0.01 >/dev/null 2>&1 && problem "a pressure that is 0.01 kPa off passes in $format"
        head -c 200 "$work/out/$format/$id.$format" >"$work/biosig.$format"
        biosig "$work/biosig.$format" 0 >/dev/null 2>&1 && problem "biosig takes a $format file cut short"
    done
else
    lacks "biosig-tools: save2gdf did not read edf and bdf (./check long installs them)"
fi

if command -v octave-cli >/dev/null; then
    octave() { octave-cli --no-gui --quiet --eval "pkg_dir = '$here'; file = '$1'; samples = '$csv/samples.csv'; wrong = $2; run('$here/read_octave.m');"; }
    octave "$work/out/mat/$id.mat" 0 || problem "Octave and CSV differ"
    octave "$work/out/mat/$id.mat" 1 >/dev/null 2>&1 && problem "a wrong value passes in Octave"
    cp "$work/out/mat/$id.mat" "$work/spoilt.mat"
    printf '\377\377\377\377' | dd of="$work/spoilt.mat" bs=1 seek=$(($(stat -c %s "$work/spoilt.mat") / 2)) conv=notrunc status=none
    octave "$work/spoilt.mat" 0 >/dev/null 2>&1 && problem "Octave takes a damaged MAT file"
else
    lacks "octave: it did not read mat (./check long installs it)"
fi
[ $failed -eq 0 ] || exit 1
[ $missing -eq 0 ] || exit 77
