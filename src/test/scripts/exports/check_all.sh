#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Exports one session in every format and hands each to readers that are not ours: check_all.sh WORK_FOLDER, from the repository's root.
# Exit 77 where a reader is missing; all others have been asked then.
set -uo pipefail
work=$1
here=src/test/scripts/exports
failed=0 missing=0

run() {
    "$@" || failed=1
}

lacks() {
    echo "SKIPPED: $1"
    missing=1
}

# Two cores: what waits for nothing goes on beside the rest, and is heard at the end.
aside() { # name, command
    local name=$1
    shift
    { "$@" >"$work/$name.aside" 2>&1; echo $? >"$work/$name.rc"; } &
}

hear() { # names
    local name
    wait
    for name in "$@"; do
        cat "$work/$name.aside"
        [ "$(cat "$work/$name.rc")" = 0 ] || { echo "PROBLEM: $name"; failed=1; }
    done
}

fetch() {
    npm install --prefix "$work/npm" --no-audit --no-fund --silent datapackage@1.1.10 @duckdb/node-api@1.5.6-r.1 hyparquet@1.31.5 \
        fit-file-parser@6.1.2 deno@2.9.6 vnu-jar@24.10.17 && cd "$work/npm" && npm pack --silent bids-validator@1.15.0 >/dev/null \
        && tar xzf bids-validator-1.15.0.tgz
}

bids() {
    python3 $here/check_bids.py "$work/npm" "$work/out/bids" || return 1
    mv "$work/out/bids" "$work/moved"
    python3 $here/stranger.py "$work/moved" >"$work/stranger.txt"
}

mkdir -p "$work/npm" || exit 1
aside readers fetch

# A session with holes in it, and texts that trip programs.
export EXPORT_NOTE='=SUM(A1), "Übung 1 – IT-Band"
and a second line'
./rollscope simulate --scenario coached --seed 5 --seconds 90 --out "$work/recorded" >/dev/null || exit 1
python3 $here/punch_holes.py "$work/recorded/session.rsw"
./rollscope replay "$work/recorded/session.rsw" --speed max --data "$work/data" >"$work/replay.txt" 2>&1 || { cat "$work/replay.txt"; exit 1; }
# What the athlete noted, with a word of one's own in both units.
id=$(./rollscope sessions list --json --data "$work/data" | python3 -c 'import json, sys; print(json.load(sys.stdin)["sessions"][0]["athlete_id"])')
note() { ./rollscope athlete note "$id" --data "$work/data" --place calf:left "$@" >/dev/null || failed=1; }
run ./rollscope athlete add "$id" --data "$work/data" >/dev/null
run ./rollscope athlete consent "$id" --agree --data "$work/data" >/dev/null
note --soreness 4.5 --at 24h
note --soreness 0 --at 48h
note --rom -12.5 --test knee-to-wall --at before
note --rom 30 --test my-reach --unit deg --at after
note --rom 7 --test my-reach --unit cm --at after
run ./rollscope export --all --data "$work/data" --format csv,bids,parquet,fit,edf,bdf,hdf5,mat --out "$work/out" \
    --title 'Übung 1 – IT-Band' --note "$EXPORT_NOTE"
