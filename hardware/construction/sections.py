# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Sections of the whole roller and of one stack, and the skin unrolled."""

import math

import roller as r
from sheet import Sheet, number as n


def turned(points, angle):
    """Points turned about the axis."""
    return [(x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)) for x, y in points]


def tile_profile():
    """End view of the tile of column 0: radial sides, curved outer face."""
    inner, gap = r.tile_inner_width() / 2, math.asin(r.tile_outer_width() / 2 / r.SKIN_RADIUS_MM)
    arc = [(r.SKIN_RADIUS_MM * math.cos(a), r.SKIN_RADIUS_MM * math.sin(a)) for a in (gap * (step / 4 - 1) for step in range(9))]
    return [(r.tile_inner(), inner), (r.tile_inner(), -inner), *arc]


def box_points(x, y, width, height):
    """Corners of a box by its lower left corner, in roller axes."""
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def across():
    """End view in section, axes and columns."""
    sheet, scale, cx, cy = Sheet("Section across, seen from the end that z points to (cap E1 taken off); both rollers", 270, 232), 1.25, 112, 120

    def place(points):
        return [(cx + scale * x, cy - scale * y) for x, y in points]

    sheet.circle(cx, cy, scale * (r.SKIN_RADIUS_MM + r.SLEEVE_MM), "sleeve")
    sheet.circle(cx, cy, scale * r.SKIN_RADIUS_MM, "hole")
    apothem = r.core_apothem()
    corners = [(apothem / math.cos(r.HALF_PITCH_RAD) * math.cos(a), apothem / math.cos(r.HALF_PITCH_RAD) * math.sin(a))
               for a in ((2 * column + 1) * r.HALF_PITCH_RAD for column in range(r.COLUMNS))]
    for column in range(r.COLUMNS):
        angle = 2 * r.HALF_PITCH_RAD * column
        pad_x = apothem + r.TAPE_MM
        sheet.polygon(place(turned(tile_profile(), angle)), "tile")
        sheet.polygon(place(turned(box_points(pad_x, -r.PAD_OUTLINE_MM / 2, r.PAD_MM, r.PAD_OUTLINE_MM), angle)), "pad")
        sheet.polygon(place(turned(box_points(pad_x + r.PAD_MM, -r.PUCK_DIAMETER_MM / 2, r.PUCK_MM, r.PUCK_DIAMETER_MM), angle)), "puck")
        far = r.SKIN_RADIUS_MM + r.SLEEVE_MM + 6.5
        x, y = place([(far * math.cos(angle), far * math.sin(angle))])[0]
        if column:
            aside = 7 if column == 3 else 0  # beside the y axis
            sheet.text(x + aside, y + 1.5, f"{column}", size=5, bold=True)
    sheet.text(cx + scale * 82, cy + 6.5, "column 0", size=4, bold=True, anchor="start")
    sheet.polygon(place(corners), "core")
    sheet.circle(cx, cy, scale * r.BORE_RADIUS_MM, "hole")
    inside(sheet, place)
    sheet.arrow(cx, cy, cx + scale * 88, cy, "x", 3, 1.5)
    sheet.arrow(cx, cy, cx, cy - scale * 84, "y", 3, 2)
    sheet.circle(cx, cy, 1.6, "hole")
    sheet.circle(cx, cy, 0.6, "arrow")
    sheet.text(cx - 3, cy - 2, "z", size=5, bold=True, ink="#a00", anchor="end")
    notes_across(sheet, place)
    return sheet


