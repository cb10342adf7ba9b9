# SPDX-License-Identifier: Apache-2.0
"""A service as people start it, watched from outside by what the system says of its process."""
import json
import pathlib
import signal
import sqlite3
import statistics
import subprocess
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
LAUNCHER = str(ROOT / "rollscope")
# What a class loaded late, a detector's first event or a longer line of the log may add after the warm-up.
FLAT_MB = 4
FLAT_RATIO = 0.05
# In its first minute of real time the machine still loads classes and compiles.
FLAT_COLD_MB = 8
# 96 MB of heap is the launcher's own limit; the rest of the virtual machine is classes, compiled code and stacks.
MOST_RSS_MB = 160
# A recording's own thread, and those that the virtual machine itself starts and ends for its compiler; the names are cut by
# the system.
COMING_AND_GOING = {"session-writer", "C1 CompilerThre"}
# The broker's supervisor, and the client's pool, which is filled when its tasks come and renames its threads.
MQTT_NAME = "mqtt"
POOL_SIZES = {MQTT_NAME: 1 + 6}
# The archive, its log, that log's index, and the locks of the recording and of the service: the last sample may see them gone.
DESCRIPTORS_OF_A_SESSION_COUNT = 5
SIGTERM_EXIT_CODE = 128 + 15
MOST_END_S = 5
BLOCKS_OF_A_SESSION_COUNT = 1 << 32


class Failure(Exception):
    """A check that did not hold, in one line."""


def demand(holds, line):
    if not holds:
        raise Failure(line)


def rollscope(*words, expect=0):
    """Runs a command to its end; its standard output."""
    done = subprocess.run([LAUNCHER, *words], capture_output=True, text=True)
    demand(done.returncode == expect,
           f"rollscope {' '.join(words)} ended with {done.returncode}: {done.stdout[-300:]}{done.stderr[-300:]}")
    return done.stdout


def names(tasks):
    """Names of the threads of a process."""
    for task in tasks.iterdir():
        try:
            name = (task / "comm").read_text().strip()
            yield MQTT_NAME if name.startswith(("MQTT", "rollscope-mqtt", "rollscope-paho")) else name
        except OSError:
            pass  # it has just ended


