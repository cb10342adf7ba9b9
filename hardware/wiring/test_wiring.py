#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Holds the pin tables against the firmware, the simulated board, the bills of materials and the drawings,
the figures against their limits and the documents against the figures. Prints "N passed, N failed"."""

import csv
import pathlib
import re
import sys

import test_netlist

HERE = pathlib.Path(__file__).resolve().parent
HARDWARE = HERE.parent
sys.path.insert(0, str(HARDWARE))
import test_figures  # noqa: E402

PADS, COLUMNS, CHANNELS_PER_MUX, MUXES_PER_GROUP = 48, 12, 8, 3

# Pins of the chips as their data sheets number them: ATmega1284P in the 40-pin package, 74HC4051.
DIP_PINS = {"PA": {bit: 40 - bit for bit in range(8)}, "PB": {bit: 1 + bit for bit in range(8)},
            "PC": {bit: 22 + bit for bit in range(8)}, "PD": {bit: 14 + bit for bit in range(8)}}
OTHER_DIP_PINS = {"RESET": 9, "VCC": 10, "GND": 11, "XTAL2": 12, "XTAL1": 13, "AVCC": 30, "GND2": 31, "AREF": 32}
MUX_CHANNEL_PINS = [13, 14, 15, 12, 1, 5, 2, 4]

passed = failed = 0


def check(good, what, detail=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what} {detail}")


def rows(name):
    with open(HERE / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def defines(path):
    """NAME -> value of every #define of a header that has one."""
    text = path.read_text(encoding="utf-8")
    return dict(re.findall(r"^#define (\w+) ([^\s/]+)", text, re.MULTILINE))


PINS = rows("pins.csv")
PIN_OF = {row["signal"]: row["board_pin"] for row in PINS if re.fullmatch(r"P[A-D][0-7]", row["board_pin"]) and row["signal"]}
FIRMWARE = defines(HARDWARE / "firmware" / "pins.h")
BOARD = defines(HARDWARE / "firmware" / "board.h")
SIMULATED = (HARDWARE / "simulated-board" / "wiring.h").read_text(encoding="utf-8")


def check_table():
    for row in PINS:
        pin = row["board_pin"]
        expected = OTHER_DIP_PINS.get(pin) or DIP_PINS[pin[:2]][int(pin[2])]
        check(int(row["dip_pin"]) == expected, f"package pin of {pin}", row["dip_pin"])
    check(sorted(int(row["dip_pin"]) for row in PINS) == list(range(1, 41)), "every pin of the package once")
    signals = [row["signal"] for row in PINS if row["signal"] and row["direction"] != "power"]
    check(len(signals) == len(set(signals)), "no signal on two pins")
    check(all(bool(row["signal"]) != (row["direction"] == "unused") for row in PINS), "a pin has a signal or is unused")


def firmware_pin(register, bit):
    return f"P{FIRMWARE[register][-1]}{bit}"


def check_firmware():
    for mux in range(6):
        check(PIN_OF[f"MUX{mux}_OUT"] == f"PA{mux}", f"mux {mux} on converter input {mux}")
    check(int(FIRMWARE["ADC_PINS_MASK"].rstrip("u"), 0) == 0x3F, "converter pins of the firmware")
    for group in range(2):
        for line in range(3):
            bit = int(FIRMWARE[f"SELECT_{group}_SHIFT"]) + line
            expected = PIN_OF[f"SELECT{group}_S{line}"]
            check(firmware_pin(f"SELECT_{group}_PORT", bit) == expected, f"firmware select {group} S{line}")
            check(firmware_pin(f"SELECT_{group}_DDR", bit) == expected, f"firmware select {group} S{line}, direction")
    for button in ("MARKER", "FELT_RELEASE", "PAIN"):
        bit = FIRMWARE[f"BUTTON_{button}_BIT"]
        for register in ("PIN", "PORT"):
            check(firmware_pin(f"BUTTON_{button}_{register}", bit) == PIN_OF[f"BUTTON_{button}"], f"firmware button {button}")
    for register in ("PIN", "PORT"):
        check(firmware_pin(f"SYNC_{register}", FIRMWARE["SYNC_BIT"]) == PIN_OF["SYNC"], "firmware sync input")
    for output in ("BUZZER", "LED", "VIBRATION"):
        check(firmware_pin(f"{output}_DDR", FIRMWARE[f"{output}_BIT"]) == PIN_OF[output], f"firmware {output}")
    for wire in ("SCL", "SDA"):
        check(firmware_pin("TWI_DDR", FIRMWARE[f"TWI_{wire}_BIT"]) == PIN_OF[wire], f"firmware {wire}")


def pairs_after(name):
    """The {'B', 3} pairs of an initialiser of wiring.h."""
    body = re.search(name + r"\[.*?=\s*\{(.*?)\};", SIMULATED, re.DOTALL).group(1)
    return [(port, int(bit)) for port, bit in re.findall(r"\{'([A-D])', (\d)\}", body)]


def check_simulated_board():
    for group, (port, shift) in enumerate(pairs_after("SELECT_LINES")):
        for line in range(3):
            check(f"P{port}{shift + line}" == PIN_OF[f"SELECT{group}_S{line}"], f"simulated select {group} S{line}")
    names = ("BUTTON_MARKER", "BUTTON_FELT_RELEASE", "BUTTON_PAIN", "SYNC")
    check([f"P{port}{bit}" for port, bit in pairs_after("BUTTONS")] == [PIN_OF[name] for name in names], "simulated buttons")


def check_pads():
    pads = [{key: int(value) for key, value in row.items()} for row in rows("pads.csv")]
    check([pad["pad_index"] for pad in pads] == list(range(PADS)), "every pad once, in order")
    for pad in pads:
        index = pad["pad_index"]
        check(index == COLUMNS * pad["row"] + pad["column"] == CHANNELS_PER_MUX * pad["mux"] + pad["channel"],
              f"place and mux channel of pad {index}")
        check(pad["mux_pin"] == MUX_CHANNEL_PINS[pad["channel"]], f"mux pin of pad {index}")
    check(int(BOARD["MUX_COUNT"].rstrip("u")) * int(BOARD["CHANNELS_PER_MUX"].rstrip("u")) == PADS, "pads of the firmware")
    for row in PINS:
        group = re.match(r"SELECT(\d)_S(\d)", row["signal"])
        if group:
            first = MUXES_PER_GROUP * int(group.group(1))
            muxes = " ".join(str(mux) for mux in range(first, first + MUXES_PER_GROUP))
            check(row["destination"] == f"muxes {muxes} pin {11 - int(group.group(2))}", f"destination of {row['signal']}")


if __name__ == "__main__":
    check_table()
    check_firmware()
    check_simulated_board()
    check_pads()
    test_netlist.run(check)
    test_figures.run(check)
    print(f"{passed} passed, {failed} failed")
    raise SystemExit(failed > 0)
