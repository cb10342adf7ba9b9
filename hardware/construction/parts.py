# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Drawings of the parts that are made: core, tiles, caps, tray; and how a pad is loaded for its calibration."""

import math

import roller as r
from sections import tile_profile
from sheet import Sheet, number as n


def core():
    """Side view, one flat with pads and slots, and the end."""
    sheet = Sheet("B1 core, the same for both rollers", 300, 232)
    cx, cy, end, half = 112, 84, r.CORE_LENGTH_MM / 2, r.CORE_FACETED_MM / 2
    apothem = r.core_apothem()
    sheet.box(cx - end, cy - r.CORE_END_RADIUS_MM, 2 * end, 2 * r.CORE_END_RADIUS_MM, "core")
    sheet.box(cx - half, cy - apothem, 2 * half, 2 * apothem, "core")
    edge = 0.0
    for step in range(-3, 3):
        edge = apothem / math.cos(r.HALF_PITCH_RAD) * math.sin((2 * step + 1) * r.HALF_PITCH_RAD)
        sheet.line(cx - half, cy - edge, cx + half, cy - edge)
    for pad in range(4):
        z = (pad - 1.5) * r.PAD_PITCH_MM
        sheet.circle(cx + z, cy, r.PAD_OUTLINE_MM / 2, "hidden")
        sheet.text(cx + z, cy + 1.2, f"row {pad}", size=3.2)
        slot(sheet, cx + z + r.SLOT_OFFSET_MM, cy - r.SLOT_OFFSET_MM)
    sheet.dim_h(cx - end, cx + end, cy + 76, n(2 * end), cy + r.CORE_END_RADIUS_MM)
    sheet.dim_h(cx - half, cx + half, cy + 69, f"{n(2 * half)} twelve flats", cy + apothem)
    sheet.dim_h(cx - 45, cx - 15, cy - 62, n(r.PAD_PITCH_MM), cy)
    sheet.dim_v(cy - apothem, cy + apothem, cx - end - 8, f"{n(2 * apothem)} across flats", cx - half)
    sheet.dim_v(cy - r.CORE_END_RADIUS_MM, cy + r.CORE_END_RADIUS_MM, cx + end + 12, f"ends round {n(2 * r.CORE_END_RADIUS_MM)}", cx + end)
    sheet.text(cx, cy + 84, "+z to the right. Reference roller: rows as written; starter roller: rows 0 and 1 of this", size=3.2)
    sheet.text(cx, cy + 88.5, "drawing lie under row 0 of the skin, rows 2 and 3 under row 1.", size=3.2)
    core_end(sheet, 252, 84)
    slot_detail(sheet, 70, 204)
    notes = ("Print: PETG, 100 % infill, 0.2 mm layers, standing on one end; 45 degree chamfer below the flats.",
             "Turn: POM or aluminium tube, flats milled.  Tolerances: flats 0.1 mm to each other, others 0.3 mm.",
             "48 slots through the wall, one at a corner of every pad, at 45 degrees, for tails up to 7.5 wide. No sharp edges.",
             "Mark +x (column 0) and +z on the end before anything is glued.")
    for line, words in enumerate(notes):
        sheet.text(108, 196 + 6 * line, words, size=3.3, anchor="start")
    return sheet


