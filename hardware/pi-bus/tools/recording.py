# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""What the tests read: a recorded session as it was exported, what the chips said, and the trace they felt."""

import bisect
import csv
import json
import pathlib
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "simulated-board" / "tools"))
import decode  # noqa: E402  the small decoder of the wire's messages

PAD_COUNT = 24
AXIS_COUNT = 6
IMU_VALID = 1
AFTER_MISSED_TICK = 2

passed = failed = 0


def check(good, what, detail=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what} {detail}")


def finish():
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


class Session:
    """Frames in converter counts, the board's hello, and the events."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        name = (folder / "id").read_text(encoding="utf-8").strip()
        self.document = json.loads((folder / "session.json").read_text(encoding="utf-8"))
        self.frames = []
        with open(folder / "export" / name / "raw.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                motion = [int(row[f"{kind}_{axis}_counts"]) for kind in ("accel", "gyro") for axis in "xyz"]
                pads = [int(row[f"pad_{pad + 1:02d}_counts"]) for pad in range(PAD_COUNT)]
                self.frames.append((int(row["sequence"]), int(row["device_time_us"]), int(row["frame_flags"]),
                                    int(row["lost_before_count"]), motion, pads))
        with sqlite3.connect(f"file:{folder / 'rollscope.sqlite'}?mode=ro", uri=True) as archive:
            blob = archive.execute("select hello from session where session_id = ?", (name,)).fetchone()[0]
        self.hello = decode.decode(blob)[0][1]

    def events(self):
        """(type, start_us, end_us) by the clock that stamped the frames."""
        begin_us = self.frames[0][1]
        return [(event["type"], begin_us + 1000 * event["start_ms"], begin_us + 1000 * event["end_ms"])
                for event in self.document["events"]]


class Said:
    """Every value that a chip gave, with its moment in nanoseconds."""

    def __init__(self, path):
        self.pads = [([], []) for _ in range(PAD_COUNT)]
        self.motion = ([], [])
        self.begin_ns = 0
        with open(path, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                time_ns = int(row["time_ns"])
                if row["what"] == "begin":
                    self.begin_ns = time_ns
                elif row["what"] == "imu":
                    self.motion[0].append(time_ns)
                    self.motion[1].append([int(value) for value in row["value_counts"].split()])
                else:
                    times, values = self.pads[int(row["what"])]
                    times.append(time_ns)
                    values.append(int(row["value_counts"]))

    @staticmethod
    def first_after(series, time_ns):
        """(time_ns, value) of the first that was said at a moment or after it; None when there is none."""
        at = bisect.bisect_left(series[0], time_ns)
        return (series[0][at], series[1][at]) if at < len(series[0]) else None


class Trace:
    """Voltages and motion at any moment, on a straight line between rows."""

    def __init__(self, path):
        with open(path, newline="", encoding="utf-8") as file:
            rows = csv.reader(file)
            next(rows)
            self.rows = [[float(value) for value in row] for row in rows]
        self.times = [row[0] for row in self.rows]

    def at(self, time_us, column):
        """Value of a column after time_us: a pad, or an axis behind the pads."""
        after = bisect.bisect_right(self.times, time_us)
        if after == 0 or after == len(self.rows):
            return self.rows[0 if after == 0 else -1][1 + column]
        before, behind = self.rows[after - 1], self.rows[after]
        ratio = (time_us - before[0]) / (behind[0] - before[0])
        return before[1 + column] * (1 - ratio) + behind[1 + column] * ratio