def inside(sheet, place):
    """Tray, boards, IMU and the place of the battery."""
    width, _, thick = r.TRAY_MM
    sheet.polygon(place(box_points(-width / 2, r.TRAY_TOP_Y_MM - thick, width, thick)), "part")
    for y in (r.UPPER_BOARD_Y_MM, r.LOWER_BOARD_Y_MM - 1.6):
        sheet.polygon(place(box_points(-r.BOARD_MM[0] / 2, y, r.BOARD_MM[0], 1.6)), "board")
    wide, high, _ = r.IMU_MM
    sheet.polygon(place(box_points(-wide / 2, -high / 2, wide, high)), "board")
    sheet.polygon(place(box_points(-2, -2, 4, 4)), "chip")
    half = r.BATTERY_MM[0] / 2
    sheet.polygon(place(box_points(-half, -half, 2 * half, 2 * half)), "hidden")
    for side in (-1, 1):
        edge = side * r.BORE_RADIUS_MM
        sheet.polygon(place([(edge * 0.996, 1.5), (side * (width / 2 - 3), 1.5), (side * (width / 2 - 3), -0.7), (edge, -0.7)]), "core")
        sheet.polygon(place([(edge * 0.996, -6.5), (side * (width / 2 - 3), -6.5), (side * (width / 2 - 3), -4.3), (edge, -4.3)]), "core")


def notes_across(sheet, place):
    """Words and measures."""
    def lead(x, y, to_x, to_y, words):
        (px, py), = place([(x, y)])
        sheet.leader(px, py, to_x, to_y, words)

    lead(48, 49.5, 206, 40, f"S1 foam sleeve {n(r.SLEEVE_MM)} mm, radius {n(r.SKIN_RADIUS_MM + r.SLEEVE_MM)}")
    lead(54.5, 31.5, 206, 54, f"T tile, outer radius {n(r.SKIN_RADIUS_MM)}")
    lead(51.3, 29.6, 206, 62, f"K puck {n(r.PUCK_MM)} mm on P pad {n(r.PAD_MM)} mm")
    lead(44, 28, 206, 70, f"B1 core, {n(r.CORE_FLATS_MM)} across flats")
    lead(45, 15, 206, 78, f"bore {n(2 * r.BORE_RADIUS_MM)}")
    lead(20, 14.8, 206, 150, "G1 board")
    lead(34, -2.5, 206, 158, "N1 tray in the rails of the bore")
    lead(7, -6, 206, 142, "U3 IMU, upright: chip on the axis")
    lead(20, -14.8, 206, 166, "G2 board")
    lead(12, -15.5, 206, 174, "battery box behind (wireless kit)")
    sheet.text(112, 227, "Columns are counted from +x towards +y; column j at 2 pi j / 12. Turning from +x towards +y is positive.", size=3.6)


def along():
    """Section along the axis: above the reference roller, below the starter roller."""
    sheet, scale, cx, cy = Sheet("Section along the axis; above: reference roller, below: starter roller", 365, 250), 1.3, 178, 118

    def box(z, y, length, height, style):
        sheet.box(cx + scale * z, cy - scale * (y + height), scale * length, scale * height, style)

    half, apothem, end = r.BAND_MM / 2, r.core_apothem(), r.CORE_LENGTH_MM / 2
    for side, kind in ((1, r.REFERENCE), (-1, r.STARTER)):
        def radial(z, inner, length, thick, style):
            box(z, inner if side > 0 else -inner - thick, length, thick, style)
        radial(-end, r.BORE_RADIUS_MM, r.CORE_LENGTH_MM, r.CORE_END_RADIUS_MM - r.BORE_RADIUS_MM, "core")
        radial(-r.CORE_FACETED_MM / 2, r.BORE_RADIUS_MM, r.CORE_FACETED_MM, apothem - r.BORE_RADIUS_MM, "core")
        for pad in range(4):
            z = (pad - 1.5) * r.PAD_PITCH_MM
            radial(z - r.PAD_OUTLINE_MM / 2 + 0.1, apothem + r.TAPE_MM, r.PAD_OUTLINE_MM - 0.2, r.PAD_MM, "pad")
            radial(z - r.PUCK_DIAMETER_MM / 2, apothem + r.TAPE_MM + r.PAD_MM, r.PUCK_DIAMETER_MM, r.PUCK_MM, "puck")
        for row in range(kind.rows):
            length = kind.tile_length_mm - r.TILE_GAP_MM
            radial(kind.row_z(row) - length / 2, r.tile_inner(), length, r.tile_middle(), "tile")
            sheet.text(cx + scale * kind.row_z(row), cy - side * scale * 78.5 + 1.2, f"row {row}  z = {kind.row_z(row):+.0f}", size=3.6, bold=True)
        radial(-half + r.SLEEVE_GAP_MM, r.SKIN_RADIUS_MM, r.BAND_MM - 2 * r.SLEEVE_GAP_MM, r.SLEEVE_MM, "sleeve")
        for direction in (-1, 1):
            start = end - r.CAP_COLLAR_MM if direction > 0 else -end
            radial(start, r.CORE_END_RADIUS_MM + r.CAP_FIT_MM, r.CAP_COLLAR_MM, r.CAP_RADIUS_MM - r.CORE_END_RADIUS_MM - r.CAP_FIT_MM, "cap")
            disc = end if direction > 0 else -end - r.CAP_DISC_MM
            radial(disc, 4 if direction < 0 else 0, r.CAP_DISC_MM, r.CAP_RADIUS_MM - (4 if direction < 0 else 0), "cap")
    contents(box)
    sheet.line(cx - scale * 100, cy, cx + scale * 100, cy, "axis")
    sheet.arrow(cx, cy, cx + scale * 104, cy, "z", 3, 1.5)
    measures_along(sheet, scale, cx, cy)
    return sheet


