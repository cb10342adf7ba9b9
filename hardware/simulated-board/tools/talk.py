#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Plays a host on a serial port: sends commands, checks the answers, and counts what comes in until the board is done.

    talk.py PORT
    talk.py PORT --silent SECONDS [--expect-loss]     sends nothing, and reads nothing for so long
"""

import argparse
import os
import select
import termios
import time
import tty

import decode

STEP_TOLERANCE_US = 8  # a tick waits for the interrupt that is being served: 4 us at either end

passed = failed = 0


def check(good, what, detail=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what} {detail}")


class Port:
    def __init__(self, path):
        self.descriptor = os.open(path, os.O_RDWR | os.O_NOCTTY)
        tty.setraw(self.descriptor, termios.TCSANOW)
        self.bytes = bytearray()
        self.ended = False

    def close(self):
        os.close(self.descriptor)

    def write(self, data):
        os.write(self.descriptor, data)

    def read(self, wait_s):
        ready, _, _ = select.select([self.descriptor], [], [], wait_s)
        if not ready:
            return
        try:
            data = os.read(self.descriptor, 65536)
        except OSError:  # the other side is gone: how a pseudo-terminal says end of file
            data = b""
        self.ended = not data
        self.bytes += data

    def messages(self):
        return decode.decode(bytes(self.bytes))

    def wait_for(self, name, wait_s=10, **fields):
        """The first message of that name with these fields, or None."""
        until = time.monotonic() + wait_s
        while time.monotonic() < until and not self.ended:
            for found, content in self.messages():
                if found == name and all(content.get(key) == value for key, value in fields.items()):
                    return content
            self.read(0.1)
        return None


def converse(port):
    set_rate, ping = decode.IDS["set_rate"], 0xC0FFEE
    check(port.wait_for("hello") is not None, "hello arrives")
    port.write(b"\0" + decode.encode_command("ping", token_count=ping))
    check(port.wait_for("pong", token_count=ping) is not None, "ping is answered")
    check(port.wait_for("frame", seq=20) is not None, "frames arrive")
    port.write(decode.encode_command("set_rate", rate_hz=200))
    answer = port.wait_for("command_result", command_message_id=set_rate, result=0)
    check(answer is not None and answer["rate_hz"] == 200, "200 Hz is accepted", answer)
    port.write(decode.encode_command("set_rate", rate_hz=326))
    answer = port.wait_for("command_result", command_message_id=set_rate, result=1)
    check(answer is not None and answer["rate_hz"] == 200, "326 Hz is refused: the line would be too full", answer)
    port.write(decode.encode_command("set_rate", rate_hz=0))
    check(port.wait_for("command_result", result=2) is not None, "0 Hz is out of range")
    port.write(decode.frame_up(b"\xf7\x01"))
    check(port.wait_for("command_result", command_message_id=0xF7, result=3) is not None, "an unknown command is named")
    port.write(decode.encode_command("feedback", led_ratio=255, vibration_ratio=128, buzzer_hz=880, feedback_ms=20))
    check(port.wait_for("command_result", command_message_id=decode.IDS["feedback"], result=0) is not None, "feedback is done")
    hello_count = sum(name == "hello" for name, _ in port.messages())
    port.write(decode.encode_command("hello_request"))
    hello = port.wait_for("hello", rate_hz=200)
    check(hello_count == 1 and hello is not None, "a hello comes on request and knows the new rate")


def check_rate_change(frames):
    steps_us = [(b["device_time_us"] - a["device_time_us"]) % 2**32 for a, b in zip(frames, frames[1:])]
    slow = [abs(step_us - 10000) <= STEP_TOLERANCE_US for step_us in steps_us]
    fast = [abs(step_us - 5000) <= STEP_TOLERANCE_US for step_us in steps_us]
    check(all(a or b for a, b in zip(slow, fast)), "steps are 10 ms or 5 ms", sorted(set(steps_us)))
    check(slow[0] and fast[-1], "the rate changes from 100 Hz to 200 Hz")


def main():
    parser = argparse.ArgumentParser(description="Plays a host on a serial port of the simulated board.")
    parser.add_argument("port")
    parser.add_argument("--silent", type=float, default=0)
    parser.add_argument("--expect-loss", action="store_true")
    arguments = parser.parse_args()
    port = Port(arguments.port)
    if arguments.silent:
        time.sleep(arguments.silent)
    else:
        converse(port)
    while not port.ended:
        port.read(5)
    messages = port.messages()
    frames = [fields for name, fields in messages if name == "frame"]
    rejected = sum(name == "rejected" for name, _ in messages)
    if arguments.expect_loss:
        check(frames[-1]["seq"] >= len(frames), "lost frames leave a hole in seq")
        check(rejected <= 2, "a stall costs the frames it cuts and no others", rejected)
    else:
        check(rejected == 0, "nothing is rejected", rejected)
        check([f["seq"] for f in frames] == list(range(len(frames))), "no seq is missing")
    if not arguments.silent:
        check_rate_change(frames)
    print(f"received {len(frames)} frames, {len(port.bytes)} bytes")
    print(f"{passed} passed, {failed} failed")
    raise SystemExit(failed > 0)


if __name__ == "__main__":
    main()
