#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Plays every fault of the table in ../README.md on the board and reads in the bytes what it did.

    check_fault_files.py TRACE FOLDER      TRACE of 6 s or more
"""

import pathlib
import re
import subprocess
import sys
import termios
import threading
import time

import decode
import talk

HERE = pathlib.Path(__file__).resolve().parent
RUN = HERE.parent / "run"
SECONDS = 5
RATE_HZ = 100
HEADER = "from_s,to_s,fault,target,value\n"
POWER_ON, BROWN_OUT, WATCHDOG = 1, 4, 8
IMU_VALID, AFTER_MISSED_TICK = 1, 2
WATCHDOG_S = 0.25
BOOT_S = 0.1

passed = failed = 0
played = set()


def check(good, what, detail=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what} {detail}")


class Heard:
    """What a recording holds."""

    def __init__(self, stream):
        self.messages = decode.decode(stream)
        self.hellos = [fields for name, fields in self.messages if name == "hello"]
        self.frames = [fields for name, fields in self.messages if name == "frame"]
        self.rejected_count = sum(name == "rejected" for name, _ in self.messages)
        self.reset_causes = [hello["reset_cause"] for hello in self.hellos]
        self.seqs = [frame["seq"] for frame in self.frames]

    def lost_count(self):
        return sum(b - a - 1 for a, b in zip(self.seqs, self.seqs[1:]) if b > a)

    def restart_count(self):
        return sum(b <= a for a, b in zip(self.seqs, self.seqs[1:]))

    def counts(self, pad, from_s, to_s):
        return [f["pad_counts"][pad] for f in self.frames if from_s * RATE_HZ <= f["seq"] < to_s * RATE_HZ]


class Player:
    def __init__(self, trace, folder):
        self.trace, self.folder = trace, folder

    def arguments(self, rows, *options):
        played.update(row.split(",")[2] for row in rows)
        path = self.folder / "faults.csv"
        path.write_text(HEADER + "".join(row + "\n" for row in rows))
        return [str(RUN), "--trace", self.trace, "--faults", str(path), "--seconds", str(SECONDS), *options]

    def play(self, *rows, seed=1):
        out = self.folder / "faults.bin"
        arguments = self.arguments(rows, "--link", "none", "--out", str(out), "--fault-seed", str(seed))
        subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
        return Heard(out.read_bytes())


def bytes_on_the_line(player):
    for fault in "bit_flip", "drop_byte":
        heard = player.play(f"1,4,{fault},to_host,20")
        hit = SECONDS * RATE_HZ - len(heard.frames)
        check(10 <= hit <= 40, f"{fault}: 20 bytes cost 10 to 40 frames", hit)
        check(heard.rejected_count >= 10 and heard.lost_count() == hit, f"{fault}: each is rejected and leaves a hole")
        check(heard.restart_count() == 0 and len(heard.hellos) == 1, f"{fault}: nobody takes it for a reset")
        again = player.play(f"1,4,{fault},to_host,20")
        other = player.play(f"1,4,{fault},to_host,20", seed=2)
        check(again.messages == heard.messages, f"{fault}: the same seed hits the same bytes")
        check(other.messages != heard.messages, f"{fault}: another seed hits others")
        share = player.play(f"1,4,{fault},to_host,0.001")
        hit = SECONDS * RATE_HZ - len(share.frames)
        check(15 <= hit <= 65, f"{fault}: one byte in a thousand costs about 35 of 300 frames", hit)


def pads(player):
    sound = player.play("0,0.001,drop_byte,to_host,0.000001")
    stuck = player.play("1,3,stuck_pad,7,1650")
    check(set(stuck.counts(7, 1, 3)) == {512}, "stuck_pad: reads its level", set(stuck.counts(7, 1, 3)))
    check(stuck.counts(7, 3, 5) == sound.counts(7, 3, 5) and stuck.counts(8, 0, 5) == sound.counts(8, 0, 5),
          "stuck_pad: that pad at that time and nothing else")
    floating = player.play("1,3,floating_pad,7,2000").counts(7, 1, 3)
    steps = [abs(b - a) for a, b in zip(floating, floating[1:])]
    check(200 < max(floating) - min(floating) <= 1023 and sum(steps) / len(steps) > 20,
          "floating_pad: wanders far and fast", (min(floating), max(floating)))
    swapped = player.play("1,3,swapped_pads,3:17,")
    # Each is converted at its own moment, so the two agree as well as the trace moves in 2 ms: a few counts.
    check(all(abs(a - b) <= 12 for a, b in zip(swapped.counts(3, 1, 3), sound.counts(17, 1, 3))),
          "swapped_pads: one shows what the other feels")
    check(swapped.counts(3, 3, 5) == sound.counts(3, 3, 5), "swapped_pads: until its end")


def imu(player):
    silent = player.play("1,3,imu_silent,,")
    flagged = [f["seq"] for f in silent.frames if not f["frame_flags"] & IMU_VALID]
    check(flagged[0] in (100, 101) and 298 <= flagged[-1] <= 325 and len(flagged) == flagged[-1] - flagged[0] + 1,
          "imu_silent: flagged from its first frame until soon after its end", (flagged[0], flagged[-1]))


def resets(player):
    heard = player.play("1,1.5,brown_out,,", "3,4,hang,,")
    check(heard.reset_causes == [POWER_ON, BROWN_OUT, WATCHDOG], "each reset says its cause", heard.reset_causes)
    check(heard.restart_count() == 2, "brown_out, hang: seq begins at 0 again", heard.restart_count())
    away_s = 0.5 + WATCHDOG_S
    frames = (SECONDS - away_s) * RATE_HZ
    check(frames - 3 * BOOT_S * RATE_HZ <= len(heard.frames) <= frames, "the board is away as long as it should be",
          len(heard.frames))
    check(heard.rejected_count <= 2, "a reset costs the frame it cuts", heard.rejected_count)
    check(all(f["frame_flags"] == IMU_VALID for f in heard.frames), "after a reset the IMU is there at once")
    buttons = [name for name, _ in heard.messages if name == "button"]
    check(not buttons, "no reset presses a button", buttons)

    stall = player.play("2,2.1,hang,,")
    flagged = [f for f in stall.frames if f["frame_flags"] & AFTER_MISSED_TICK]
    check(stall.reset_causes == [POWER_ON] and len(flagged) == 1 and 7 <= stall.lost_count() <= 10,
          "a hang shorter than the watchdog's time misses ticks, and says so", (stall.reset_causes, stall.lost_count()))
    missed = [fields["missed_tick_count"] for name, fields in stall.messages if name == "status"]
    check(not missed or missed[-1] == stall.lost_count(), "the board counts them as the host does", missed)


def baud(player):
    heard = player.play("1,3,wrong_baud,,250000")
    check(heard.rejected_count > 500 and 2.9 * RATE_HZ <= len(heard.frames) <= 3 * RATE_HZ + 1,
          "wrong_baud: half the speed, nothing but noise", (heard.rejected_count, len(heard.frames)))
    heard = player.play("1,3,wrong_baud,,508000")
    check(heard.rejected_count == 0 and len(heard.frames) == SECONDS * RATE_HZ,
          "wrong_baud: 1.6 % is within what a UART bears", heard.rejected_count)


def listen(port, seconds, speed=None):
    """A port that is opened anew, as a host does that lost it; returns its bytes."""
    heard = talk.Port(port)
    if speed is not None:
        settings = termios.tcgetattr(heard.descriptor)
        settings[4] = settings[5] = speed
        termios.tcsetattr(heard.descriptor, termios.TCSANOW, settings)
    until = time.monotonic() + seconds
    while time.monotonic() < until and not heard.ended:
        heard.read(0.1)
    ended = heard.ended
    heard.close()
    return bytes(heard.bytes), ended


def over_the_port(player):
    port = player.folder / "port"
    arguments = player.arguments(["1,2,unplug,,"], "--link", str(port), "--speed", "real", "--wait-seconds", "20")
    board = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        check(board.stdout.readline().startswith("ready"), "unplug: the port appears")
        before, ended = listen(str(port), 10)
        check(ended and not port.is_symlink(), "unplug: the port hangs up and its name is gone")
        while not port.is_symlink() and board.poll() is None:
            time.sleep(0.01)
        # Short, so that the board plays on to the last of them though the first begins late.
        after, _ = listen(str(port), 0.3, termios.B500000)
        wrong, _ = listen(str(port), 0.5, termios.B115200)
        right, _ = listen(str(port), 0.8, termios.B500000)
        before, after, wrong, right = (Heard(b) for b in (before, after, wrong, right))
        check(80 <= before.seqs[-1] <= 105 and before.seqs == list(range(len(before.seqs))), "unplug: all until then")
        # The port is back at 2 s; a host that is busy opens it later. What it then hears must still be this run, not a new one.
        check(after.seqs and 195 <= after.seqs[0] <= 350 and not after.hellos, "unplug: the board went on meanwhile", after.seqs[:1])
        check(not wrong.frames and wrong.rejected_count > 10, "a host of the wrong speed hears noise",
              (len(wrong.frames), wrong.rejected_count))
        check(right.frames and right.rejected_count <= 1, "a host of the right speed hears frames")
        threading.Thread(target=listen, args=(str(port), 20), daemon=True).start()
        check("bytes dropped" in board.communicate(timeout=30)[0], "unplug: the board ends well")
    finally:
        if board.poll() is None:
            board.terminate()


def refusals(player):
    for row, expected in {
        "1,2,bit_flop,to_host,3": "there is no fault 'bit_flop'; the nearest is bit_flip",
        "2,1,imu_silent,,": "to_s must be after from_s",
        "x,1,imu_silent,,": "from_s must be a number",
        "1,2,stuck_pad,48,100": "target must name a pad of 0 to 47, was '48'",
        "1,2,stuck_pad,4,3301": "value (mV) must be a number of 0 to 3300, was '3301'",
        "1,2,swapped_pads,4,": "two pads, as 3:17",
        "1,2,swapped_pads,4:4,": "two different pads",
        "1,2,bit_flip,sideways,1": "to_host or to_board",
        "1,2,bit_flip,to_host,2.5": "must be whole",
        "1,2,bit_flip,to_host,100": "100 bytes need 3 s",
        "1,2,imu_silent,3,": "imu_silent takes no target",
        "1,2,hang,,3": "hang takes no value",
        "1,2,hang,": "a row has 5 columns",
        "1,2,wrong_baud,,9": "value (baud) must be a number of 300",
    }.items():
        done = subprocess.run(player.arguments([row], "--link", "none"), capture_output=True, text=True)
        check(done.returncode == 2 and f"faults.csv line 2: " in done.stderr and expected in done.stderr
              and done.stderr.count("\n") == 1, f"'{row}' is refused", done.stderr)


def main():
    folder = pathlib.Path(sys.argv[2])
    player = Player(sys.argv[1], folder)
    bytes_on_the_line(player)
    pads(player)
    imu(player)
    resets(player)
    baud(player)
    over_the_port(player)
    table = set(re.findall(r"^\| `([a-z_]+)` \|", (HERE.parent / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    check(table and table == played, "every fault of the table was played, and no other", table ^ played)
    refusals(player)
    print(f"{passed} passed, {failed} failed")
    raise SystemExit(failed > 0)


if __name__ == "__main__":
    main()