def contents(box):
    """What lies in the bore."""
    _, length, thick = r.TRAY_MM
    box(-length / 2, r.TRAY_TOP_Y_MM - thick, length, thick, "part")
    start, stop = r.BOARD_Z_MM
    box(start, r.UPPER_BOARD_Y_MM, stop - start, 1.6, "board")
    box(start, r.LOWER_BOARD_Y_MM - 1.6, stop - start, 1.6, "board")
    _, high, thin = r.IMU_MM
    box(-thin - 0.45, -high / 2, thin, high, "board")
    box(-0.45, -2, 0.9, 4, "chip")
    near, far = r.BATTERY_Z_MM
    box(near, -r.BATTERY_MM[1] / 2, far - near, r.BATTERY_MM[1], "battery")
    box(near + 4, r.RADIO_BOARD_Y_MM, r.RADIO_BOARD_MM[1], 1.6, "board")


def measures_along(sheet, scale, cx, cy):
    """Measures and words."""
    def z(value):
        return cx + scale * value

    top, bottom = cy - scale * 84, cy + scale * 84
    end = r.CORE_LENGTH_MM / 2
    sheet.dim_h(z(-r.BAND_MM / 2), z(r.BAND_MM / 2), bottom + 4, f"band {n(r.BAND_MM)}", cy + scale * 70)
    sheet.dim_h(z(-end), z(end), bottom + 12, f"core {n(r.CORE_LENGTH_MM)}", cy + scale * 60)
    sheet.dim_v(cy - scale * 70, cy + scale * 70, z(-97), f"over the sleeve {n(2 * (r.SKIN_RADIUS_MM + r.SLEEVE_MM))}", z(-60))
    sheet.dim_v(cy - scale * 60, cy + scale * 60, z(-91), f"caps {n(2 * r.CAP_RADIUS_MM)}", z(-86))
    for value, y, to_y, words in ((83, 50, top + 6, "E1: buttons, LED, jack"), (70, 58, top + 16, "collar of the cap"), (55, 67.5, top + 26, "S1 sleeve"),
                                  (57, 62.5, top + 33, "T tile"), (55, 52, top + 40, "B1 core")):
        sheet.leader(z(value), cy - scale * y, z(97), to_y + 10, words)
    for value, y, to_y, words in ((70, -8, 12, "4 AA in a closed box"), (60, 19.8, -14, "G62 radio board"), (-1, -6, 22, "U3 IMU upright at z = 0, face to +z")):
        sheet.leader(z(value), cy - scale * y, z(97), cy + to_y, words)
    sheet.leader(z(-50), cy - scale * 14.8, z(-62), cy - 32, "G1 board")
    sheet.leader(z(-50), cy + scale * 14.8, z(-62), cy + 34, "G2 board")
    sheet.leader(z(-83), cy, z(-101), cy + 46, "E2: cable")
    sheet.text(cx, 245, "The caps are smaller than the band: tiles carry the floor load. The sleeve touches tiles only, never a collar.", size=3.6)


