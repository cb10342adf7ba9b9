# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Holds the figures of hardware/ to their limits, the measures to each other, to the software and to the bills, and the documents to the
figures. wiring/test_wiring.py runs it."""

import math
import pathlib
import re
import shutil
import subprocess
import tempfile

import computed
import boards
import electrical
import loads
import netlist
import power
import roller as r

PETG_MPA = 40.0
SAFETY = 2.0
GEOMETRY = netlist.HARDWARE.parent / "src/main/java/org/rollscope/frame/PadGeometry.java"
FSR_CELL = netlist.HARDWARE.parent / "src/main/java/org/rollscope/simulation/FsrCell.java"


def check_electrical(check):
    for what, figure, limit, _, holds in electrical.facts():
        check(holds, f"{what}: {figure}, limit {limit}")
    # 2 kPa must be felt, 150 kPa must not saturate (reference: one tile; starter: less than its greatest load).
    for board in ("reference", "starter"):
        low, high = (electrical.counts(kpa * electrical.TILE_MM2[board] / 1000, board) for kpa in (2, 150))
        check(low > 60 and high < 0.9 * electrical.FULL_COUNTS, f"{board}: 2 to 150 kPa span the converter", f"{low:.0f} to {high:.0f}")


def check_spice(check):
    program = shutil.which("ngspice")
    if not program:
        print("SKIPPED: ngspice is missing; the divider was computed by formula only")
        return
    said = subprocess.run([program, "-b", str(netlist.HERE / "electrical.cir")], capture_output=True, text=True, check=False).stdout
    points = re.findall(r"divider ([\d.]+)\nv\(pad\) = (\S+)\nv\(pad2\) = (\S+)", re.sub(r"\n+", "\n", said))
    check(len(points) == 7, "ngspice gave seven points", said[-300:])
    for newton, one, two in points:
        for board, value in (("reference", one), ("starter", two)):
            expected = electrical.pad_v(float(newton), board)
            check(abs(float(value) - expected) < 1e-4, f"{board} divider at {newton} N: ngspice and formula", f"{value} {expected}")
    held = dict(re.findall(r"(held\d|true\d)\s*=\s*(\S+)", said))
    left = abs(float(held.get("held2", 0)) - float(held.get("true2", 9))) / electrical.SUPPLY_V * electrical.FULL_COUNTS
    lost = 1 - float(held.get("held1", 0)) / float(held.get("true1", 1))
    check(abs(lost - 0.014) < 0.0005, "what the ATmega's sample misses at worst, as the documents say", f"{lost:.4f}")
    check(left < 0.5, "the MCP3008 settles within half a count", f"{left:.2f}")


def check_measures(check):
    check(r.PAD_OUTLINE_MM <= min(r.flat_width(), r.PAD_PITCH_MM), "a pad fits on its flat and beside its neighbour")
    check(r.PUCK_DIAMETER_MM <= 2 * math.sqrt(electrical.ACTIVE_CM2 / math.pi) * 10 + 1e-9, "a puck presses the active area only")
    reach = r.SLOT_OFFSET_MM + math.sqrt(0.5) * (r.SLOT_MM[0] + r.SLOT_MM[1]) / 2
    near = r.SLOT_OFFSET_MM * math.sqrt(2) - r.SLOT_MM[1] / 2
    check(reach < r.flat_width() / 2 and near > r.PAD_OUTLINE_MM / 2, "a slot lies on the flat and beside the pad", f"{reach:.2f} {near:.2f}")
    corner = r.core_apothem() / math.cos(r.HALF_PITCH_RAD)
    check(corner < r.tile_inner() / math.cos(r.HALF_PITCH_RAD) - 1, "no tile touches an edge of the core")
    check(r.CAP_RADIUS_MM <= r.SKIN_RADIUS_MM - 5, "the caps are recessed by 5 mm")
    check(r.CORE_END_RADIUS_MM + r.CAP_FIT_MM + 3 <= r.CAP_RADIUS_MM, "3 mm of collar at least")
    check(r.BAND_MM / 2 + r.CAP_COLLAR_MM < r.CORE_LENGTH_MM / 2 - 0.5 + 0.001, "the collars do not touch the tiles")
    check(r.BORE_RADIUS_MM + 2.1 + 1 <= r.SCREW_RADIUS_MM <= r.CORE_END_RADIUS_MM - 2.1 - 1, "an insert has 1 mm of wall around it")
    for y in (abs(r.UPPER_BOARD_Y_MM) + 15, abs(r.LOWER_BOARD_Y_MM) + 14):
        check(math.hypot(r.BOARD_MM[0] / 2, y) < r.BORE_RADIUS_MM, f"a board with its parts up to {y} mm fits the bore")
    check(math.hypot(r.RADIO_BOARD_MM[0] / 2, r.RADIO_BOARD_Y_MM + 13) < r.BORE_RADIUS_MM, "the radio board fits the bore")
    check(r.BATTERY_Z_MM[1] - r.BATTERY_Z_MM[0] >= r.BATTERY_MM[2] and r.BATTERY_Z_MM[0] > r.BOARD_Z_MM[1], "the battery box fits beside the boards")
    stress, _ = r.ring(1500, 2000)
    check(stress * SAFETY < PETG_MPA, "the core carries 1500 N twice over", f"{stress:.1f} MPa")
    for kind in r.ROLLERS:
        tile, pad = loads.greatest(kind)
        check(pad < 100, f"{kind.name}: no pad carries more than its 100 N at 243 N", f"{tile:.0f} {pad:.0f}")
        check(kind.rows * kind.tile_length_mm == r.BAND_MM, f"{kind.name}: the rows fill the band")


def solid_cm3(part):
    """Volume of a solid model, from its triangles."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "part.stl")
        scad = netlist.HARDWARE / "construction" / "models" / "rollscope.scad"
        subprocess.run(["openscad", "-D", f'part="{part}"', "-o", str(path), str(scad)], check=True, capture_output=True)
        corners = [tuple(map(float, line.split()[1:])) for line in path.read_text(encoding="utf-8").splitlines() if line.strip().startswith("vertex")]
    six = 0.0
    for (ax, ay, az), (bx, by, bz), (cx, cy, cz) in zip(corners[::3], corners[1::3], corners[2::3]):
        six += ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx)
    return six / 6 / 1000


