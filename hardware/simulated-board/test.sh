#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
#
# Runs the real firmware on the simulated board and checks what it says. Prints "N passed, N failed" last.

set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
host=''
trap '[ -z "$host" ] || kill "$host" 2>/dev/null; rm -rf "$work"' EXIT
passed=0 failed=0
SECONDS_PLAYED=6
SERIAL=0123456789abcdef

check() { # what, then a command that must succeed
    local what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED $what"; fi
}

take_counts() { # a log whose last line is "N passed, N failed"
    local counts
    grep -v 'passed,' "$1"
    counts=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$1" | tail -1)
    [ -n "$counts" ] || counts='0 passed, 1 failed'
    passed=$((passed + $(cut -d' ' -f1 <<<"$counts")))
    failed=$((failed + $(cut -d' ' -f3 <<<"$counts")))
}

wait_for_line() { # file, pattern
    for _ in $(seq 200); do
        grep -q "$2" "$1" 2>/dev/null && return 0
        sleep 0.05
    done
    return 1
}

play_to_host() { # log name, options of the board ... -- options of the host
    local name=$1 board_options=()
    shift
    while [ "$1" != -- ]; do board_options+=("$1"); shift; done
    shift
    "$here/run" --trace "$work/trace.csv" --link "$work/port" "${board_options[@]}" >"$work/$name.board" 2>&1 &
    host=$!
    check "$name: the port appears" wait_for_line "$work/$name.board" "^ready: $work/port$"
    timeout 120 python3 "$here/tools/talk.py" "$work/port" "$@" >"$work/$name.host" 2>&1
    take_counts "$work/$name.host"
    check "$name: the board ends well" wait "$host"
    host=''
    check "$name: the link is gone" test ! -e "$work/port"
}

echo "== golden: no port, as fast as possible"
python3 "$here/traces/make_test_trace.py" --seconds $SECONDS_PLAYED --out "$work/trace.csv"
for n in 1 2; do
    check "golden run $n" "$here/run" --trace "$work/trace.csv" --link none --board-serial $SERIAL --out "$work/$n.bin"
done
check "two runs give the same bytes" cmp "$work/1.bin" "$work/2.bin"
python3 "$here/tools/check_run.py" "$work/1.bin" "$work/trace.csv" --seconds $SECONDS_PLAYED --board-serial $SERIAL \
    >"$work/golden.log" 2>&1
take_counts "$work/golden.log"

echo "== buttons, and an IMU that falls silent"
check "faults run" "$here/run" --trace "$work/trace.csv" --link none --out "$work/faults.bin" \
    --press 1:1:1.5 --press 2:2:2.3 --press 3:2.6:2.7 --press 3:2.9:2.901 --imu-silent 3:4
python3 "$here/tools/check_buttons_and_imu.py" "$work/faults.bin" >"$work/faults.log" 2>&1
take_counts "$work/faults.log"
check "no IMU run" "$here/run" --trace "$work/trace.csv" --link none --out "$work/no-imu.bin" --imu-silent 0:2
python3 "$here/tools/decode.py" "$work/no-imu.bin" >"$work/no-imu.log"
unflagged=$(grep -c "^frame.*'frame_flags': 0" "$work/no-imu.log")
check "a board starts without its IMU and finds it later" test "$unflagged" -ge 200 -a "$unflagged" -le 225

echo "== every fault of the table, from a file"
python3 "$here/tools/check_fault_files.py" "$work/trace.csv" "$work" >"$work/fault-files.log" 2>&1
take_counts "$work/fault-files.log"

echo "== a host on the port, real time"
play_to_host real --speed real --
check "nothing was dropped" grep -q ', 0 bytes dropped$' "$work/real.board"

echo "== a host on the port, as fast as it reads"
play_to_host max --speed max --seconds $SECONDS_PLAYED --out "$work/max.bin" -- --silent 1
check "nothing was dropped" grep -q ', 0 bytes dropped$' "$work/max.board"

echo "== a host that stalls, real time"
play_to_host stall --speed real -- --silent 3 --expect-loss
check "the loss was counted" grep -qE ', [1-9][0-9]* bytes dropped$' "$work/stall.board"

echo "== rates that would fill the line, at four speeds"
python3 "$here/tools/check_rates.py" "$work/trace.csv" "$work" >"$work/rates.log" 2>&1
take_counts "$work/rates.log"

echo "== errors are one clear line"
refuses() { # exit code, pattern, options
    local code=$1 pattern=$2 output status
    shift 2
    output=$("$here/run" "$@" 2>&1 >/dev/null)
    status=$?
    [ "$status" = "$code" ] && [ "$(wc -l <<<"$output")" = 1 ] && grep -q "$pattern" <<<"$output" && return 0
    echo "exit $status, said: $output"
    return 1
}
sed '1s/pad_07_mv/pad_7/' "$work/trace.csv" >"$work/column.csv"
sed '5s/,[^,]*/,many/' "$work/trace.csv" >"$work/number.csv"
check "no options" refuses 2 'link is missing'
check "no trace file" refuses 3 'cannot read trace' --trace "$work/none.csv" --link none
check "a bad column" refuses 1 'column 9 must be pad_07_mv' --trace "$work/column.csv" --link none
check "a bad number" refuses 1 'line 5: pad_00_mv is not a number' --trace "$work/number.csv" --link none
check "a bad speed" refuses 2 'real or max' --trace "$work/trace.csv" --link none --speed fast
check "a bad serial" refuses 2 'hex digits' --trace "$work/trace.csv" --link none --board-serial xyz
check "nobody opens the port" refuses 3 'nobody opened' --trace "$work/trace.csv" --link "$work/port" --wait-seconds 0.2
touch "$work/file"
check "the link is a file" refuses 3 'exists and is not a link' --trace "$work/trace.csv" --link "$work/file"
check "help" "$here/run" --help >/dev/null

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
