# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""What tiles carry under a limb, by the software's contact model: pressure falls as a paraboloid from the middle of an ellipse
(Winkler, crossed cylinders; limb radius 80 mm, rigid roller 65 mm; area 46.9 cm2 at 243 N, growing with the root of the load)."""

import math

import roller as r

LIMB_RADIUS_MM = 80.0
USUAL_N, USUAL_MM2 = 243.0, 4690.0
GREATEST_N = 430.0
STEPS = 120


def cells(force_n, z_mm, turn_mm=0.0):
    """(column, pad along the core 0 to 3) -> newtons on that piece of 34 x 30 mm. The limb's middle lies at z and, around the
    skin, turn_mm from the middle of column 0."""
    area = USUAL_MM2 * math.sqrt(force_n / USUAL_N)
    shape = math.sqrt(r.SKIN_RADIUS_MM / LIMB_RADIUS_MM)
    along = math.sqrt(area / math.pi / shape)
    around = along * shape
    peak = 2 * force_n / area
    wide = 2 * math.pi * r.SKIN_RADIUS_MM / r.COLUMNS
    found = {}
    for one in range(STEPS):
        x = around * (2 * (one + 0.5) / STEPS - 1)
        for other in range(STEPS):
            y = along * (2 * (other + 0.5) / STEPS - 1)
            pressure = peak * (1 - (x / around) ** 2 - (y / along) ** 2)
            place = math.floor((y + z_mm + r.BAND_MM / 2) / r.PAD_PITCH_MM)
            if pressure > 0 and 0 <= place < 4:
                key = math.floor((x + turn_mm) / wide + 0.5), place
                found[key] = found.get(key, 0.0) + pressure * 4 * around * along / STEPS**2
    return found


def tiles(force_n, z_mm, kind, turn_mm=0.0):
    """(column, row) -> list of the newtons on each pad of that tile."""
    found = {}
    for (column, place), newtons in sorted(cells(force_n, z_mm, turn_mm).items()):
        found.setdefault((column, place // kind.pads_per_tile), [0.0] * kind.pads_per_tile)[place % kind.pads_per_tile] = newtons
    return found


def greatest(kind):
    """The most that one tile, and one pad under it, carries at 243 N."""
    loaded = [pads for z in (-30, -15, 0, 15, 30) for pads in tiles(USUAL_N, z, kind).values()]
    return max(sum(pads) for pads in loaded), max(max(pads) for pads in loaded)


def read_ratio(z_mm, kind, exponent):
    """Sum of what the tiles say over the sum of what they carry, when each was calibrated with a load spread evenly over its pads."""
    said = carried = 0.0
    for pads in tiles(USUAL_N, z_mm, kind).values():
        mean_conductance = sum(newtons**exponent for newtons in pads) / len(pads)
        said += len(pads) * mean_conductance ** (1 / exponent)
        carried += sum(pads)
    return said / carried