def stack():
    """One pad, enlarged."""
    scale, cx, base = 4.2, 98, 100
    sheet = Sheet("The stack over one flat of the core (scale 4.2)", 285, 130)

    def layer(width, low, thick, style):
        sheet.box(cx - scale * width / 2, base - scale * (low + thick), scale * width, scale * thick, style)

    layer(r.flat_width(), -4.5, 4.5, "core")
    heights, low = [], 0.0
    for name, width, thick, style in (("tape", 25, r.TAPE_MM, "thin"), ("pad", r.PAD_OUTLINE_MM, r.PAD_MM, "pad"), ("puck", r.PUCK_DIAMETER_MM, r.PUCK_MM, "puck"),
                                      ("tape", r.PUCK_DIAMETER_MM, r.TAPE_MM, "thin")):
        layer(width, low, thick, style)
        heights.append((name, low + thick / 2))
        low += thick
    shift = r.core_apothem()
    sheet.polygon([(cx + scale * y, base - scale * (x - shift)) for x, y in tile_profile()], "tile")
    top = r.SKIN_RADIUS_MM - shift
    arc = [(y * (1 + r.SLEEVE_MM / r.SKIN_RADIUS_MM), x * (1 + r.SLEEVE_MM / r.SKIN_RADIUS_MM)) for x, y in tile_profile()[2:]]
    outer = [(cx + scale * y, base - scale * (x - shift)) for y, x in arc]
    sheet.polygon(outer + [(cx + scale * y, base - scale * (x - shift)) for x, y in reversed(tile_profile()[2:])], "sleeve")
    right = cx + scale * 20.5
    for words, y, to in ((f"S1 sleeve: EVA foam {n(r.SLEEVE_MM)}", top + 2.5, 30), (f"T tile: {n(r.tile_middle())} in the middle, {n(r.tile_edge())} at the edge", top - 2, 46),
                         (f"tape {n(r.TAPE_MM)}", heights[3][1], 66), (f"K puck: silicone {n(r.PUCK_MM)}, {n(r.PUCK_DIAMETER_MM)} round", heights[2][1], 74),
                         (f"P pad {n(r.PAD_MM)}, {n(r.PAD_OUTLINE_MM)} round; puck dry on it", heights[1][1], 84), (f"tape {n(r.TAPE_MM)}", heights[0][1], 93),
                         ("B1 core, flat", -2, 104)):
        sheet.leader(cx + scale * 9, base - scale * y, right - 6, to, words)
    sheet.dim_h(cx - scale * r.flat_width() / 2, cx + scale * r.flat_width() / 2, 124, f"flat {n(r.flat_width())}", base + scale * 4.5)
    sheet.dim_v(base, base - scale * top, 14, f"{n(top)} core to skin", cx - scale * 16)
    sheet.dim_v(base, base - scale * (r.tile_inner() - shift), 24, f"{n(r.tile_inner() - shift)}", cx - scale * 16)
    return sheet


