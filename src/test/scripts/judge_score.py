#!/usr/bin/env python3
"""Holds the scores of detectors against truth to their limits: judge_score.py SCENARIO SCORE.json

The limits are those of the first release's definition of done; the tolerance of 0.5 s on boundaries is the contract's.
"""
import json
import sys

LEAST_F1 = 0.95
LEAST_RECALL = 0.95
MOST_FALSE_IN_10_MINUTES = 1.0


def problems(scenario, score):
    """Yields one line for each limit that was missed."""
    types = score["types"]
    minutes = score["duration_ms"] / 60000
    if scenario in ("coached", "hurried"):
        for kind in ("hold", "roll"):
            if types[kind]["f1_ratio"] < LEAST_F1:
                yield f"{kind} F1 is {types[kind]['f1_ratio']:.3f}, must be at least {LEAST_F1}"
    if scenario in ("coached", "hurried", "overpresser"):
        if types["overpressure"]["truth_count"] == 0:
            yield "there was no overpressure to find: choose more seeds"
        if types["overpressure"]["recall_ratio"] < LEAST_RECALL:
            yield f"overpressure recall is {types['overpressure']['recall_ratio']:.3f}, must be at least {LEAST_RECALL}"
    false_rate = types["overpressure"]["false_count"] * 10 / minutes
    # A single false alarm in a few minutes proves nothing about a rate of one in ten: it is counted from 20 minutes on.
    if minutes >= 20 and false_rate > MOST_FALSE_IN_10_MINUTES:
        yield f"{false_rate:.2f} false overpressure alarms in 10 minutes, at most {MOST_FALSE_IN_10_MINUTES}"
    if scenario == "carry":
        for kind in ("hold", "roll"):
            if types[kind]["found_count"]:
                yield f"{types[kind]['found_count']} events '{kind}' while the roller was carried, must be none"
    if scenario == "still" and types["roll"]["found_count"]:
        yield f"{types['roll']['found_count']} rolls of somebody who lay still, must be none"


def main():
    scenario, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        found = list(problems(scenario, json.load(file)))
    for line in found:
        print(f"{scenario}: {line}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