def check_models(check):
    if not shutil.which("openscad"):
        print("SKIPPED: openscad is missing; the solid models were not computed")
        return
    for part, expected in (("tile_reference", r.tile_volume_cm3(r.REFERENCE)), ("tile_starter", r.tile_volume_cm3(r.STARTER)), ("core", r.core_volume_cm3())):
        found = solid_cm3(part)
        check(abs(found / expected - 1) < 0.02, f"volume of the solid {part}", f"{found:.1f} {expected:.1f}")


def check_boards(check):
    """The layout holds every part once, on the board, without overlap."""
    found = {board: [] for board in netlist.BOARDS}
    for (board, name), (layout, columns, rows, _) in boards.BOARDS.items():
        taken = {}
        for ref, (column, row, across, down) in layout().items():
            found[board].append(ref)
            check(0 <= column and column + across <= columns and 0 <= row and row + down <= rows, f"{ref} lies on {name} of the {board} roller")
            for hole in ((x, y) for x in range(column, column + across) for y in range(row, row + down)):
                check(hole not in taken, f"{board} {name}: {ref} and {taken.get(hole)} do not overlap")
                taken[hole] = ref
    for board, refs in found.items():
        check(sorted(refs) == sorted(netlist.refs(board)), f"the boards of the {board} roller hold every part once", str(set(refs) ^ set(netlist.refs(board))))


def check_software(check):
    """The measures that the software also knows."""
    java = GEOMETRY.read_text(encoding="utf-8")
    for kind in r.ROLLERS:
        found = re.search(rf'new PadGeometry\(\d, "{kind.name}", (\d+), (\d+), (\d+), (\d+), (\d+)\)', java)
        expected = (kind.rows, r.COLUMNS, 34, int(kind.tile_length_mm), int(r.SKIN_RADIUS_MM))
        check(found and tuple(map(int, found.groups())) == expected, f"PadGeometry of the {kind.name} roller", str(found and found.groups()))
    check(round(2 * math.pi * r.SKIN_RADIUS_MM / r.COLUMNS) == 34, "twelve tiles of 34 mm make the circle")
    cell = FSR_CELL.read_text(encoding="utf-8")
    for name, value in (("DIVIDER_OHM", electrical.ohms("reference", "R_M0")), ("SUPPLY_MV", 1000 * electrical.SUPPLY_V),
                        ("CONDUCTANCE_AT_ONE_NEWTON_S", electrical.CONDUCTANCE_AT_1_N)):
        found = re.search(rf"{name} = ([\d.e-]+);", cell)
        check(found and math.isclose(float(found.group(1)), value), f"{name} of the simulated pad", str(found and found.group(1)))


