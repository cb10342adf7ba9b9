#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
#
# The whole service on the buses of a Pi that is played by files, through the library that a real Pi uses. Prints "N passed, N failed"
# last; where it cannot run, SKIPPED and why, with exit code 77.

set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
rollscope=$root/rollscope
work=$(mktemp -d)
service=''
trap '[ -z "$service" ] || kill "$service" 2>/dev/null; rm -rf "$work"' EXIT
passed=0 failed=0
SECONDS_PLAYED=18
# Its events lie far from every threshold, so that a tick that a busy machine misses decides nothing.
SEED=12
RATE_HZ=200
NO_BROKER=mqtt://127.0.0.1:9

check() { # what, then a command that must succeed
    local what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED $what"; fi
}

take_counts() { # a log whose last line is "N passed, N failed"
    local counts
    grep -vE '^[0-9]+ passed,' "$1"
    counts=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$1" | tail -1)
    [ -n "$counts" ] || counts='0 passed, 1 failed'
    passed=$((passed + $(cut -d' ' -f1 <<<"$counts")))
    failed=$((failed + $(cut -d' ' -f3 <<<"$counts")))
}

wait_for_line() { # file, pattern, tenths of a second
    for _ in $(seq "$3"); do
        grep -q "$2" "$1" 2>/dev/null && return 0
        sleep 0.1
    done
    echo "no line '$2' in $(basename "$1"):"
    tail -n 5 "$1"
    return 1
}

cpu_ticks() { # process
    awk '{ print $14 + $15 }' "/proc/$1/stat"
}

service_process() { # the Java of the service that runs
    pgrep -P "$service" -x java
}

# A Pi in service has little else to do; so these two go before what else runs here.
start_service() { # data folder, options of the buses
    local data=$1
    shift
    nice -n -10 "$here/run" --trace "$work/scenario/board-trace.csv" "$@" -- \
        "$rollscope" service --source "pi?rate_hz=$RATE_HZ" --mqtt $NO_BROKER --config "$work/config" --data "$data" \
        >"$data.out" 2>"$data.err" &
    service=$!
}

stop_service() {
    kill -TERM "$service"
    wait "$service"
    service=''
}

export_raw() { # data folder
    local id
    id=$("$rollscope" sessions list --json --data "$1" | python3 -c 'import json,sys; print(json.load(sys.stdin)["sessions"][-1]["session_id"])') || return 1
    "$rollscope" sessions show "$id" --json --data "$1" >"$1/session.json" &&
        "$rollscope" export "$id" --format csv --out "$1/export" --data "$1" >/dev/null && echo "$id" >"$1/id"
}

"$here/run" --trace /dev/null -- true >"$work/first.log" 2>&1
if [ $? -eq 77 ]; then
    cat "$work/first.log"
    exit 77
fi

echo "== the scenario, and the same by the wire"
"$rollscope" simulate --scenario "$here/scenario.yaml" --seed $SEED --seconds $SECONDS_PLAYED --rate-hz $RATE_HZ --out "$work/scenario" \
    --board-trace >"$work/simulate.log" 2>&1 || { cat "$work/simulate.log"; exit 1; }
cp -r "$root/config" "$work/config"
"$rollscope" replay "$work/scenario/session.rsw" --speed max --config "$work/config" --data "$work/wire" >"$work/wire.out" 2>"$work/wire.err" ||
    { cat "$work/wire.err"; exit 1; }
check "the wire's session is exported" export_raw "$work/wire"

echo "== who answers"
serial=$("$here/run" --trace "$work/scenario/board-trace.csv" -- "$rollscope" ports --json 2>/dev/null |
    python3 -c 'import json,sys; print(json.load(sys.stdin)["bus_board_serial"] or "")')
if [ -z "$serial" ]; then
    echo "SKIPPED: this machine has neither a processor's serial nor an /etc/machine-id"
    exit 77
fi
python3 "$here/tools/same_roller.py" "$work/scenario" "$work/config" "$serial" || exit 1
"$here/run" --trace "$work/scenario/board-trace.csv" -- "$rollscope" doctor --source pi --config "$work/config" --data "$work/none" \
    >"$work/doctor.out" 2>"$work/doctor.err"
grep -E '^(ok|FAIL|warn) +(bus|identity)' "$work/doctor.out"
check "three converters answer" test "$(grep -c '^ok .*spidev.*its converter answers' "$work/doctor.out")" = 3
check "the motion chip says WHO_AM_I" grep -q '^ok .*/dev/i2c-1 .*mpu6050 answers' "$work/doctor.out"

echo "== $SECONDS_PLAYED s at $RATE_HZ Hz"
start_service "$work/pi" --said "$work/said.csv"
check "frames come" wait_for_line "$work/pi.err" 'frames from pi\|session .* began\|recording' 200
sleep 2
process=$(service_process)
before=$(cpu_ticks "$process")
sleep 10
after=$(cpu_ticks "$process")
sleep 6.2
stop_service
check "the session is exported" export_raw "$work/pi"
grep -ho 'sampled at .*' "$work/pi.err" | head -1
echo "CPU of the service: $((100 * (after - before) / $(getconf CLK_TCK) / 10)) % of a core"
python3 "$here/tools/compare.py" "$work/pi" "$work/said.csv" "$work/scenario/board-trace.csv" "$work/wire" >"$work/compare.log" 2>&1
take_counts "$work/compare.log"
check "analyse gives the same events bit for bit" "$rollscope" analyse --all --config "$work/config" --data "$work/pi"

echo "== what may go wrong on a bus"
start_service "$work/faults" --faults "$here/faults.csv" --said "$work/faults-said.csv"
check "frames come in spite of the coming" wait_for_line "$work/faults.err" 'frames from pi\|session .* began\|recording' 200
sleep 11.8
stop_service
check "the session with faults is exported" export_raw "$work/faults"
python3 "$here/tools/check_faults.py" "$work/faults" "$work/faults-said.csv" "$here/faults.csv" "$work/faults.err" >"$work/faults.log" 2>&1
take_counts "$work/faults.log"

check "nothing is left in /dev" bash -c '! ls /dev/i2c-1 /dev/spidev* >/dev/null 2>&1'
check "nothing stays mounted" bash -c '! grep -q pi-bus /proc/mounts'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
