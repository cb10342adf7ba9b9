#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Gives settings the roller and the person of a simulated session, so that what is wired to a Pi is judged in the same way.

    same_roller.py SCENARIO CONFIG SERIAL      folder of `rollscope simulate`, settings to change, serial of the Pi's board
"""

import json
import pathlib
import re
import sys


def main():
    scenario, config, serial = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    calibration = json.loads((scenario / "calibration.json").read_text(encoding="utf-8"))
    calibration["board_serial"] = serial
    (config / "calibration" / f"{serial}.json").write_text(json.dumps(calibration, indent=2) + "\n", encoding="utf-8")
    subject = json.loads((scenario / "session.json").read_text(encoding="utf-8"))
    settings = config / "rollscope.yaml"
    text = settings.read_text(encoding="utf-8")
    for key in ("athlete_id", "muscle", "side", "floor_kpa", "amber_kpa", "ceiling_kpa"):
        text, count = re.subn(rf"(?m)^(  {key}:) .*$", rf"\1 {subject[key]}", text)
        if count != 1:
            sys.exit(f"{settings}: {key} stands there {count} times, not once")
    settings.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
