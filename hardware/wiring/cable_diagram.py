# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""The wiring diagram of a board as graphviz source: every part, every pin with its number and its net, every wire that is
not a supply. Pins are arranged by where their wires go, not as on the chip: count by their numbers."""

import html
import re

import netlist

# The wire's colour in the drawing; the tables name the colour of the real one.
INK = {"yellow": "#b08800", "blue": "#1f4fd8", "grey": "#6b6b6b", "violet": "#8a2be2", "green": "#1a7f37", "white": "#5c7a99",
       "orange": "#d9730d", "brown": "#7a4a21", "red": "#333333", "black": "#333333", "pink": "#333333", "": "#333333"}
SUPPLY = {"5V": "#ffd6d6", "3V3": "#ffd9ec", "PAD_3V3": "#ffd9ec", "PI_3V3": "#ffe8c9", "PI_5V": "#ffd6d6", "GND": "#dddddd",
          "AVCC": "#ffd6d6", "VBUS": "#ffd6d6", "RADIO_3V3": "#ffd9ec"}
TITLES = {"reference": "Reference roller: 48 pads on an ATmega1284P", "starter": "Starter roller: 24 pads on a Raspberry Pi",
          "wireless": "Wireless kit: battery, 5 V and radio"}
VALUE = re.compile(r"\d[\d.]* (?:ohm|kohm|pF|nF|uF|uH|MHz|mA)")
# What a drawing calls a part that has no short name of its own.
SHORT = {"A1": "Raspberry Pi", "U3": "MPU-6050", "MOT1": "motor", "BZ1": "buzzer", "BT1": "4 x AA", "J2": "ISP", "J3": "trigger", "J4": "socket",
         "J5": "plug", "SW1": "marker", "SW2": "felt release", "SW3": "pain", "SW4": "on, off", "F2": "1.1 A"}
PAD_PART = re.compile(r"(P|R_M)\d+[AB]?")
# Nets of a controller that leave it to the right, towards what carries the pads; all others leave to the left.
BEGINS = ("U3", "U7", "BT1")  # drawn with their wires to the right
TO_THE_RIGHT = re.compile(r"MUX|SELECT|SPI")


def value(ref, row):
    """What stands beside a part in a drawing: 470 ohm, 2N7000, or the name of the thing."""
    if ref in SHORT:
        return SHORT[ref]
    found = VALUE.search(row["part"])
    if re.match(r"[RCLXF]", ref) and found:
        return found.group()
    number = row["maker_number"].split(" ")[0]
    if number and (re.match(r"[UMQDO]\w?\d|ADC", ref)) and ref != "MOT1":
        return number
    return re.split(r";| with | on a | \d", row["part"])[0]


def colours(board):
    """Net -> colour of its wire, as the pin table has it."""
    table = {"reference": "wiring/pins.csv", "starter": "wiring/pi-pins.csv"}.get(board)
    return {row["signal"]: row["colour"] for row in netlist.rows(table) if row["signal"]} if table else {}


def pad_texts(board):
    """Net of a pad -> what hangs on it, in words."""
    table = {"reference": "wiring/pads.csv", "starter": "wiring/pi-pads.csv"}.get(board)
    cells = {"reference": "P{0}", "starter": "P{0}A P{0}B"}.get(board, "")
    return {f"PAD{row['pad_index']}": f"{cells.format(row['pad_index'])} R_M{row['pad_index']} (row {row['row']} column {row['column']})"
            for row in netlist.rows(table)} if table else {}


def port(pin):
    """A pin's name as graphviz wants it."""
    return "p" + re.sub(r"\W", lambda match: f"_{ord(match.group())}", pin.pin)


