#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Finds where a board refuses a rate (SPEC.md section 10), and that it keeps up at the highest that it takes.

    check_rates.py TRACE FOLDER      TRACE of 6 s or more: a board tells its state every five
"""

import concurrent.futures
import fcntl
import pathlib
import struct
import subprocess
import sys

import decode
import talk

HERE = pathlib.Path(__file__).resolve().parent
HARDWARE = HERE.parent.parent
BAUDS = (200000, 250000, 500000, 1000000)  # those that 16 MHz make exactly and that carry the rate after a reset
LINE_BYTES = 27 + 2 * 48
SCAN_HZ_MAX = 1000000 // (48 * 56 + 200)   # the scan has to fit into the period as well
DONE, LINE_TOO_FULL = 0, 1
TCGETS2, TCSETS2, CBAUD, BOTHER = 0x802C542A, 0x402C542B, 0o010017, 0o010000
TERMIOS2 = "4I20B2I"


def check(good, what, detail=""):
    if not good:
        print(f"FAILED {what} {detail}")
    return good


def set_speed(descriptor, baud):
    """Any speed: Python's termios knows those with a name only."""
    values = list(struct.unpack(TERMIOS2, fcntl.ioctl(descriptor, TCGETS2, bytes(struct.calcsize(TERMIOS2)))))
    values[2] = values[2] & ~CBAUD | BOTHER
    values[-2:] = baud, baud
    fcntl.ioctl(descriptor, TCSETS2, struct.pack(TERMIOS2, *values))


def ask(port, rate_hz):
    """(result, rate in force) of one set_rate."""
    seen = len(results(port))
    port.write(decode.encode_command("set_rate", rate_hz=rate_hz))
    for _ in range(100):
        port.read(0.1)
        if len(results(port)) > seen:
            answer = results(port)[-1]
            return answer["result"], answer["rate_hz"]
    return None, None


def results(port):
    return [fields for name, fields in port.messages() if name == "command_result"]


def judge(baud, trace, folder):
    """Yields the outcome of every check at one baud."""
    build = folder / f"firmware-{baud}"
    subprocess.run(["make", "-s", "-C", str(HARDWARE / "firmware"), f"BAUD_HZ={baud}", f"BUILD={build}"],
                   check=True, stdout=subprocess.DEVNULL)
    link = str(folder / f"port-{baud}")
    board = subprocess.Popen([str(HERE.parent / "build" / "board"), "--firmware", str(build / "rollscope.elf"), "--trace",
                              trace, "--link", link, "--speed", "real"], stdout=subprocess.PIPE, text=True)
    try:
        board.stdout.readline()
        port = talk.Port(link)
        set_speed(port.descriptor, baud)
        yield check(port.wait_for("hello") is not None, f"{baud} baud: hello arrives")
        port.write(b"\0")
        highest_hz = min(baud * 8 // 10 // (10 * LINE_BYTES), SCAN_HZ_MAX)
        for rate_hz in highest_hz + 1, 2 * highest_hz, 1000:
            yield check(ask(port, rate_hz) == (LINE_TOO_FULL, 100), f"{baud} baud: {rate_hz} Hz is refused")
        yield check(ask(port, highest_hz) == (DONE, highest_hz), f"{baud} baud: {highest_hz} Hz is taken")
        while not port.ended:
            port.read(5)
        statuses = [fields for name, fields in port.messages() if name == "status"]
        yield check(bool(statuses) and statuses[-1]["dropped_frame_count"] == statuses[-1]["missed_tick_count"] == 0,
                    f"{baud} baud: {highest_hz} Hz is kept up with", statuses[-1:])
        rejected = sum(name == "rejected" for name, _ in port.messages())
        yield check(rejected == 0, f"{baud} baud: nothing is rejected", rejected)
        print(f"{baud} baud: up to {highest_hz} Hz")
    finally:
        board.terminate()
        board.wait()


def main():
    trace, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    with concurrent.futures.ThreadPoolExecutor(len(BAUDS)) as boards:
        judged = boards.map(lambda baud: list(judge(baud, trace, folder)), BAUDS)
        outcomes = [outcome for of_one in judged for outcome in of_one]
    print(f"{sum(outcomes)} passed, {len(outcomes) - sum(outcomes)} failed")
    raise SystemExit(not all(outcomes))


if __name__ == "__main__":
    main()
