#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Takes frames out of a recorded byte stream, as a bad line does: punch_holes.py FILE. Thirty in a row, then every 500th one."""
import pathlib
import sys

file = pathlib.Path(sys.argv[1])
messages = file.read_bytes().split(b"\0")
kept = [message for index, message in enumerate(messages)
        if index == 0 or index + 2 > len(messages) or not (2000 <= index < 2030 or index % 500 == 250)]
file.write_bytes(b"\0".join(kept))
print(f"{len(messages) - len(kept)} of {len(messages)} messages taken out")