class Diagram:
    """One board."""

    def __init__(self, board):
        self.board, self.pads, self.bom, self.ink = board, pad_texts(board), netlist.bom_refs(board), colours(board)
        self.pins_of = {}
        for pin in netlist.pins(board):
            if not PAD_PART.fullmatch(pin.ref):
                self.pins_of.setdefault(pin.ref, []).append(pin)
        self.side = {}  # (ref, pin) -> w or e
        self.begun = {}  # net -> the side of the part on which it begins

    def text(self, pin):
        """Name of the pin and of its net."""
        name = "" if pin.name == pin.pin or pin.name == pin.net else pin.name
        return html.escape(f"{name}  {self.pads.get(pin.net, pin.net)}".strip())

    def cells(self, pin, side):
        """Number and text of a pin, the number outside."""
        self.side[pin.ref, pin.pin] = side
        number = f'<TD PORT="{port(pin)}" BGCOLOR="#f4f4f4">{html.escape(pin.pin)}</TD>'
        paint = INK[self.ink.get(pin.net, "")]
        text = (f'<TD ALIGN="{"LEFT" if side == "w" else "RIGHT"}" BGCOLOR="{SUPPLY.get(pin.net, "white")}">'
                f'<FONT COLOR="{paint}">&#160;{self.text(pin)}&#160;</FONT></TD>')
        return number + text if side == "w" else text + number

    def sides_of(self, ref, pins):
        """Pin -> w or e: a wire that begins on one side of a part ends on the other side of the next."""
        sides = {}
        for pin in pins:
            if ref in ("U1", "A1"):
                sides[pin] = "e" if TO_THE_RIGHT.match(pin.net) else "w"
            elif pin.net in self.pads:
                sides[pin] = "e"
            elif pin.net in self.begun and pin.net not in SUPPLY:
                sides[pin] = "w" if self.begun[pin.net] == "e" else "e"
        away = "w" if "e" in sides.values() and not self.pads.keys() & {pin.net for pin in pins} else "e"
        for pin in pins:
            if pin not in sides:
                sides[pin] = away if ref in BEGINS or sides and pin.net not in SUPPLY or len(pins) == 2 else "w"
        for pin in pins:
            self.begun.setdefault(pin.net, sides[pin])
        return sides

    def body(self, ref, pins):
        """The table of a part: in one line with two legs, else a title and pins on one or two sides."""
        sides = self.sides_of(ref, pins)
        left, right = ([pin for pin in pins if sides[pin] == side] for side in "we")
        name = f"<B>{ref}:</B>&#160;{html.escape(value(ref, self.bom[ref]))}&#160;"
        if len(left) == len(right) == 1:
            return f'<TR>{self.cells(left[0], "w")}<TD BGCOLOR="#e7f0ff">{name}</TD>{self.cells(right[0], "e")}</TR>'
        width = 4 if left and right else 2
        found = [f'<TR><TD COLSPAN="{width}" BGCOLOR="#e7f0ff">{name}</TD></TR>']
        for line in range(max(len(left), len(right))):
            row = ""
            for column, side in ((left, "w"), (right, "e")):
                if column:
                    row += self.cells(column[line], side) if line < len(column) else '<TD COLSPAN="2"></TD>'
            found.append(f"<TR>{row}</TR>")
        return "".join(found)

    def between_supplies(self):
        """Parts that touch nothing but supplies, in one table."""
        lines = []
        for ref, pins in self.pins_of.items():
            if all(pin.net in SUPPLY for pin in pins):
                legs = "  ".join(f"{pin.pin} {self.text(pin)}" if pin.pin not in "+-" else f"{pin.pin} {pin.net}" for pin in pins)
                lines.append(f'<TR><TD BGCOLOR="#e7f0ff"><B>{ref}</B></TD><TD>&#160;{html.escape(value(ref, self.bom[ref]))}&#160;</TD>'
                             f'<TD ALIGN="LEFT">&#160;{legs}&#160;&#160;</TD></TR>')
        return "".join(['<TR><TD COLSPAN="3" BGCOLOR="#e7f0ff"><B>between supplies</B></TD></TR>', *lines])

    def nodes(self):
        """Every part."""
        table = '<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="3">'
        yield f'  "supplies" [label=<{table}{self.between_supplies()}</TABLE>>];'
        for ref, pins in self.pins_of.items():
            if all(pin.net in SUPPLY for pin in pins):
                continue
            yield f'  "{ref}" [label=<{table}{self.body(ref, pins)}</TABLE>>];'

    def wires(self):
        """From the first pin of a net to each other one; supplies and pads are words in the pins instead."""
        for net, pins in netlist.nets(self.board).items():
            ends = [pin for pin in pins if pin.ref in self.pins_of]
            if net in SUPPLY or net in self.pads or len(ends) < 2:
                continue
            first = ends[0]
            for end in ends[1:]:
                # What hangs on a left side stands left of it.
                one, other = (end, first) if self.side[first.ref, first.pin] == "w" else (first, end)
                yield (f'  "{one.ref}":{port(one)}:{self.side[one.ref, one.pin]} -- "{other.ref}":{port(other)}:{self.side[other.ref, other.pin]} '
                       f'[color="{INK[self.ink.get(net, "")]}", tooltip="{net}"];')


def source(board):
    """Graphviz source."""
    diagram = Diagram(board)
    lines = [f'graph "{board}" {{', '  graph [rankdir=LR, nodesep=0.15, ranksep=1.0, fontname="DejaVu Sans", fontsize=20, labelloc=t,',
             f'    label="{TITLES[board]}"];', '  node [shape=plain, fontname="DejaVu Sans", fontsize=10];', '  edge [penwidth=1.6];']
    return "\n".join([*lines, *diagram.nodes(), *diagram.wires(), "}"]) + "\n"
