# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""A layout of the perforated boards that fits: where each part of the netlist stands, in holes of 2.54 mm. Others do as well; this
one is checked to hold every part without overlap."""

import re

import netlist
import roller as r
from sheet import Sheet

COLUMNS, ROWS = 24, 30  # holes of a board of 70 x 90 mm
RADIO_COLUMNS, RADIO_ROWS = 22, 18  # of one of 60 x 50 mm
PITCH_MM = 2.54
# Holes that a part takes: across, down. Parts that stand elsewhere are named by their plug.
FOOTPRINTS = ((r"U1", (7, 20)), (r"M\d$|ADC\d", (4, 8)), (r"OK1", (4, 2)), (r"[UQ][128]$", (3, 1)), (r"Q[345]$", (4, 3)), (r"R_M\d+", (2, 1)), (r"R_", (4, 1)),
              (r"D1", (4, 1)), (r"C1[145]$", (3, 3)), (r"C", (2, 1)), (r"L1", (4, 1)), (r"X1", (4, 2)), (r"F\d", (3, 1)), (r"J2", (2, 3)), (r"U4", (7, 12)), (r"U6", (5, 6)), (r"U7", (7, 10)),
              (r"J[45]", (1, 4)), (r"A1", (20, 2)))
PLUGS = {"U3": (5, 1), "SW1": (2, 1), "SW2": (2, 1), "SW3": (2, 1), "LED1": (2, 1), "MOT1": (2, 1), "BZ1": (2, 1), "J3": (2, 1), "BT1": (2, 1), "SW4": (2, 1)}


def footprint(ref):
    """Holes across and down."""
    if ref in PLUGS:
        return PLUGS[ref]
    return next(size for pattern, size in FOOTPRINTS if re.match(pattern, ref))


def shelves(refs, left, top, right):
    """Places parts in rows from left to right, one hole between them. Gives ref -> (column, row, across, down)."""
    placed, column, row, tallest = {}, left, top, 0
    for ref in refs:
        across, down = footprint(ref)
        if column + across > right:
            column, row, tallest = left, row + tallest + 1, 0
        placed[ref] = (column, row, across, down)
        column, tallest = column + across + 1, max(tallest, down)
    return placed


def chip_cell(chip, column, row, first_pad, cells_per_pad, capacitor):
    """A mux or converter, its eight resistors and the plugs of its pads beside it."""
    placed = {chip: (column, row + 1, 4, 8), capacitor: (column, row, 2, 1)}
    for place in range(8):
        placed[f"R_M{first_pad + place}"] = (column + 4, row + 1 + place, 2, 1)
        for cell in range(cells_per_pad):
            name = f"P{first_pad + place}" + ("AB"[cell] if cells_per_pad > 1 else "")
            placed[name] = (column + 6 + 2 * cell, row + 1 + place, 2, 1)
    return placed


def reference_g2():
    """Six muxes in two rows."""
    placed = {}
    for mux in range(6):
        placed |= chip_cell(f"M{mux}", 8 * (mux % 3), 1 + 14 * (mux // 3), 8 * mux, 1, f"C{4 + mux}")
    return placed


def starter_g2():
    """Three converters."""
    placed = {}
    for converter, (column, row) in enumerate(((0, 1), (12, 1), (0, 15))):
        placed |= chip_cell(f"ADC{converter}", column, row, 8 * converter, 2, f"C{1 + converter}")
        placed[f"R_CS{converter}"] = (column + 3, row, 4, 1)
    placed |= {"R_SO0": (8, 1, 4, 1), "R_SO1": (8, 15, 4, 1)}
    return placed


def others(board, taken, first=()):
    """Parts of a board that are not on its other one, in the order of the tables, some of them first."""
    rest = [ref for ref in netlist.refs(board) if ref not in taken and ref not in first]
    return [*first, *rest]


def reference_g1():
    """Controller on the left, the USB bridge over its socket, the rest beside and below."""
    placed = {"U1": (0, 4, 7, 20), "X1": (0, 1, 4, 2), "C_X1": (5, 1, 2, 1), "C_X2": (5, 2, 2, 1), "J4": (8, 0, 1, 4), "U4": (10, 0, 7, 12),
              "C11": (18, 0, 3, 3), "J2": (22, 0, 2, 3)}
    rest = others("reference", {*reference_g2(), *placed})
    beside = [ref for ref in rest if footprint(ref)[0] > 3 or ref[0] == "Q"]
    above = [ref for ref in rest if ref in ("F1", "U2", "C12", "C13", "C1", "C2", "C3", "C10")]
    return placed | shelves(beside, 8, 13, COLUMNS) | shelves(above, 18, 4, COLUMNS) | shelves([ref for ref in rest if ref not in beside + above], 0, 29, COLUMNS)


def starter_g1():
    """The Pi's socket along one side, the Pi over it."""
    placed = {"A1": (2, 1, 20, 2)}
    return placed | shelves(others("starter", {*starter_g2(), *placed}), 0, 15, COLUMNS)


