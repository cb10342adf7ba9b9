# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""models/measures.scad: the measures of roller.py for the solid models in models/rollscope.scad."""

import roller as r


def scad(value):
    """A value as OpenSCAD writes it."""
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(scad(one) for one in value) + "]"
    if isinstance(value, str):
        return f'"{value}"'
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def measures():
    """The text of measures.scad."""
    lines = ["// SPDX-License-Identifier: Apache-2.0", "// Copyright The Rollscope contributors", "// Written by hardware/wiring/render.py from hardware/construction/roller.py. Millimetres."]
    names = ("COLUMNS SKIN_RADIUS_MM BAND_MM TILE_GAP_MM PAD_PITCH_MM PAD_OUTLINE_MM CORE_LENGTH_MM CORE_FACETED_MM CORE_END_RADIUS_MM BORE_RADIUS_MM SLOT_MM "
             "SLOT_OFFSET_MM CAP_RADIUS_MM CAP_DISC_MM CAP_COLLAR_MM CAP_FIT_MM SCREW_RADIUS_MM TRAY_MM TRAY_TOP_Y_MM IMU_CUT_MM BATTERY_MM BATTERY_Z_MM RAIL_MM GROOVE_MM "
             "INSERT_MM PILLAR_MM SWITCH_MM CONTROLS_MM SLEEVE_MM").split()
    lines += [f"{name} = {scad(getattr(r, name))};" for name in names]
    lines += [f"CORE_APOTHEM_MM = {scad(r.core_apothem())};", f"TILE_INNER_MM = {scad(r.tile_inner())};"]
    lines += [f"TILE_LENGTH_{kind.name.upper()}_MM = {scad(kind.tile_length_mm)};" for kind in r.ROLLERS]
    lines += [f"CAP_HOLES_{cap} = {scad([hole[1:] for hole in r.cap_holes(cap)])}; // x, y, diameter" for cap in ("E1", "E2")]
    lines.append(f"PILLAR_HOLES = {scad(r.pillar_holes())}; // x, z")
    return "\n".join(lines) + "\n"
