#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# An hour of 48 pads at 100 Hz against what others would do with it, in one run: benchmark.sh WORK_FOLDER, from the repository's root.
#
#   re-analysis from the archive, decompression included, against the same steps in NumPy and SciPy from raw binary (reanalyse.py)
#   export as Parquet, from the archive to the finished folder, against DuckDB's appender and COPY of rows that lie in memory
#   bytes of the archive against SQLite with a row for each frame
#
# Rounds of both sides take turns; judged is the median of the rounds after the first, in processor time of the whole process, because the
# wall clock depends on what else runs. Prints ours, theirs, ratio, limit and verdict; fails when a limit does not hold.
set -uo pipefail
work=$1
rounds=${ROLLSCOPE_ROUNDS:-9} # Java compiles itself during the first three or four
seconds=${ROLLSCOPE_SECONDS:-3600} # the limits are for an hour: a short session has not warmed up, and shares one calibration
here=$(dirname "${BASH_SOURCE[0]}")
mkdir -p "$work" || exit 1
/usr/bin/python3 -c 'import numpy, scipy' 2>/dev/null || { echo "SKIPPED: python3-numpy and python3-scipy are missing"; exit 77; }
if [ ! -e target/test-classes/org/rollscope/app/sessions/ScaleBenchmark.class ] || [ ! -e target/test.cp ]; then
    mvn -q -B -ntp test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/test.cp -Dspotless.check.skip || exit 1
fi
./rollscope simulate --scenario coached --seed 11 --seconds "$seconds" --out "$work/recorded" >/dev/null || exit 1
./rollscope replay "$work/recorded/session.rsw" --speed max --data "$work/data" >"$work/replay.txt" 2>&1 || { cat "$work/replay.txt"; exit 1; }
rm -rf "$work/recorded"
exec /usr/bin/python3 "$here/benchmark.py" "$work" "$rounds"
