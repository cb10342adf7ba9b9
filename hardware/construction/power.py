# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Power budget and battery life, from consumers.csv."""

import electrical
import loads
import netlist
import roller

CELLS, CELL_V, CELL_AH, USABLE_RATIO, CONVERTER_RATIO = 4, 1.2, 2.0, 0.9, 0.85
CUTOFF_V, BATTERY_MIN_OHM_V = 4.0, 4.4
REGULATOR_MA = 250.0
SUPPLY_V = 5.0
KINDS = {"reference": roller.REFERENCE, "starter": roller.STARTER}


def pads_ma(board, force_n):
    """Both sides of the roller: the limb's and the floor's, which feels the same force."""
    kind = KINDS[board]
    return 2 * sum(electrical.pad_ma(sum(pads), board) for pads in loads.tiles(force_n, 15, kind).values() if sum(pads) > 0.2)


def consumers(board):
    """Rows with numbers: ref, what, typical, peak, source."""
    for row in netlist.rows("construction/consumers.csv"):
        if row["board"] == board:
            typical, peak = ((pads_ma(board, loads.USUAL_N), pads_ma(board, loads.GREATEST_N)) if row["typical_ma"] == "pads"
                             else (float(row["typical_ma"]), float(row["peak_ma"])))
            yield row["ref"], row["what"], typical, peak, row["source"]


def total(*boards, without=()):
    """Sum of typical and of peak currents in mA at 5 V."""
    found = [(typical, peak) for board in boards for ref, _, typical, peak, _ in consumers(board) if ref not in without]
    return sum(typical for typical, _ in found), sum(peak for _, peak in found)


def table(board):
    """The consumers of a board."""
    lines = ["| ref | consumer | typical mA | peak mA | source |", "| --- | --- | --- | --- | --- |"]
    lines += [f"| {ref} | {what} | {typical:.1f} | {peak:.1f} | {source} |" for ref, what, typical, peak, source in consumers(board)]
    typical, peak = total(board)
    return [*lines, f"| | **together, at 5 V** | **{typical:.0f}** | **{peak:.0f}** | |"]


def rail_ma(board):
    """Peak current of the 3.3 V of the dividers, everything that hangs on it."""
    refs = {"reference": ("P0-P47",), "starter": ("P0A-P23B", "ADC0-ADC2")}[board]
    return sum(peak for ref, _, _, peak, _ in consumers(board) if ref in refs)


def battery_wh():
    """What the cells give before the cutoff."""
    return CELLS * CELL_V * CELL_AH * USABLE_RATIO


def life_h(typical_ma):
    """Hours at a current of the 5 V rail."""
    return battery_wh() * CONVERTER_RATIO / (typical_ma / 1000 * SUPPLY_V)


def battery_peak_a(peak_ma):
    """Current of the battery at a peak, when it is nearly empty."""
    return peak_ma / 1000 * SUPPLY_V / CONVERTER_RATIO / BATTERY_MIN_OHM_V


VARIANTS = {
    "reference roller, cable (USB)": (("reference",), ()),
    "reference roller, wireless kit": (("reference", "wireless"), ("U4",)),
    "starter roller, cable or battery": (("starter",), ()),
}


def life_table():
    """Variants with their life on the battery."""
    lines = ["| variant | typical mA at 5 V | peak mA | from the battery at peak | life on four AA NiMH |", "| --- | --- | --- | --- | --- |"]
    for name, (boards, without) in VARIANTS.items():
        typical, peak = total(*boards, without=without)
        on_battery = "USB" not in name
        lines.append(f"| {name} | {typical:.0f} | {peak:.0f} | " + (f"{battery_peak_a(peak):.1f} A | {life_h(typical):.1f} h |" if on_battery else "| |"))
    return lines
