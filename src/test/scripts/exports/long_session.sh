#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A session of two hours in every format with a heap of 256 MB: long_session.sh WORK_FOLDER, from the repository's root.
set -uo pipefail
work=$1
mkdir -p "$work" || exit 1
./rollscope simulate --scenario coached --seed 11 --seconds 7200 --out "$work/recorded" >/dev/null || exit 1
./rollscope replay "$work/recorded/session.rsw" --speed max --data "$work/data" >"$work/replay.txt" 2>&1 || { cat "$work/replay.txt"; exit 1; }
rm -rf "$work/recorded"
home=$(pwd)
failed=0
for format in csv bids parquet fit edf bdf hdf5 mat; do
    started=$SECONDS
    if ! java -Xmx256m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError "-Drollscope.home=$home" -cp "$home/target/rollscope.jar:$home/target/lib/*" org.rollscope.app.Main \
        export --all --format $format --out "$work/$format" --data "$work/data" >"$work/out.txt" 2>"$work/err.txt"; then
        echo "FAILED: $format within 256 MB of heap: $(tail -n 1 "$work/err.txt")"
        failed=1
    fi
    echo "two hours as $format within 256 MB of heap: $((SECONDS - started)) s, $(du -sm "$work/$format" 2>/dev/null | cut -f1) MB"
    rm -rf "${work:?}/$format"
done
exit $failed
