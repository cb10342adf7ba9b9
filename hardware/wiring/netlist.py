# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""What is soldered to what, from the tables of this folder and from nothing else.

A pin of a part lies on one net. Pins of the chips come from the pin tables (pins.csv, pads.csv, pi-pins.csv, pi-pads.csv),
all others from connections.csv. Drawings, tests and computed figures read the result."""

import csv
import dataclasses
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
HARDWARE = HERE.parent
BOARDS = ("reference", "starter", "wireless")
CONVERTER_DEVICES = ("spidev0.0", "spidev0.1", "spidev1.0")


@dataclasses.dataclass(frozen=True)
class Pin:
    """One leg of one part."""

    ref: str
    pin: str
    name: str
    net: str


def rows(path):
    """Rows of a CSV file of hardware/, as dictionaries."""
    with open(HARDWARE / path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def expand(refs):
    """'M0-M2 C1' -> M0 M1 M2 C1; 'P0A-P2A' -> P0A P1A P2A. Gives (ref, number or '') pairs."""
    for part in refs.split():
        match = re.fullmatch(r"(\w*?)(\d+)([A-Z]?)-\1(\d+)\3", part)
        if not match:
            yield part, "".join(re.findall(r"\d+", part)[-1:])
            continue
        stem, first, tail, last = match.groups()
        for number in range(int(first), int(last) + 1):
            yield f"{stem}{number}{tail}", str(number)


def connections(board):
    """The pins that connections.csv lists for a board."""
    for row in rows("wiring/connections.csv"):
        if row["board"] == board:
            for ref, number in expand(row["ref"]):
                yield Pin(ref, row["pin"], row["pin_name"] or row["pin"], row["net"].replace("{n}", number))


def controller_pins():
    """U1 from pins.csv and the mux channels from pads.csv."""
    for row in rows("wiring/pins.csv"):
        if row["signal"]:
            net = {"GND2": "GND"}.get(row["signal"], row["signal"])
            yield Pin("U1", row["dip_pin"], row["board_pin"], net)
    for row in rows("wiring/pads.csv"):
        yield Pin(f"M{row['mux']}", row["mux_pin"], f"Y{row['channel']}", f"PAD{row['pad_index']}")


PART_PIN_NAMES = {("ADC", "10"): "CS", ("ADC", "11"): "DIN", ("ADC", "12"): "DOUT", ("ADC", "13"): "CLK", ("OK1", "4"): "C"}


def pi_pins():
    """The header A1 of the Pi and what hangs on it from pi-pins.csv, the converters' channels from pi-pads.csv."""
    for row in rows("wiring/pi-pins.csv"):
        if not row["signal"]:
            continue
        name = f"GPIO{row['bcm']}" if row["bcm"] else row["signal"].removeprefix("PI_")
        yield Pin("A1", row["header_pin"], name, row["signal"])
        for part in row["part"].split():
            pin = row["part_pin"]
            yield Pin(part, pin, PART_PIN_NAMES.get((part.rstrip("0123456789") if part.startswith("ADC") else part, pin), pin), row["signal"])
    for row in rows("wiring/pi-pads.csv"):
        yield Pin(f"ADC{row['converter']}", row["converter_pin"], f"CH{row['channel']}", f"PAD{row['pad_index']}")


def pins(board):
    """Every pin of a board."""
    chips = {"reference": controller_pins, "starter": pi_pins, "wireless": lambda: ()}[board]()
    return [*chips, *connections(board)]


def nets(board):
    """Net -> its pins, in the order of the tables."""
    found = {}
    for pin in pins(board):
        found.setdefault(pin.net, []).append(pin)
    return found


def refs(board):
    """Every part of a board, in the order of the tables."""
    return list(dict.fromkeys(pin.ref for pin in pins(board)))


BOM_FILES = {"reference": "bom.csv", "starter": "bom-starter.csv", "wireless": "bom-wireless.csv"}


def bom_refs(board):
    """Every reference that the bill of materials of a board lists -> its row."""
    return {ref: row for row in rows(BOM_FILES[board]) for ref, _ in expand(row["ref"])}