def check_pi_defaults(check):
    """The shipped settings of the source pi are the tables'."""
    text = (netlist.HARDWARE.parent / "config" / "rollscope.yaml").read_text(encoding="utf-8")
    section = re.search(r"^pi:\n((?:  .*\n)+)", text, re.MULTILINE)
    settings = dict(re.findall(r"^  (\w+): *(.*)$", section.group(1), re.MULTILINE)) if section else {}
    devices = list(dict.fromkeys(row["device"] for row in netlist.rows("wiring/pi-pads.csv")))
    pins = {row["signal"]: row for row in netlist.rows("wiring/pi-pins.csv") if row["signal"]}
    check(settings.get("converters") == ",".join(devices), "converters of the settings", str(settings.get("converters")))
    check(f"i2c-{settings.get('i2c_bus_index')}" == pins["SDA"]["device"] == pins["SCL"]["device"], "bus of the IMU in the settings")
    check(float(settings.get("spi_clock_hz", 0)) == electrical.SPI_CLOCK_HZ, "SPI clock of the settings", str(settings.get("spi_clock_hz")))
    check(settings.get("imu", "").replace("mpu", "MPU-") in netlist.bom_refs("starter")["U3"]["part"], "IMU of the settings", str(settings.get("imu")))
    documents = (netlist.HARDWARE.parent / "config" / "README.md").read_text(encoding="utf-8")
    for key, signal in (("led", "LED"), ("buzzer", "BUZZER"), ("vibration", "VIBRATION"), ("marker_button", "BUTTON_MARKER"),
                        ("felt_release_button", "BUTTON_FELT_RELEASE"), ("pain_button", "BUTTON_PAIN")):
        row = re.search(rf"^\| `{key}_index` \|.*\| 0; (\d+)[^|]*\|[^|]*\|$", documents, re.MULTILINE)
        check(row and row.group(1) == pins[signal]["bcm"], f"pin of {key} in config/README.md", str(row and row.group(1)))


def check_bill_measures(check):
    """Measures that a bill repeats in words."""
    for name, kind in (("bom.csv", r.REFERENCE), ("bom-starter.csv", r.STARTER)):
        parts = {row["ref"].split("-")[0]: row["part"] for row in netlist.rows(name)}
        expected = {"B1": f"{r.CORE_FLATS_MM:.0f} mm across flats; {r.CORE_LENGTH_MM:.0f} mm long; bore {2 * r.BORE_RADIUS_MM:.0f} mm",
                    "T0": f"34 x {kind.tile_length_mm:.0f} mm of skin; outer face curved at {r.SKIN_RADIUS_MM:.0f} mm", "S1": f"{r.sleeve_length():.0f} x {r.BAND_MM - 2 * r.SLEEVE_GAP_MM:.0f} mm",
                    "K0": f"{r.PUCK_DIAMETER_MM:.0f} mm round; {r.PUCK_MM:.0f} mm thick", "E1": f"outer diameter {2 * r.CAP_RADIUS_MM:.0f} mm",
                    "N1": f"{r.TRAY_MM[0]:.0f} x {r.TRAY_MM[1]:.0f} mm", "P0" if name == "bom.csv" else "P0A": f"outline at most {r.PAD_OUTLINE_MM:.0f} mm"}
        for ref, words in expected.items():
            check(words in parts.get(ref, ""), f"{name}: {ref} says {words}", parts.get(ref, "missing"))
        tiles = next(row for row in netlist.rows(name) if row["ref"].startswith("T0-"))
        check(int(tiles["quantity"]) == kind.pad_count, f"{name}: a tile for every pad")


def check_power(check):
    for board in netlist.BOARDS:
        listed = {ref for row in netlist.rows("construction/consumers.csv") if row["board"] == board for refs in [row["ref"]]
                  for ref, _ in netlist.expand(refs)}
        known = set(netlist.refs(board)) | {"P0A-P23B"}
        check(listed <= known, f"{board}: every consumer is a part", str(listed - known))
    for board in ("reference", "starter"):
        check(power.rail_ma(board) < power.REGULATOR_MA / 2, f"{board}: the 3.3 V regulator has room", f"{power.rail_ma(board):.0f} mA")
    check(power.total("reference")[1] < 500, "the reference roller stays under F1 and under a USB port")
    check(power.total("starter", without=("A1",))[1] < 500, "what hangs on F1 of the starter stays under it")
    check(power.battery_peak_a(power.total("starter")[1]) < 1.5, "the battery regulator carries the starter's peak")
    check(power.life_h(power.total("starter")[0]) > 2, "the battery lasts for a long session")


def check_documents(check):
    for path in computed.documents():
        check(path not in computed.stale(), f"{path.relative_to(netlist.HARDWARE)} is stale; run python3 hardware/computed.py")
    used = {name for path in computed.documents() for _, name, _ in computed.BLOCK.findall(path.read_text(encoding="utf-8"))}
    check(used == set(computed.TABLES), "every computed table stands in a document", str(used ^ set(computed.TABLES)))
    shown = "".join(path.read_text(encoding="utf-8") for path in netlist.HARDWARE.rglob("*.md"))
    for row in netlist.rows("wiring/drawings.csv"):
        name = row["source"].rsplit("/", 1)[1]
        picture = name if name.endswith(".csv") or name.startswith("measures") else name.rsplit(".", 1)[0] + ".png"
        check(picture in shown, f"a document shows {picture}")


def run(check):
    """All of it."""
    for part in (check_electrical, check_spice, check_measures, check_models, check_boards, check_software, check_pi_defaults, check_bill_measures, check_power, check_documents):
        part(check)