class Service:
    """The process, its log, and a sample of its memory, threads and descriptors at a steady pace."""

    def __init__(self, folder, source, broker, sample_s):
        self.data = folder / "data"
        self.log = folder / "service.log"
        self.samples = []  # (seconds since the start, RSS in MB, names of threads, descriptors)
        self.ending = False
        self.sample_s = sample_s
        self.started = time.monotonic()
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [LAUNCHER, "service", "--source", source, "--mqtt", broker, "--data", str(self.data)],
                stdout=log, stderr=log)
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status")
        descriptors = pathlib.Path(f"/proc/{self.process.pid}/fd")
        threads = pathlib.Path(f"/proc/{self.process.pid}/task")
        while self.process.poll() is None and not self.ending:
            try:
                fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
                if "VmRSS" in fields:
                    self.samples.append((time.monotonic() - self.started, int(fields["VmRSS"].split()[0]) / 1024,
                                         sorted(names(threads)), len(list(descriptors.iterdir()))))
            except OSError:
                pass  # it has just ended
            time.sleep(self.sample_s)

    def log_text(self):
        return self.log.read_text(errors="replace")

    def await_log(self, words, longest_s):
        end = time.monotonic() + longest_s
        while words not in self.log_text():
            demand(self.process.poll() is None, f"the service ended: {self.log_text()[-500:]}")
            demand(time.monotonic() < end, f"waited {longest_s} s for '{words}' in the log: {self.log_text()[-500:]}")
            time.sleep(0.05)

    def end(self):
        """SIGTERM; how long the end took, in seconds."""
        self.ending = True
        asked = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            exit_code = self.process.wait(30)
        except subprocess.TimeoutExpired as never:
            raise Failure("the service did not end within 30 s of SIGTERM") from never
        took = time.monotonic() - asked
        demand(exit_code == SIGTERM_EXIT_CODE, f"exit code {exit_code} after SIGTERM, not {SIGTERM_EXIT_CODE}")
        demand(took < MOST_END_S, f"the end took {took:.1f} s, at most {MOST_END_S}")
        return took

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def memory(self, warm_up_s, span_s, flat_mb=FLAT_MB):
        """Judges the samples after the warm-up: the median of the last span against that of the first one."""
        warm = [sample for sample in self.samples if sample[0] >= warm_up_s]
        demand(len(warm) >= 4, f"only {len(warm)} samples after {warm_up_s:.0f} s of warm-up")
        first = statistics.median(rss for at, rss, _, _ in warm if at < warm[0][0] + span_s)
        last = statistics.median(rss for at, rss, _, _ in warm if at > warm[-1][0] - span_s)
        peak = max(rss for _, rss, _, _ in self.samples)
        counts = sorted({len(threads) for _, _, threads, _ in warm})
        descriptors = [count for _, _, _, count in warm]
        line = (f"RSS {first:.1f} MB in the first {span_s:.0f} s after {warm_up_s:.0f} s of warm-up, {last:.1f} MB in the "
                f"last {span_s:.0f} s, peak {peak:.1f} MB; threads {counts}, descriptors {min(descriptors)} to "
                f"{max(descriptors)}")
        print(line)
        allowed = max(flat_mb, FLAT_RATIO * first)
        demand(last - first <= allowed, f"memory grew by {last - first:.1f} MB, at most {allowed:.1f}")
        demand(peak <= MOST_RSS_MB, f"memory reached {peak:.1f} MB, at most {MOST_RSS_MB}")
        known = warm[0][2]
        stayed = set.intersection(*(
            {name for name in threads if threads.count(name) > max(known.count(name), POOL_SIZES.get(name, 0))}
            for _, _, threads, _ in warm[-3:]))
        demand(stayed <= COMING_AND_GOING, f"threads were added and stayed: {sorted(stayed)}")
        # Thirds: on a busy machine the broker of a short run is up only after the warm-up; what leaks goes on rising.
        third_count = max(1, len(descriptors) // 3)
        added_count = max(descriptors[-third_count:]) - max(descriptors[:third_count])
        demand(added_count <= DESCRIPTORS_OF_A_SESSION_COUNT, f"{added_count} descriptors were added")


class Recorded:
    """What the archive holds, read by SQLite itself, and what the commands say of it."""

    def __init__(self, data):
        data = str(data)
        self.verified = json.loads(rollscope("sessions", "verify", "--json", "--data", data))
        demand(not self.verified["problems"], f"the archive is unsound: {self.verified['problems'][:3]}")
        listed = json.loads(rollscope("sessions", "list", "--json", "--data", data))["sessions"]
        self.shown = [json.loads(rollscope("sessions", "show", session["session_id"], "--json", "--data", data))
                      for session in listed]
        database = sqlite3.connect(f"file:{data}/rollscope.sqlite?mode=ro", uri=True)
        self.ends_us = [row[0] for row in database.execute("select end_us from session order by session_index")]
        self.blocks = [
            database.execute(
                "select first_sequence, first_device_time_us, frame_count from frame_block"
                " where block_id >= ? and block_id < ? order by block_id",
                (index * BLOCKS_OF_A_SESSION_COUNT, (index + 1) * BLOCKS_OF_A_SESSION_COUNT)).fetchall()
            for (index,) in database.execute("select session_index from session order by session_index")]
        self.events = [
            database.execute("select type, start_us, end_us, declared_us from event where session_index = ?"
                             " order by event_index", (index,)).fetchall()
            for (index,) in database.execute("select session_index from session order by session_index")]
        database.close()

    def total(self, key):
        return sum(session["link"][key] for session in self.shown)

    def hold_to(self, time_of_us):
        """
        Holds every block, and each session's end, to the board's own clock.

        time_of_us: unwrapped time of a sequence number. The last sequence number of each session.
        """
        lasts = []
        for session, blocks, end_us in zip(self.shown, self.blocks, self.ends_us):
            expected = blocks[0][0]
            for sequence, device_us, count in blocks:
                demand(sequence == expected, f"a hole before frame {sequence} of {session['session_id']}")
                demand(device_us == time_of_us(sequence),
                       f"frame {sequence} is recorded at {device_us} us, the board sent {time_of_us(sequence)}")
                expected += count
            first = blocks[0][0]
            demand(expected - first == session["link"]["frame_count"], "blocks and session count differently")
            off_us = end_us - (time_of_us(expected - 1) - time_of_us(first))
            demand(off_us == 0, f"the session's end is off the device clock by {off_us} us, must be 0")
            lasts.append(expected - 1)
        return lasts
