#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Long runs of the service as people start it.

    soak.py paced --seconds N [--seed N]   simulated board with the real firmware at 200 Hz, in real time, over a
                                           pseudo-terminal, with mosquitto as the broker; ended by SIGTERM
    soak.py fast --hours N [--seed N]      N hours of device time at 100 Hz as fast as the service takes them, no
                                           broker; the board's clock is 50 ppm fast and wraps

Prints what was measured. Exit code 1: something did not hold; 77: a program is missing.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

import soak_wire
from soak_service import FLAT_COLD_MB, LAUNCHER, ROOT, Failure, Recorded, Service, demand, rollscope

RATE_HZ = 200
# A trace of this length is played again and again. It begins and ends without contact, for less than quiet_ms.
LOOP_S = 600
# Between two repetitions nobody touches the roller: it cannot jump from the angle at which the recording ends to the one at which it begins. Where
# it did, the watch over the pads, which goes by the angle, took a sound pad for stuck in 2 of 46 repetitions.
REST_S = 10
FAST_RATE_HZ = 100
# The clock begins half an hour before its 32 bits are full, so that a short run crosses a wrap too.
FAST_START_US = 2**32 - 1_800_000_000
WRAP_US = 2**32
MISSING = 77


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def end(process):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def await_line(process, start, longest_s):
    """The first line of a program's output that begins so."""
    timer = threading.Timer(longest_s, process.kill)
    timer.start()
    try:
        for line in process.stdout:
            if line.startswith(start):
                return line.strip()
    finally:
        timer.cancel()
    raise Failure(f"{process.args[0]} ended without saying '{start}'")


def await_status(folder, longest_s):
    """What the state says once all is well; the service writes it every five seconds, on a busy machine later."""
    end = time.monotonic() + longest_s
    while True:
        try:
            return rollscope("status", "--data", str(folder)).strip()
        except Failure:
            if time.monotonic() > end:
                raise
            time.sleep(1)


