# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""The list to solder and to tick off: a row for every net with all its ends. Also what a continuity tester must find."""

import cable_diagram
import netlist

OF_A_SUPPLY = {"5V": "red", "PI_5V": "red", "VBUS": "red", "3V3": "pink", "PAD_3V3": "pink", "PI_3V3": "pink", "AVCC": "red", "RADIO_3V3": "pink", "GND": "black"}


def end(pin):
    """U1.15 PD1: the part, its pin, the pin's name."""
    return f"{pin.ref}.{pin.pin}" + ("" if pin.name == pin.pin else f" {pin.name}")


def source(board):
    """The CSV text."""
    colours = cable_diagram.colours(board)
    lines = ["net,colour,end_count,ends"]
    for net, pins in netlist.nets(board).items():
        colour = colours.get(net) or OF_A_SUPPLY.get(net, "")
        lines.append(f"{net},{colour},{len(pins)}," + "; ".join(end(pin) for pin in pins))
    return "\n".join(lines) + "\n"
