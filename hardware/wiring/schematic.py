# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Sheets of the schematic as netlistsvg reads them (netlists in the JSON of Yosys), from the same tables as everything."""

import json
import re

import cable_diagram
import netlist

# Sheet -> its board and the parts on it. One mux and one converter stand for all: the others differ by the pad tables only.
SHEETS = {
    "reference-pads": ("reference", [*(f"P{pad}" for pad in range(8)), *(f"R_M{pad}" for pad in range(8)), "M0", "C4"]),
    "reference-controller": ("reference", "U1 X1 C_X1 C_X2 R_RST J2 L1 C1 C2 C3".split()),
    "reference-supply-and-inputs": ("reference", "J4 U4 F1 C11 U2 C12 C13 U3 C10 Q3 Q4 R_P1 R_P2 SW1 SW2 SW3 OK1 R_S J3".split()),
    "reference-outputs": ("reference", "R_G1 R_GD1 Q1 MOT1 R_MOT1 D1 R_G2 R_GD2 Q2 BZ1 R_BZ1 R_LED LED1".split()),
    "starter-pads": ("starter", [*(f"P{pad}{half}" for pad in range(8) for half in "AB"), *(f"R_M{pad}" for pad in range(8)), "ADC0", "C1", "R_CS0", "R_SO0"]),
    "starter-pi": ("starter", "A1 U3 C4 F1 C11 U2 C12 C13 OK1 R_S J3 R_PU1 R_PU2 R_PU3 R_PU4 SW1 SW2 SW3".split()),
    "starter-outputs": ("starter", "R_B1 Q1 MOT1 R_MOT1 D1 R_B2 Q2 BZ1 R_BZ1 R_LED LED1".split()),
    "wireless": ("wireless", None),
}
SYMBOLS = (("R_", "r_v", "AB"), ("C", "c_v", "AB"), ("P", "r_v", "AB"), ("L1", "l_v", "AB"), ("X1", "xtal", "AB"), ("D1", "d_sk_v", "-+"),
           ("LED1", "d_led_v", "+-"))
ABOVE = ("5V", "3V3", "PAD_3V3", "PI_3V3", "PI_5V", "AVCC", "VBUS", "RADIO_3V3")


def symbol(ref, board):
    """netlistsvg's symbol and its two legs, or none for a box."""
    if board == "starter" and ref in ("Q1", "Q2"):
        return "q_npn", None
    for start, name, legs in SYMBOLS:
        if re.match(re.escape(start) + r"[\dA-Z_]*$", ref) and not ref.startswith("OK"):
            return name, legs
    return None, None


def source(sheet):
    """The JSON text of a sheet."""
    return json.dumps({"modules": {sheet: module(sheet)[0]}}, indent=1) + "\n"


def labels(sheet):
    """Key of a cell -> the text that stands at it; netlistsvg loses some, the renderer puts them in."""
    return module(sheet)[1]


def module(sheet):
    """The netlist of a sheet and its labels."""
    board, wanted = SHEETS[sheet]
    wanted = wanted or netlist.refs(board)
    bom = netlist.bom_refs(board)
    numbers, cells, ports, names = {}, {}, {}, {}
    on_sheet, everywhere = {}, netlist.nets(board)
    pins_of = {}
    for pin in netlist.pins(board):
        if pin.ref in wanted:
            pins_of.setdefault(pin.ref, []).append(pin)
            on_sheet[pin.net] = on_sheet.get(pin.net, 0) + 1

    def bit(net):
        return numbers.setdefault(net, len(numbers) + 2)

    def leg(pin):
        """The number of a pin's wire; every supply pin has its own arrow or ground."""
        if pin.net != "GND" and pin.net not in ABOVE:
            return [bit(pin.net)]
        name = re.sub(r"\W", "_", f"{pin.ref}_{pin.pin}")
        names[name] = "" if pin.net == "GND" else pin.net
        cells[name] = {"type": "gnd" if pin.net == "GND" else "vcc", "connections": {"A": [bit(name)]},
                       "attributes": {"name": pin.net}}
        return [bit(name)]

    for ref in wanted:
        pins = pins_of[ref]
        kind, legs = symbol(ref, board)
        text = cable_diagram.value(ref, bom[ref]) if not re.fullmatch(r"P\d+[AB]?", ref) else "FSR"
        if not kind:
            names[ref] = f"{ref} {text}"
        cells[ref] = drawn(kind, legs, pins, leg, text)
    for net, count in on_sheet.items():
        if net in numbers and count < len(everywhere[net]):
            ports[net] = {"direction": "input" if count else "output", "bits": [numbers[net]]}
    return {"ports": ports, "cells": cells}, names


def drawn(kind, legs, pins, leg, text):
    """A part: a symbol with two legs, a transistor, or a box."""
    if not kind:
        return box(pins, leg)
    if not legs:
        return {"type": kind, "port_directions": {"C": "input", "B": "input", "E": "output"}, "connections": {pin.name: leg(pin) for pin in pins}}
    first, second = pins
    return {"type": kind, "port_directions": {legs[0]: "input", legs[1]: "output"}, "connections": {legs[0]: leg(first), legs[1]: leg(second)},
            "attributes": {"value": text}}


def box(pins, leg):
    """A chip: half of its pins on each side, with numbers; two legs on one wire that goes nowhere else are one."""
    legs = {}
    for pin in pins:
        name = pin.pin if pin.name == pin.pin else f"{pin.pin} {pin.name}"
        key = pin.net if pin.net not in ("GND", *ABOVE) else name
        legs.setdefault(key, []).append((name, pin))
    directions, connections = {}, {}
    for place, group in enumerate(legs.values()):
        name = " = ".join(name for name, _ in group)
        directions[name] = "input" if place < (len(legs) + 1) // 2 else "output"
        connections[name] = leg(group[0][1])
    return {"type": "generic", "port_directions": directions, "connections": connections}