def skin(kind):
    """The skin cut open, seen from outside."""
    wide, scale = 2 * math.pi * r.SKIN_RADIUS_MM / r.COLUMNS, 0.62
    sheet = Sheet(f"Skin of the {kind.name} roller unrolled, seen from outside: pad_index = row x {r.COLUMNS} + column", 335, 118)
    left, base = 34, 92
    for row in range(kind.rows):
        for column in range(r.COLUMNS):
            x, y = left + scale * wide * column, base - scale * kind.tile_length_mm * (row + 1)
            sheet.box(x, y, scale * wide, scale * kind.tile_length_mm, "tile")
            middle_y = y + scale * kind.tile_length_mm / 2
            for place in range(kind.pads_per_tile):
                offset = (place - (kind.pads_per_tile - 1) / 2) * r.PAD_PITCH_MM * scale
                sheet.circle(x + scale * wide / 2, middle_y - offset, scale * r.PAD_OUTLINE_MM / 2, "hidden")
            sheet.text(x + scale * wide / 2, middle_y + 2, str(row * r.COLUMNS + column), size=6, bold=True)
        middle = base - scale * kind.tile_length_mm * (row + 0.5)
        sheet.text(left + scale * wide * r.COLUMNS + 2, middle + 1.2, f"row {row}, z = {kind.row_z(row):+.0f}", size=3.2, anchor="start")
    for column in range(r.COLUMNS):
        sheet.text(left + scale * wide * (column + 0.5), base + 5, f"column {column}", size=2.9)
        sheet.text(left + scale * wide * (column + 0.5), base + 9.5, f"{column * 30} deg", size=2.9)
    sheet.arrow(left - 8, base, left - 8, base - scale * r.BAND_MM - 6, "z", 2, 1)
    for mark in (-60, 0, 60):
        y = base - scale * (mark + 60)
        sheet.text(left - 10, y + 1.2, f"{mark:+d}" if mark else "0", size=3.2, anchor="end")
        sheet.line(left - 9, y, left - 7, y, "thin")
    sheet.dim_h(left, left + scale * wide, 15.5, "34", base - scale * r.BAND_MM)
    sheet.text(left + scale * wide * 6, base + 17, "Body angle from +x towards +y goes to the right. Broken circles: the pads under the tiles"
               + ("; two in parallel make one pad_index." if kind.pads_per_tile > 1 else "."), size=3.4)
    return sheet


def order():
    """The parts drawn apart along the axis, in the order they come together; of the reference roller."""
    sheet, scale = Sheet("The order of assembly, drawn apart along the axis (not to one scale)", 370, 130), 0.5
    cy = 66
    sheet.line(8, cy, 362, cy, "axis")

    def box(x, half, wide, style):
        sheet.box(x, cy - scale * half, wide, scale * 2 * half, style)

    box(18, r.CAP_RADIUS_MM, 3, "cap")
    box(21, r.CAP_RADIUS_MM, 8, "cap")
    sheet.box(48, cy + 1, 62, 1.6, "part")
    sheet.box(49, cy - 8, 36, 1.2, "board")
    sheet.box(49, cy + 9, 36, 1.2, "board")
    sheet.box(79, cy - 4, 1.2, 8, "board")
    sheet.box(87, cy - 8, 23, 16, "battery")
    box(128, r.CORE_END_RADIUS_MM, 66, "core")
    box(135.5, r.core_apothem(), 51, "core")
    for row in range(4):
        x = 136.5 + 12.4 * row
        for y in (-22, -7.5, 7.5, 22):
            sheet.parts.append(f'<ellipse cx="{n(x + 5.8)}" cy="{n(cy + y)}" rx="5.4" ry="{n(5.4 - abs(y) / 11)}" fill="#ffd166" stroke="#7a5c00" stroke-width="0.2"/>')
    for row in range(4):
        for step in range(-3, 3):
            low, high = (scale * r.SKIN_RADIUS_MM * math.sin((step + side) * math.pi / 6) for side in (0.02, 0.98))
            sheet.box(214 + 13 * row, cy + low, 12.2, high - low, "tile")
    box(284, r.SKIN_RADIUS_MM + r.SLEEVE_MM, 50, "sleeve")
    box(346, r.CAP_RADIUS_MM, 8, "cap")
    box(354, r.CAP_RADIUS_MM, 3, "cap")
    for x, name, words in ((23, "5", "E2 cap"), (79, "4", "N1 tray, boards, IMU, battery"), (161, "1", "B1 core"), (161, "2", "P pads, tails through the slots"),
                           (240, "3", "T tiles on K pucks"), (309, "6", "S1 sleeve"), (351, "5", "E1 cap")):
        low = 121 if name == "2" else 115
        sheet.text(x, low, f"{name}. {words}", size=3.4, bold=True)
    return sheet

