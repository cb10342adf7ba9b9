#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Holds what the C library prints of its layout (test_wire --layout, on standard input) against messages.csv.

Java's constants are held against the same table by WireLayoutTest and WireRangeTest, so all three agree.
"""

import csv
import pathlib
import sys

TABLE = pathlib.Path(__file__).resolve().parents[1] / "messages.csv"
SIZE_BYTES = {"u8": 1, "u16": 2, "u32": 4, "u64": 8, "i16": 2}
PER_PAD = "0"


def expected_lines():
    """What C must print, from the table alone."""
    with open(TABLE, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    limit = {(row["message"], row["field"]): (row["min"], row["max"]) for row in rows}
    yield f"constant,pad_count_max,{limit['frame', 'pad_count'][1]}"
    yield f"constant,pad_count_max,{limit['hello', 'pad_count'][1]}"
    for message in "hello", "command_result", "set_rate":
        yield f"constant,rate_hz_min,{limit[message, 'rate_hz'][0]}"
        yield f"constant,rate_hz_max,{limit[message, 'rate_hz'][1]}"
    yield f"constant,buzzer_hz_max,{limit['feedback', 'buzzer_hz'][1]}"
    fixed_bytes = {}
    for row in rows:
        size = SIZE_BYTES[row["type"]]
        count = PER_PAD if row["count"] == "pad_count" else row["count"]
        fixed_bytes[row["message"]] = int(row["offset"]) + size * int(count)
        # C looks at the bits of a signed field: its whole range is 0 to 65535.
        low, high = (0, 65535) if row["type"] == "i16" else (row["min"], row["max"])
        if row["type"] == "i16" and (row["min"], row["max"]) != ("-32768", "32767"):
            raise SystemExit(f"{row['message']}.{row['field']}: a signed field of less than its whole range")
        if row["field"] != "message_id":
            yield f"field,{int(row['message_id'], 16)},{row['field']},{row['offset']},{size},{count},{low},{high}"
    for message, size in fixed_bytes.items():
        yield f"bytes,{message},{size}"


def main():
    expected = set(expected_lines())
    found = set(sys.stdin.read().split())
    for line in sorted(expected - found):
        print(f"the table says {line}, C does not")
    for line in sorted(found - expected):
        print(f"C says {line}, the table does not")
    if expected != found:
        raise SystemExit(1)
    print(f"{len(found)} lines of the layout agree with messages.csv")


if __name__ == "__main__":
    main()
