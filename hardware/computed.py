#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Puts computed tables into the documents of hardware/, between  <!-- computed: NAME -->  and  <!-- end -->.

    python3 hardware/computed.py            writes them
    python3 hardware/computed.py --check    says which documents are stale; exit 1 if one is"""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "wiring"), str(HERE / "construction")]

import electrical  # noqa: E402
import loads  # noqa: E402
import netlist  # noqa: E402
import power  # noqa: E402
import roller as r  # noqa: E402

BLOCK = re.compile(r"(<!-- computed: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def cost():
    """Sums of the bills."""
    lines = ["| bill | circuit | mechanics and supply | together |", "| --- | --- | --- | --- |"]
    for title, name in (("reference roller", "bom.csv"), ("starter roller", "bom-starter.csv"), ("wireless kit", "bom-wireless.csv"), ("tools", "bom-tools.csv")):
        sums = {"circuit": 0.0, "other": 0.0}
        for row in netlist.rows(name):
            sums["circuit" if row["kind"] == "circuit" else "other"] += int(row["quantity"]) * float(row["unit_eur"])
        lines.append(f"| {title} (`{name}`) | {sums['circuit']:.0f} EUR | {sums['other']:.0f} EUR | **{sum(sums.values()):.0f} EUR** |")
    return lines


def pads_cost():
    """How much of it the pads are."""
    row = netlist.rows("bom.csv")[0]
    return [f"The 48 force sensing resistors alone are {int(row['quantity']) * float(row['unit_eur']):.0f} EUR of either roller."]


def measures():
    """The measures that follow from others."""
    stress, bend = r.ring(1500, 2000)
    rows = [("thickness of a tile, middle and edge", f"{r.tile_middle():.2f} and {r.tile_edge():.2f} mm"), ("outer width of a tile", f"{r.tile_outer_width():.2f} mm"),
            ("inner width of a tile", f"{r.tile_inner_width():.2f} mm"), ("width of a flat of the core", f"{r.flat_width():.2f} mm"),
            ("sheet of the sleeve", f"{r.sleeve_length():.0f} x {r.BAND_MM - 2 * r.SLEEVE_GAP_MM:.0f} mm"), ("volume of the core", f"{r.core_volume_cm3():.0f} cm3"),
            ("PETG in one roller", f"{r.printed_kg(r.REFERENCE):.1f} kg"),
            ("core pressed by 1500 N over the band: stress, deflection", f"{stress:.0f} MPa, {bend:.1f} mm (PETG: 40 MPa, 2000 MPa)"),
            ("the same at 243 N", f"{r.ring(243, 2000)[1]:.2f} mm"),
            ("most on a tile at 243 N, reference", f"{loads.greatest(r.REFERENCE)[0]:.0f} N"),
            ("most on a tile at 243 N, starter; on one of its two pads", f"{loads.greatest(r.STARTER)[0]:.0f} N; {loads.greatest(r.STARTER)[1]:.0f} N")]
    return ["| | |", "| --- | --- |", *(f"| {what} | {figure} |" for what, figure in rows)]


def starter_place():
    """How the place of a load along the axis shows in the starter's sum."""
    lines = ["| middle of the limb at z | sum of the tiles, starter |", "| --- | --- |"]
    for z in (0, 10, 15, 20, 30):
        lines.append(f"| {z} mm | {100 * (loads.read_ratio(z, r.STARTER, electrical.EXPONENT) - 1):+.0f} % |")
    return lines


def rails():
    """Load of the 3.3 V regulators."""
    return ["| board | 3.3 V of the dividers at peak | regulator |", "| --- | --- | --- |",
            *(f"| {board} | {power.rail_ma(board):.0f} mA | {power.REGULATOR_MA:.0f} mA |" for board in ("reference", "starter"))]


def battery():
    """The arithmetic of the battery in words."""
    return [f"{power.CELLS} cells x {power.CELL_V} V x {power.CELL_AH} Ah x {power.USABLE_RATIO} = {power.battery_wh():.1f} Wh before the cutoff at "
            f"{power.CUTOFF_V} V; the regulator passes on {power.CONVERTER_RATIO:.0%} of it."]


def line_rates():
    """What a radio's baud must be."""
    lines = ["| pads | rate | bytes a second | least baud by the 80 % rule |", "| --- | --- | --- | --- |"]
    for pads, rate in ((24, 100), (48, 100), (48, 200)):
        size = (27 + 2 * pads) * rate
        lines.append(f"| {pads} | {rate} Hz | {size} | {size * 10 / 0.8:.0f} |")
    return lines


def bauds():
    """Which rates the controller makes at 16 MHz, how far off, and which radio takes them."""
    lines = ["| baud | the ATmega makes | off | 48 pads at 100 Hz fit | HC-05 | RN-42 |", "| --- | --- | --- | --- | --- | --- |"]
    for baud in (115200, 230400, 250000, 460800, 500000, 921600):
        made = 16e6 / 8 / max(1, round(16e6 / 8 / baud))
        off = made / baud - 1
        fits = "yes" if made == baud else "no: too far off"
        lines.append(f"| {baud} | {made:.0f} | {100 * off:+.1f} % | {'yes' if 123000 <= 0.8 * baud else 'no'} | "
                     f"{'no: not in its list' if baud in (250000, 500000) else fits} | {fits} |")
    return lines


TABLES = {
    "cost": cost, "pads-cost": pads_cost, "measures": measures, "starter-place": starter_place, "rails": rails, "battery": battery,
    "life": power.life_table, "power-reference": lambda: power.table("reference"), "power-starter": lambda: power.table("starter"),
    "power-wireless": lambda: power.table("wireless"), "divider-reference": lambda: electrical.divider_table("reference"),
    "divider-starter": lambda: electrical.divider_table("starter"), "electrical": electrical.fact_table, "line-rates": line_rates, "bauds": bauds,
}


def filled(text):
    """The document with every block as it is computed today."""
    return BLOCK.sub(lambda block: block.group(1) + "\n".join(TABLES[block.group(2)]()) + "\n" + block.group(3), text)


def documents():
    """Markdown files of hardware/ that hold a block."""
    return [path for path in sorted(HERE.rglob("*.md")) if BLOCK.search(path.read_text(encoding="utf-8"))]


def stale():
    """Documents that would change."""
    return [path for path in documents() if filled(path.read_text(encoding="utf-8")) != path.read_text(encoding="utf-8")]


def main():
    changed = stale()
    for path in changed:
        print(f"{path.relative_to(HERE.parent)} is stale" + ("; run python3 hardware/computed.py" if "--check" in sys.argv else ": written"))
        if "--check" not in sys.argv:
            path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
    sys.exit(1 if changed and "--check" in sys.argv else 0)


if __name__ == "__main__":
    main()
