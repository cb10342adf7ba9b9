#!/usr/bin/env python3
"""Holds the scores of detectors against truth to their limits: judge_score.py SCORE.json [loose] [balls]

A target that the published page says is missed is printed and does not fail; every other one must hold. With "loose", for the few
sessions of the short check, a limit may be missed by what so few sessions can hide. Without, the seeds are those of the moment: what is
missed fails when the limit lies outside the 95 % interval over sessions, since a detector that just reaches its target is below it in half
of all series. What chance explains is printed too, and belongs into the published series.
"""
import json
import sys

# Missed in src/docs/accuracy.md too, with the cause there and in decision record 0017.
KNOWN_MISSED = ("release_recall_ratio", "guarding_false_per_10_min_rise")
# Missed in src/docs/tools.md, with the cause there and in decision record 0046.
MISSED_ON_BALLS = ("overpressure_recall_ratio",)
# A single false alarm in half an hour of contact proves nothing about a rate.
LOOSER_AT_LEAST = 0.06
LOOSER_AT_MOST = 3.0


def problems(figures, loose, known):
    """Yields a line for each limit that was missed, and why that does not fail; without a reason it does."""
    for name, figure in figures.items():
        value = figure.get("value")
        if "verdict" not in figure or value is None:
            continue
        low, high = figure.get("at_least"), figure.get("at_most")
        interval = f"{figure['low']:.3f} to {figure['high']:.3f}"
        if low is not None and value < low - (LOOSER_AT_LEAST if loose else 0):
            yield f"{name} is {value:.3f} ({interval}), must be at least {low}", excuse(name, known, figure["high"] >= low)
        if high is not None and value > high * (LOOSER_AT_MOST if loose else 1):
            yield f"{name} is {value:.3f} ({interval}), at most {high}", excuse(name, known, figure["low"] <= high)


def excuse(name, known, reached):
    if name.startswith(known):
        return "as published"
    return "within chance" if reached else ""


def judged(figures):
    """Yields each figure that has a limit, in words."""
    for name, figure in figures.items():
        if "verdict" in figure and figure.get("value") is not None:
            yield f"{name} {figure['value']:.3f}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        figures = json.load(file)["accuracy"]["figures"]
    print("; ".join(judged(figures)))
    failed = False
    known = KNOWN_MISSED + (MISSED_ON_BALLS if "balls" in sys.argv[2:] else ())
    for line, reason in problems(figures, "loose" in sys.argv[2:], known):
        print((f"missed, {reason}: " if reason else "MISSED: ") + line)
        failed |= not reason
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