(cd "$work/out" && sha256sum --quiet -c SHA256SUMS) || failed=1
wait
[ "$(cat "$work/readers.rc")" = 0 ] || { cat "$work/readers.aside"; echo "SKIPPED: the readers could not be fetched"; exit 77; }
aside bids bids
id=$(basename "$(dirname "$(ls "$work"/out/csv/*/samples.csv)")")

# The same formulas on what is no roller; what is not looked for there is empty, and no zero.
for layout in lacrosse stick; do
    ./rollscope simulate --scenario coached --layout $layout --seed 5 --seconds 60 --out "$work/$layout" >/dev/null || exit 1
    ./rollscope replay "$work/$layout/session.rsw" --speed max --data "$work/tools" >"$work/replay.txt" 2>&1 || { cat "$work/replay.txt"; exit 1; }
done
run ./rollscope export --all --data "$work/tools" --format csv,edf --out "$work/tools-out"
if /usr/bin/python3 -c 'import numpy, h5py, scipy' 2>/dev/null; then
    run /usr/bin/python3 $here/agree_metrics.py "$work/tools-out/csv"
fi

# The page for people, by the Nu checker of the W3C.
run ./rollscope report "$id" --out "$work/page.html" --data "$work/data"
nu() { java -jar "$work/npm/node_modules/vnu-jar/build/dist/vnu.jar" --errors-only "$1"; }
nu "$work/page.html" || { echo "PROBLEM: the report is no proper HTML"; failed=1; }
sed 's|<h1>|<h1><div>|' "$work/page.html" >"$work/spoilt.html"
nu "$work/spoilt.html" >/dev/null 2>&1 && { echo "PROBLEM: a block in a heading passes"; failed=1; }
run ./rollscope report "$id" --out "$work/page.pdf" --note 'Übung 1 – IT-Band' --data "$work/data"
$here/check_pdf.sh "$work/page.pdf" 'Übung 1 – IT-Band' "$work/pdf"
case $? in 0) ;; 77) missing=1 ;; *) failed=1 ;; esac
# With a session before it, the page shows whether it works, too.
mkdir -p "$work/twice" && cp -r "$work/data/." "$work/twice" || exit 1
./rollscope replay "$work/recorded/session.rsw" --speed max --data "$work/twice" >"$work/replay.txt" 2>&1 || { cat "$work/replay.txt"; failed=1; }
second=$(./rollscope sessions list --json --data "$work/twice" | python3 -c 'import json, sys; print(json.load(sys.stdin)["sessions"][-1]["session_id"])')
run ./rollscope report "$second" --out "$work/second.html" --data "$work/twice"
grep -q '<h2>Is it working</h2>' "$work/second.html" || { echo "PROBLEM: the second report does not say whether it works"; failed=1; }
nu "$work/second.html" || { echo "PROBLEM: the second report is no proper HTML"; failed=1; }
run ./rollscope report "$second" --out "$work/second.pdf" --note 'twice' --data "$work/twice"
$here/check_pdf.sh "$work/second.pdf" 'twice' "$work/pdf2"
case $? in 0) ;; 77) missing=1 ;; *) failed=1 ;; esac
run node $here/check_csv.mjs "$work/npm" "$work/out/csv"
./rollscope sessions show "$id" --metrics --json --data "$work/data" >"$work/show.json" || failed=1
hear bids
run python3 $here/check_stranger.py "$work/stranger.txt" "$work/show.json"
run node $here/check_parquet.mjs "$work/npm" "$work/out/parquet" "$work/parquet.csv"
run node $here/check_fit.mjs "$work/npm" "$work/out/fit/$id.fit"
if [ -e /usr/include/edflib.h ]; then
    gcc -O1 -o "$work/read_edf" $here/read_edf.c -ledf || failed=1
    for format in edf bdf; do
        "$work/read_edf" "$work/out/$format/$id.$format" >"$work/$format.csv" 2>"$work/$format.steps" || { cat "$work/$format.steps"; failed=1; }
        head -c -100 "$work/out/$format/$id.$format" >"$work/short.$format"
        "$work/read_edf" "$work/short.$format" >/dev/null 2>&1 && { echo "PROBLEM: a $format file cut short passes"; failed=1; }
    done
    for file in "$work"/tools-out/edf/*.edf; do
        "$work/read_edf" "$file" 2>"$work/tool.steps" >/dev/null
        grep -q '^step speed ' "$work/tool.steps" && speeds=$((${speeds:-0} + 1))
        grep -q '^step total_force ' "$work/tool.steps" || { echo "PROBLEM: no force in $file"; failed=1; }
    done
    [ "${speeds:-0}" = 1 ] || { echo "PROBLEM: ${speeds:-0} of ball and stick have a speed in edf, 1 wanted"; failed=1; }
    grep -q '^annotation .* hold$' "$work/edf.steps" || { echo "PROBLEM: no hold among the annotations"; failed=1; }
    if /usr/bin/python3 -c 'import h5py, scipy' 2>/dev/null; then
        aside texts /usr/bin/python3 $here/check_texts.py "$work/npm" "$work/texts" few
        run /usr/bin/python3 $here/agree.py "$work/out/csv" "$work/parquet.csv" "$work/out/hdf5/$id.h5" "$work/out/mat/$id.mat" \
            "$work/edf.csv" "$work/edf.steps" "$work/bdf.csv" "$work/bdf.steps"
        run /usr/bin/python3 $here/agree_metrics.py "$work/out" "$work/moved" "$work/parquet" "$work/show.json"
        hear texts
    else
        lacks "python3-h5py and python3-scipy: hdf5 and mat were not read"
    fi
else
    lacks "libedf-dev: edf and bdf were not read"
fi
if command -v h5dump >/dev/null; then
    h5dump -pH "$work/out/hdf5/$id.h5" >"$work/h5.txt" 2>&1 || { tail -3 "$work/h5.txt"; failed=1; }
    grep -q DEFLATE "$work/h5.txt" || { echo "PROBLEM: hdf5 is not compressed"; failed=1; }
else
    lacks "hdf5-tools: h5dump did not look"
fi
[ $failed -eq 0 ] || exit 1
[ $missing -eq 0 ] || exit 77