def wireless_g62():
    """The module with its antenna over the edge, the rest beside."""
    placed = {"U7": (2, 0, 7, 10), "U6": (10, 0, 5, 6), "J5": (19, 2, 1, 4), "C14": (16, 1, 3, 3), "C15": (16, 5, 3, 3), "Q5": (10, 8, 4, 3)}
    return placed | shelves(others("wireless", placed), 1, 12, RADIO_COLUMNS - 1)


# Layout, holes across and down, size in mm.
LARGE = COLUMNS, ROWS, r.BOARD_MM
BOARDS = {("reference", "G1"): (reference_g1, *LARGE), ("reference", "G2"): (reference_g2, *LARGE), ("starter", "G1"): (starter_g1, *LARGE),
          ("starter", "G2"): (starter_g2, *LARGE), ("wireless", "G62"): (wireless_g62, RADIO_COLUMNS, RADIO_ROWS, r.RADIO_BOARD_MM)}


def boards():
    """All of them."""
    sheet = Sheet("A layout of the boards, from the side of the parts, in holes of 2.54 mm", 300, 480)
    for place, (board, name) in enumerate(BOARDS):
        one(sheet, board, name, 18 + 142 * (place % 2), 24 + 176 * (place // 2))
    sheet.text(150, 474, "Yellow: plugs of parts that stand elsewhere. U4 on four wires to J4. Wires below, by the wiring diagram.", size=3.4)
    return sheet


def one(sheet, board, name, left, top):
    """One board with its upper left corner at left, top."""
    scale = 1.75
    layout, columns, rows, size_mm = BOARDS[board, name]
    width, height = scale * size_mm[0], scale * size_mm[1]
    sheet.text(left + width / 2, top - 4, f"{name}, {board}: {size_mm[0]:.0f} x {size_mm[1]:.0f} mm, {columns} x {rows} holes", size=3.8, bold=True)
    sheet.box(left, top, width, height, "sleeve")
    for x in (3, size_mm[0] - 3):
        for y in (3, size_mm[1] - 3):
            sheet.circle(left + scale * x, top + scale * y, scale * 1.6, "hole")
    edge_x = (size_mm[0] - (columns - 1) * PITCH_MM) / 2
    edge_y = (size_mm[1] - (rows - 1) * PITCH_MM) / 2
    for ref, (column, row, across, down) in layout().items():
        x, y = left + scale * (edge_x + PITCH_MM * (column - 0.42)), top + scale * (edge_y + PITCH_MM * (row - 0.42))
        wide, high = scale * PITCH_MM * (across - 0.16), scale * PITCH_MM * (down - 0.16)
        plug = ref in PLUGS or re.match(r"P\d|J5", ref)
        sheet.box(x, y, wide, high, "pad" if plug else "part")
        words = ref if ref != "A1" else "A1: socket of the Pi, which lies over the rows below"
        letters = min(2.6, wide / max(1, len(words)) * 1.5, high * 0.75)
        sheet.text(x + wide / 2, y + high / 2 + letters / 3, words, size=letters)
    if (board, name) == ("starter", "G1"):
        sheet.box(left + scale * 2.5, top + scale * 4, scale * 65, scale * 30, "hidden")
