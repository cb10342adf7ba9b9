#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Holds a session that was recorded from a Pi's buses against what the chips said, against the scenario, and against the same scenario
by the wire.

    compare.py SESSION SAID TRACE WIRE      folders and files as test.sh makes them

A frame is stamped by the clock that the chips' moments are written in, so no time has to be fitted. What a chip said is exact; what the
trace says at a frame's own time differs from it by how far the real moment of a conversion lies from the declared one.
"""

import math
import statistics
import sys

import recording
from recording import check

ADC_STEPS, REFERENCE_MV = 1024, 3300
FULL_SCALES = [4 * 9.80665] * 3 + [math.radians(1000)] * 3
NS_PER_US = 1000
BOUNDARY_MS = 50
ENDS_COUNT = 100
# The trace's noise is new every millisecond, so a conversion half a millisecond beside its declared moment may differ by a step or two; and
# a scan may be put off between two conversions by what else runs. Its values are still those of their moments.
OWN_TIME_SHARE = 0.9


def pad_counts(voltage_mv):
    return max(0, min(ADC_STEPS - 1, math.floor(voltage_mv * ADC_STEPS / REFERENCE_MV)))


def motion_counts(value, full_scale):
    return max(-32768, min(32767, round(value / full_scale * 32768)))


def compare_values(session, said, trace):
    """Recorded counts: as the chips said them, and within a step of the scenario."""
    wrong, off_scenario, off_own_time = [], [], []
    late_us, scan_us = [], []
    offsets_us = session.hello["scan_offset_us"]
    for sequence, time_us, flags, _, motion, pads in session.frames:
        frame_us = time_us - said.begin_ns / NS_PER_US
        for pad, counts in enumerate(pads):
            moment_ns, value = said.first_after(said.pads[pad], time_us * NS_PER_US)
            moment_us = (moment_ns - said.begin_ns) / NS_PER_US
            if value != counts:
                wrong.append((sequence, pad, counts, value))
            if abs(pad_counts(trace.at(moment_us, pad)) - counts) > 1:
                off_scenario.append((sequence, pad))
            if abs(pad_counts(trace.at(frame_us + offsets_us[pad], pad)) - counts) > 1:
                off_own_time.append((sequence, pad))
            late_us.append(moment_us - frame_us - offsets_us[pad])
        if flags & recording.IMU_VALID:
            moment_ns, values = said.first_after(said.motion, time_us * NS_PER_US)
            moment_us = (moment_ns - said.begin_ns) / NS_PER_US
            if values != motion:
                wrong.append((sequence, "imu", motion, values))
            there = [trace.at(moment_us, recording.PAD_COUNT + axis) for axis in range(recording.AXIS_COUNT)]
            if any(abs(motion_counts(value, scale) - counts) > 1
                   for value, scale, counts in zip(there, FULL_SCALES, motion)):
                off_scenario.append((sequence, "imu"))
        scan_us.append(moment_us - frame_us)
    count = len(session.frames)
    share = 1 - len(off_own_time) / (count * recording.PAD_COUNT)
    late_us.sort()
    print(f"values: {count} frames of 24 pads and 6 axes, {len(wrong)} that no chip said, {len(off_scenario)} off the scenario at their"
          f" moment by over 1 step; by the frames' own times {100 * share:.3f} % within 1 step")
    print(f"moment of a conversion after the declared one: {late_us[len(late_us) // 100]:.0f} us at 1 %,"
          f" {statistics.median(late_us):.0f} us in the middle, {late_us[-len(late_us) // 100]:.0f} us at 99 %, {late_us[-1]:.0f} us at worst")
    print(f"a scan to its last value: {statistics.median(scan_us):.0f} us in the middle, {max(scan_us):.0f} us at worst")
    check(count > 0 and not wrong, "every recorded value is what the chip said", wrong[:3])
    check(not off_scenario, "every value is within 1 step of the scenario at its moment", off_scenario[:3])
    check(share >= OWN_TIME_SHARE, f"by their own times {100 * OWN_TIME_SHARE:.0f} % are within 1 step", off_own_time[:3])


def compare_ticks(session):
    first, last = session.frames[0], session.frames[-1]
    tick_count = last[0] - first[0] + 1
    missed = tick_count - len(session.frames)
    periods_us = [after[1] - before[1] for before, after in zip(session.frames, session.frames[1:]) if after[0] == before[0] + 1]
    late_us = [time_us - first[1] - (sequence - first[0]) * 1e6 / session.hello["rate_hz"]
               for sequence, time_us, *_ in session.frames]
    # Of the middle of a hundred at either end: a single late frame, first or last, would be a rate of its own.
    span_ticks = statistics.median(frame[0] for frame in session.frames[-ENDS_COUNT:]) - statistics.median(
        frame[0] for frame in session.frames[:ENDS_COUNT])
    drift_us = statistics.median(late_us[-ENDS_COUNT:]) - statistics.median(late_us[:ENDS_COUNT])
    rate_hz = span_ticks / (span_ticks / session.hello["rate_hz"] + drift_us / 1e6)
    print(f"ticks: {tick_count} at {rate_hz:.4f} Hz, {missed} missed; a period {statistics.fmean(periods_us):.1f} us,"
          f" sd {statistics.pstdev(periods_us):.1f} us; the grid moved by {statistics.median(late_us[-200:]):.0f} us")
    declared = sum(lost for _, _, _, lost, _, _ in session.frames)
    check(declared == missed == session.document["link"]["lost_frame_count"], "every missed tick is declared",
          (declared, missed, session.document["link"]["lost_frame_count"]))
    gaps = [bool(after[2] & recording.AFTER_MISSED_TICK) == (after[0] != before[0] + 1)
            for before, after in zip(session.frames, session.frames[1:])]
    check(all(gaps), "exactly the frames after a gap are flagged")
    check(abs(rate_hz - session.hello["rate_hz"]) < 0.05, "the rate is the one that was asked for", rate_hz)
    check(missed <= 0.05 * tick_count, "at most 5 % of the ticks are missed, on whatever machine this is", missed)
    check(sum(flags & recording.IMU_VALID for _, _, flags, *_ in session.frames) > 0.95 * len(session.frames), "the motion chip answers")


def compare_events(pi, wire, said):
    """The same list, each boundary within 50 ms; both clocks counted from the scenario's beginning."""
    begin_us = said.begin_ns / NS_PER_US
    ours = sorted((kind, start - begin_us, end - begin_us) for kind, start, end in pi.events())
    theirs = sorted(wire.events())
    print("events:", ", ".join(f"{kind} {start / 1e6:.2f} to {end / 1e6:.2f} s" for kind, start, end in
                               sorted(ours, key=lambda event: event[1])))
    check([kind for kind, *_ in ours] == [kind for kind, *_ in theirs], "the same events as by the wire",
          f"{[kind for kind, *_ in ours]} against {[kind for kind, *_ in theirs]}")
    worst_ms = 0
    for our, their in zip(ours, theirs):
        for edge in (1, 2):
            worst_ms = max(worst_ms, abs(our[edge] - their[edge]) / 1000)
        check(our[0] == their[0] and all(abs(our[edge] - their[edge]) <= 1000 * BOUNDARY_MS for edge in (1, 2)),
              f"boundaries within {BOUNDARY_MS} ms", f"{our} against {their}")
    print(f"boundaries against the wire's: {worst_ms:.1f} ms at worst, over {len(ours)} events")
    check({"contact", "roll", "stroke", "hold", "overpressure"} <= {kind for kind, *_ in ours}, "something of every kind happened")


def main():
    pi, said, trace = recording.Session(sys.argv[1]), recording.Said(sys.argv[2]), recording.Trace(sys.argv[3])
    check(pi.document["device"]["clock"] == "host", "the session says that the host's clock stamped it")
    compare_values(pi, said, trace)
    compare_ticks(pi)
    compare_events(pi, recording.Session(sys.argv[4]), said)
    recording.finish()


if __name__ == "__main__":
    main()