def paced(folder, seconds, seed):
    for program in ("mosquitto", "avr-gcc"):
        if not shutil.which(program, path=os.environ["PATH"] + ":/usr/sbin"):
            print(f"{program} is missing")
            return MISSING
    port, link, sent = free_port(), folder / "roller", folder / "sent.bin"
    configuration = folder / "mosquitto.conf"
    configuration.write_text(f"listener {port} 127.0.0.1\nallow_anonymous true\n")
    broker = subprocess.Popen([shutil.which("mosquitto") or "/usr/sbin/mosquitto", "-c", str(configuration)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    board = subprocess.Popen(
        [str(ROOT / "hardware/simulated-board/run"), "--scenario", "coached", "--seed", str(seed), "--seconds",
         str(seconds), "--link", str(link), "--speed", "real", "--out", str(sent)],
        stdout=subprocess.PIPE, text=True)
    service = None
    try:
        await_line(board, "ready: ", 300)
        service = Service(folder, f"serial:{link}?baud=500000&rate_hz={RATE_HZ}", f"mqtt://127.0.0.1:{port}",
                          max(0.5, seconds / 300))
        service.await_log(" began", 60)
        time.sleep(3)
        print(await_status(service.data, 15))
        done = await_line(board, "done: ", seconds + 60)
        service.await_log("was lost", 30)
        warnings = [line for line in service.log_text().split("was lost")[0].splitlines()[:-1] if " WARN " in line]
        demand(not warnings, f"the service warned while all was well: {warnings[:3]}")
        took_s = service.end()
    finally:
        if service:
            service.kill()
        end(board)
        end(broker)
    print(f"the board says {done}; SIGTERM to the end of the service {took_s:.2f} s")
    judge_paced(service, sent.read_bytes(), done)
    if seconds >= 300:
        service.memory(60, 60)
    else:
        service.memory(seconds / 2, seconds / 6, FLAT_COLD_MB)
    return 0


def judge_paced(service, sent, done):
    sent_count, _, dropped_count = map(int, re.findall(r"\d+", done))
    recorded = Recorded(service.data)
    frame_count = recorded.total("frame_count")
    print(f"{len(recorded.shown)} sessions: {frame_count} frames recorded of {sent_count} that the board sent, "
          f"{recorded.total('lost_frame_count')} lost, {recorded.total('rejected_frame_count')} rejected; "
          f"{len(recorded.blocks[0])} blocks in the first, archive sound")
    demand(dropped_count == 0, f"the board dropped {dropped_count} bytes: nobody took them in time on this machine")
    for key in ("lost_frame_count", "rejected_frame_count", "reset_count"):
        demand(recorded.total(key) == 0, f"{key} is {recorded.total(key)}, must be 0")
    for session in recorded.shown:
        demand(session["link"]["rate_hz"] == RATE_HZ, f"the rate is {session['link']['rate_hz']} Hz")
        demand(session["device"]["pad_count"] == 48, "48 pads were expected")
    times = soak_wire.frame_times(sent)
    demand(len(times) == sent_count, f"{len(times)} sound frames in what the board sent, it says {sent_count}")
    lasts = recorded.hold_to(times.__getitem__)
    # What is in no session came before the first contact's pre-roll or after quiet: each frame is in its place above,
    # so the rest is known by number. The last session runs until the board ends.
    outside = sent_count - frame_count
    before = sum(1 for sequence in times if sequence < recorded.blocks[0][0][0])
    print(f"{before} frames came before the first session (rate not set yet, nobody on the roller), "
          f"{outside - before} between sessions or after the last")
    demand(lasts[-1] == max(times) or len(lasts) > 1, "the session does not reach the board's last frame")
    demand(frame_count >= 0.5 * sent_count, "less than half of the frames are in a session")


def fast_time_us(sequence):
    """The board's clock, unwrapped: 10 ms a tick, 50 ppm fast."""
    return FAST_START_US + sequence * 10_000 + sequence // 2


def play(contents, hello, fifo, count):
    """Writes the hello and that many frames."""
    tails = [soak_wire.FrameTail(content) for content in contents]
    with open(fifo, "wb", buffering=1 << 16) as line:
        try:
            line.write(hello)
            for sequence in range(count):
                line.write(tails[sequence % len(tails)].bytes_at(sequence, fast_time_us(sequence)))
        except BrokenPipeError:
            pass  # the service says why


def fast(folder, hours, seed):
    rollscope("simulate", "--scenario", "coached", "--seed", str(seed), "--seconds", str(LOOP_S), "--out", str(folder))
    stream = (folder / "session.rsw").read_bytes()
    hello = stream[:stream.index(b"\0") + 1]
    contents = [content for content in soak_wire.messages(stream) if content[0] == soak_wire.FRAME_ID]
    demand(len(contents) == LOOP_S * FAST_RATE_HZ, f"{len(contents)} frames in the recording")
    contents += [contents[0]] * (REST_S * FAST_RATE_HZ)
    fifo = folder / "line" / "roller.rsw"
    fifo.parent.mkdir()
    for name in ("calibration.json", "session.json"):
        shutil.copy(folder / name, fifo.parent / name)
    os.mkfifo(fifo)
    count = round(hours * 3600 * FAST_RATE_HZ)
    started = time.monotonic()
    service = Service(folder, f"replay:{fifo}?speed=max", "mqtt://127.0.0.1:9", 0.25)
    try:
        player = threading.Thread(target=play, args=(contents, hello, fifo, count), daemon=True)
        player.start()
        demand(service.process.wait(3600) == 0, f"the service failed: {service.log_text()[-500:]}")
        player.join(5)
    finally:
        service.kill()
    took_s = time.monotonic() - started
    judge_fast(service, count, took_s)
    service.memory(took_s / 4, took_s / 4)
    return 0


def judge_fast(service, count, took_s):
    recorded = Recorded(service.data)
    demand(len(recorded.shown) == 1, f"{len(recorded.shown)} sessions, not one: {service.log_text()[-500:]}")
    link, blocks = recorded.shown[0]["link"], recorded.blocks[0]
    first, last = blocks[0][0], recorded.hold_to(fast_time_us)[0]
    wraps = fast_time_us(last) // WRAP_US - fast_time_us(first) // WRAP_US
    hours = (fast_time_us(last) - fast_time_us(first)) / 3.6e9
    print(f"{hours:.3f} hours of device time in {took_s:.0f} s ({count / took_s / 1000:.1f} thousand frames a second): "
          f"{link['frame_count']} frames recorded of {count} sent, {first} before the session; "
          f"{link['lost_frame_count']} lost, {link['rejected_frame_count']} rejected")
    print(f"clock wraps crossed {wraps}; session time off the device clock by 0 us (0 ppm) in each of {len(blocks)} blocks "
          f"and at the end; archive sound, {(service.data / 'rollscope.sqlite').stat().st_size / 1e6:.1f} MB")
    demand(last == count - 1, f"the session ends with frame {last}, sent were {count}")
    demand(link["frame_count"] == count - first, "frames are missing")
    for key in ("lost_frame_count", "rejected_frame_count", "reset_count"):
        demand(link[key] == 0, f"{key} is {link[key]}, must be 0")
    demand(wraps >= 1, "no wrap was crossed: play longer")
    judge_repetition(recorded.events[0], fast_time_us(first))


def judge_repetition(events, first_us):
    """What the athlete does again every ten minutes gives the same events, a loop of the device clock later."""
    loop_us = fast_time_us((LOOP_S + REST_S) * FAST_RATE_HZ) - fast_time_us(0)
    loops = {}
    for kind, *times in events:
        at = times[0] + first_us - FAST_START_US
        index = at // loop_us
        loops.setdefault(index, []).append((kind, *(time_us - index * loop_us for time_us in times)))
    whole = [loops[index] for index in sorted(loops)[1:-1]]
    same = sum(1 for loop in whole if loop == whole[0])
    print(f"{len(events)} events; {same} of {len(whole)} whole repetitions have the same {len(whole[0])} events at the same "
          f"time, to the microsecond")
    demand(same == len(whole), "session time or detection drifts from one repetition to the next")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=["paced", "fast"])
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--hours", type=float, default=2)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--keep", type=pathlib.Path, help="an empty folder for data and logs, which stay there")
    chosen = parser.parse_args()
    folder = chosen.keep or pathlib.Path(tempfile.mkdtemp(prefix="rollscope-soak-"))
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([LAUNCHER, "--help"], stdout=subprocess.DEVNULL, check=True)  # builds where that is needed
    try:
        if chosen.kind == "paced":
            return paced(folder, chosen.seconds, chosen.seed)
        return fast(folder, chosen.hours, chosen.seed)
    except Failure as failed:
        print(f"FAILED: {failed}")
        return 1
    finally:
        if not chosen.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