def slot(sheet, x, y, scale=1.0):
    """A slot at 45 degrees, across the way from the pad's centre."""
    long, wide = scale * r.SLOT_MM[0] / 2, scale * r.SLOT_MM[1] / 2
    root = math.sqrt(0.5)
    corners = [(x + root * (a * long + b * wide), y + root * (a * long - b * wide)) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    sheet.polygon(corners, "hole")


def slot_detail(sheet, cx, cy):
    """One pad and its slot, scale 1.4."""
    scale = 1.4
    width = scale * r.flat_width()
    sheet.box(cx - scale * 15, cy - width / 2, scale * 30, width, "core")
    sheet.circle(cx, cy, scale * r.PAD_OUTLINE_MM / 2, "hidden")
    sheet.circle(cx, cy, scale * r.PUCK_DIAMETER_MM / 2, "hidden")
    slot(sheet, cx + scale * r.SLOT_OFFSET_MM, cy - scale * r.SLOT_OFFSET_MM, scale)
    sheet.dim_h(cx, cx + scale * r.SLOT_OFFSET_MM, cy - width / 2 - 3, n(r.SLOT_OFFSET_MM), cy)
    sheet.dim_v(cy, cy - scale * r.SLOT_OFFSET_MM, cx - scale * 15 - 4, n(r.SLOT_OFFSET_MM), cx)
    sheet.leader(cx + scale * 14, cy - scale * 13.5, cx + 30, cy - 14, f"slot {n(r.SLOT_MM[0])} x {n(r.SLOT_MM[1])}")


def core_end(sheet, cx, cy):
    """The end: bore, rails and inserts, scale 0.75."""
    scale = 0.7
    sheet.circle(cx, cy, scale * r.CORE_END_RADIUS_MM, "core")
    sheet.circle(cx, cy, scale * r.BORE_RADIUS_MM, "hole")
    for side in (-1, 1):
        for y in (-6.5, -0.7):
            inner = r.TRAY_MM[0] / 2 - 3
            left = side * inner if side > 0 else -r.BORE_RADIUS_MM + 0.3
            sheet.box(cx + scale * left, cy - scale * (y + 2.2), scale * (r.BORE_RADIUS_MM - 0.3 - inner), scale * 2.2, "core")
    for turn in range(4):
        angle = math.pi / 4 + turn * math.pi / 2
        sheet.circle(cx + scale * r.SCREW_RADIUS_MM * math.cos(angle), cy - scale * r.SCREW_RADIUS_MM * math.sin(angle), scale * 2.1, "hole")
    sheet.text(cx, cy - scale * 60, "end (0.7)", size=3.2)
    sheet.dim_h(cx - scale * r.BORE_RADIUS_MM, cx + scale * r.BORE_RADIUS_MM, cy + scale * 62, f"bore {n(2 * r.BORE_RADIUS_MM)}", cy)
    sheet.text(cx, cy + scale * 62 + 8, f"4 inserts M3 (bore 4.2, 7 deep)", size=3.2)
    sheet.text(cx, cy + scale * 62 + 12.5, f"on radius {n(r.SCREW_RADIUS_MM)} at 45 degrees", size=3.2)
    sheet.text(cx, cy + scale * 62 + 17, "rails 2.2 thick; groove 3.6 for the tray", size=3.2)


def tiles():
    """End view, and both tiles from within with their pucks."""
    scale = 2.2
    sheet = Sheet("T tiles of both rollers (scale 2.2)", 300, 196)
    cx, base = 72, 62
    wide, narrow = scale * r.tile_outer_width() / 2, scale * r.tile_inner_width() / 2
    top, edge = base - scale * r.tile_middle(), base - scale * r.tile_edge()
    sheet.polygon([(cx + scale * y, base - scale * (x - r.tile_inner())) for x, y in tile_profile()], "tile")
    sheet.text(cx, 28, "end view, the same for both", size=3.6)
    sheet.dim_h(cx - wide, cx + wide, top - 10, n(r.tile_outer_width()), edge)
    sheet.dim_h(cx - narrow, cx + narrow, base + 9, f"{n(r.tile_inner_width())} flat", base)
    sheet.dim_v(base, top, cx - wide - 16, n(r.tile_middle()), cx)
    sheet.dim_v(base, edge, cx - wide - 6, n(r.tile_edge()), cx - wide)
    sheet.leader(cx + 18, top + 1.2, cx + 34, top - 16, f"radius {n(r.SKIN_RADIUS_MM)}")
    sheet.leader(cx + wide - 1.2, base - 3.4, cx + 36, base + 18, "sides radial, 15 degrees")
    for kind, x, y in ((r.REFERENCE, 28, 108), (r.STARTER, 158, 36)):
        length = kind.tile_length_mm - r.TILE_GAP_MM
        up = x == 158
        width, height = (scale * r.tile_inner_width(), scale * length) if up else (scale * length, scale * r.tile_inner_width())
        sheet.box(x, y, width, height, "tile")
        for place in range(kind.pads_per_tile):
            offset = scale * (place - (kind.pads_per_tile - 1) / 2) * r.PAD_PITCH_MM
            sheet.circle(x + width / 2, y + height / 2 + offset, scale * r.PUCK_DIAMETER_MM / 2, "puck")
        sheet.text(x + width / 2, y - 5, f"{kind.name} roller, {COUNT[kind.name]} tiles, seen from within", size=3.4)
        if up:
            sheet.dim_v(y, y + height, x - 8, f"{n(length)} along z", x)
            middle = y + height / 2
            half = scale * r.PAD_PITCH_MM / 2
            sheet.dim_v(middle - half, middle + half, x + width + 10, n(r.PAD_PITCH_MM), x + width / 2)
        else:
            sheet.dim_h(x, x + width, y + height + 7, f"{n(length)} along z", y + height)
    notes = ("Outer faces deburred, edges", "broken 0.3: nothing sharp", "under the foam.", "Print: PETG, 100 % infill,", "standing on the end.", "Tolerance 0.3; the gap to a", f"neighbour is {n(r.TILE_GAP_MM)}, at least 0.3.", "", "Each tile rests on its puck",
             "alone: no other path for", "the load.")
    for line, words in enumerate(notes):
        sheet.text(248, 60 + 6 * line, words, size=3.2, anchor="start")
    return sheet


COUNT = {kind.name: kind.pad_count for kind in r.ROLLERS}


def caps():
    """Both end caps from outside, and their section."""
    sheet = Sheet("E1 and E2 end caps, seen from outside; section (scale 1)", 350, 178)
    cy = 88
    for cx, cap, name in ((75, "E1", "E1, at +z: operated"), (215, "E2", "E2, at -z: cable")):
        sheet.circle(cx, cy, r.CAP_RADIUS_MM, "cap")
        for what, x, y, diameter in r.cap_holes(cap):
            sheet.circle(cx + x, cy - y, diameter / 2, "hole")
            if what not in ("screw", "vent"):
                sheet.text(cx + x, cy - y + diameter / 2 + 4, f"{what} {n(diameter)}", size=2.9)
        sheet.text(cx, 20, name, size=4, bold=True)
        sheet.dim_h(cx - r.CAP_RADIUS_MM, cx + r.CAP_RADIUS_MM, cy + 70, n(2 * r.CAP_RADIUS_MM), cy)
    for slit in (-1, 0, 1):
        sheet.box(70, cy + 3 * slit - 0.6, 10, 1.2, "hole")
    sheet.text(75, cy + 9, "BZ1 behind slits", size=2.9)
    sheet.dim_v(cy, cy - r.CABLE_MM[0], 205, n(r.CABLE_MM[0]), 215)
    wide, high = r.SWITCH_MM
    sheet.box(215 - wide / 2, cy + r.CONTROLS_MM - high / 2, wide, high, "hole")
    sheet.text(215, cy + r.CONTROLS_MM + 6, f"SW4 {n(wide)} x {n(high)} (kit)", size=2.9)
    x = 326
    sheet.box(x, cy - r.CAP_RADIUS_MM, r.CAP_DISC_MM, 2 * r.CAP_RADIUS_MM, "cap")
    inner = r.CORE_END_RADIUS_MM + r.CAP_FIT_MM
    for y in (cy - r.CAP_RADIUS_MM, cy + inner):
        sheet.box(x - r.CAP_COLLAR_MM, y, r.CAP_COLLAR_MM, r.CAP_RADIUS_MM - inner, "cap")
    sheet.dim_v(cy - inner, cy + inner, x - r.CAP_COLLAR_MM - 5, f"{n(2 * inner)}", x - 1)
    sheet.dim_h(x - r.CAP_COLLAR_MM, x, cy + 70, n(r.CAP_COLLAR_MM), cy + r.CAP_RADIUS_MM)
    sheet.dim_h(x, x + r.CAP_DISC_MM, cy - 66, n(r.CAP_DISC_MM), cy - r.CAP_RADIUS_MM)
    sheet.text(165, 172, "Four screws M3 countersunk on radius "
               f"{n(r.SCREW_RADIUS_MM)}; vents of {n(r.VENTS_MM[1])} on radius {n(r.VENTS_MM[0])}; controls on radius {n(r.CONTROLS_MM)}, buttons flush or below the surface.", size=3.3)
    return sheet


def tray():
    """The tray from above."""
    scale = 1.35
    sheet = Sheet("N1 tray from above (from +y), both rollers (scale 1.35)", 310, 178)
    cx, cy = 140, 88
    width, length, thick = r.TRAY_MM
    half = length / 2

    def box(z, x, long, wide, style):
        sheet.box(cx + scale * z, cy + scale * x, scale * long, scale * wide, style)

    box(-half, -width / 2, length, width, "part")
    near, far = r.BATTERY_Z_MM
    box(near, -r.BATTERY_MM[0] / 2 - 0.5, half - near, r.BATTERY_MM[0] + 1, "hole")
    box(near + 0.5, -r.BATTERY_MM[0] / 2, far - near - 0.5, r.BATTERY_MM[0], "battery")
    sheet.text(cx + scale * (near + far) / 2, cy - 9, "BT1 in its cut-out", size=3.4)
    start, stop = r.BOARD_Z_MM
    sheet.box(cx + scale * start, cy - scale * r.BOARD_MM[0] / 2, scale * (stop - start), scale * r.BOARD_MM[0], "hidden")
    for x, z in r.pillar_holes():
        sheet.circle(cx + scale * z, cy + scale * x, scale * r.PILLAR_MM / 2, "hole")
    wide, _, thin = r.IMU_MM
    box(-r.IMU_CUT_MM[1] / 2 - 0.5, -r.IMU_CUT_MM[0] / 2, r.IMU_CUT_MM[1], r.IMU_CUT_MM[0], "hole")
    box(-thin - 0.45, -wide / 2, thin, wide, "board")
    box(-0.45, -2, 0.9, 4, "chip")
    sheet.arrow(cx, cy, cx + scale * 86, cy, "z", 2, 1.5)
    sheet.arrow(cx, cy, cx, cy - scale * 54, "x", 2, 2)
    sheet.text(cx + scale * (start + stop) / 2 - 16, cy - 22, "G1 above, G2 below,", size=3.4)
    sheet.text(cx + scale * (start + stop) / 2 - 16, cy - 17, "on M3 pillars of 15 and 10", size=3.4)
    sheet.leader(cx - 1.5, cy + 9, cx - 8, cy + 26, "U3 upright in its cut-out:")
    sheet.text(cx - 9.2, cy + 32, "face to +z, printed X to +x,", size=3.2, anchor="end")
    sheet.text(cx - 9.2, cy + 37, "printed Y to +y", size=3.2, anchor="end")
    sheet.dim_h(cx - scale * half, cx + scale * half, cy + 72, n(length), cy + scale * width / 2)
    sheet.dim_v(cy - scale * r.IMU_CUT_MM[0] / 2, cy + scale * r.IMU_CUT_MM[0] / 2, cx + 12, n(r.IMU_CUT_MM[0]), cx)
    sheet.dim_h(cx, cx + scale * near, cy + 66, n(near), cy + 2)
    sheet.dim_v(cy - scale * width / 2, cy + scale * width / 2, cx - scale * half - 8, n(width), cx - scale * half)
    sheet.dim_v(cy - scale * (r.BATTERY_MM[0] / 2 + 0.5), cy + scale * (r.BATTERY_MM[0] / 2 + 0.5), cx + scale * half + 26, n(r.BATTERY_MM[0] + 1), cx + scale * half)
    sheet.text(155, 172, f"{n(thick)} thick. G62 (wireless kit) stands over the battery box on pillars of 20, its centre over z = 46. Everything is tied down: the roller turns.", size=3.2)
    return sheet


def calibration():
    """The cradle, the puck and a mass."""
    scale = 0.9
    sheet = Sheet("Loading one pad: cradle, puck, mass", 250, 205)
    cx, cy = 95, 112
    foot, wide = scale * r.CAP_RADIUS_MM * math.sqrt(2), scale * 70  # of the V, 45 degrees on either side
    sheet.polygon([(cx - 80, cy + 80), (cx + 80, cy + 80), (cx + 80, cy + foot - wide), (cx + wide, cy + foot - wide), (cx, cy + foot),
                   (cx - wide, cy + foot - wide), (cx - 80, cy + foot - wide)], "wood")
    sheet.circle(cx, cy, scale * (r.SKIN_RADIUS_MM + r.SLEEVE_MM), "hidden")
    sheet.circle(cx, cy, scale * r.CAP_RADIUS_MM, "cap")
    top = cy - scale * (r.SKIN_RADIUS_MM + r.SLEEVE_MM)
    sheet.box(cx - scale * 15, top - scale * 3, scale * 30, scale * 3, "puck")
    sheet.box(cx - scale * 15, top - scale * 18, scale * 30, scale * 15, "part")
    sheet.box(cx - 24, top - scale * 18 - 22, 48, 22, "battery")
    sheet.text(cx, top - scale * 18 - 9, "mass", size=4, bold=True)
    sheet.leader(cx + 8, top - 1.4, 175, top - 4, "3 mm rubber, curved with the sleeve")
    sheet.leader(cx + 8, top - 12, 175, top - 14, "puck 30 around, along z 26 (reference)")
    sheet.text(176.2, top - 7.5, "or 56 (starter)", size=3.2, anchor="start")
    sheet.leader(cx + 62, cy + 2, 175, cy - 10, "skin: free all around")
    sheet.leader(cx + 38.5, cy + 37.5, 175, cy + 20, "the cap's collar rests")
    sheet.text(176.2, cy + 25, "in the V, 90 degrees", size=3.2, anchor="start")
    sheet.leader(cx + 60, cy + 60, 175, cy + 50, "one V block of 18 mm plywood under")
    sheet.text(176.2, cy + 55, "each cap, joined below", size=3.2, anchor="start")
    sheet.text(cx, cy + 88, "Turn the roller so that the pad under test is uppermost; the mass stands free, guided by hand until it rests.", size=3.2)
    return sheet
