# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""The measures of both rollers, in millimetres: the one place they stand. Drawings, the figures in the documents and the test
read them. Axes: z along the roller, origin in the middle of the band, x through the centre of column 0."""

import dataclasses
import math

COLUMNS = 12
SKIN_RADIUS_MM = 65.0  # axis to the outer face of a tile, as PadGeometry.radiusMm of the software
BAND_MM = 120.0  # length of the skin that is covered by tiles
SLEEVE_MM = 5.0
SLEEVE_GAP_MM = 0.5  # from the edge of the sleeve to the edge of the band
TILE_GAP_MM = 0.6  # between two tiles, all around
PUCK_MM = 2.0
PUCK_DIAMETER_MM = 24.0
PAD_MM = 0.4  # thickness of a force sensing resistor
PAD_OUTLINE_MM = 30.0
PAD_PITCH_MM = 30.0  # along the axis; the core is the same for both rollers
TAPE_MM = 0.13
TAPES = 2  # core to pad, puck to tile; the puck lies dry on the pad
CORE_FLATS_MM = 115.0
CORE_LENGTH_MM = 160.0
CORE_FACETED_MM = 122.0  # the twelve flats; the ends outside of them are round
CORE_END_RADIUS_MM = 56.0
BORE_RADIUS_MM = 47.5
SLOT_MM = (8.0, 2.0)  # for the tail of a pad, through the wall
SLOT_OFFSET_MM = 11.5  # from the pad's centre to that of the slot, along both sides of the flat
CAP_RADIUS_MM = 60.0
CAP_DISC_MM = 6.0
CAP_COLLAR_MM = 17.0
CAP_FIT_MM = 0.3  # play between collar and core, on the radius
SCREW_RADIUS_MM = 51.5
TRAY_MM = (88.0, 150.0, 3.0)
TRAY_TOP_Y_MM = -1.0
# The breakout of the IMU stands upright through a cut-out of the tray, its face towards +z, its chip on the axis: then the axes that
# are printed on it are those of the roller. Width along x, height along y, thickness along z.
IMU_MM = (20.6, 15.6, 1.6)
IMU_CUT_MM = (22.0, 5.0)  # along x, along z
BOARD_MM = (70.0, 90.0)
UPPER_BOARD_Y_MM = 14.0
LOWER_BOARD_Y_MM = -14.0
BOARD_Z_MM = (-74.0, 16.0)
BATTERY_MM = (31.0, 31.0, 58.0)
BATTERY_Z_MM = (17.0, 75.0)
RADIO_BOARD_MM = (60.0, 50.0)
RADIO_BOARD_Y_MM = 19.0
PETG_G_PER_CM3 = 1.27

RAIL_MM = 2.2  # thickness of a rail; the groove between two is GROOVE_MM
GROOVE_MM = 3.6
INSERT_MM = (4.2, 7.0)  # bore and depth of a heat-set insert M3
PILLAR_MM = 3.2  # hole for an M3 screw
CONTROLS_MM = 36.0  # radius on which buttons and plugs lie: beside the battery box, not in front of it
VENTS_MM = (45.0, 6.0)  # radius, diameter
CABLE_MM = (6.0, 8.0)  # above the axis; diameter
SWITCH_MM = (12.0, 4.0)

HALF_PITCH_RAD = math.pi / COLUMNS


@dataclasses.dataclass(frozen=True)
class Roller:
    """What differs between the two."""

    name: str
    rows: int
    tile_length_mm: float
    pads_per_tile: int

    @property
    def pad_count(self):
        """Number of pads that the software sees."""
        return self.rows * COLUMNS

    def row_z(self, row):
        """Centre of a row."""
        return (row - (self.rows - 1) / 2) * self.tile_length_mm


REFERENCE = Roller("reference", 4, 30.0, 1)
STARTER = Roller("starter", 2, 60.0, 2)
ROLLERS = (REFERENCE, STARTER)


def cap_holes(cap):
    """(what, x, y, diameter) of the round holes of a cap, seen from outside with +y up."""
    controls = {"E1": (("SW1 marker", 90, 12.0), ("SW2 felt release", 210, 12.0), ("SW3 pain", 330, 12.0), ("J3", 180, 6.0), ("LED1", 0, 5.0)), "E2": ()}[cap]
    vents = {"E1": (30, 150, 270), "E2": (0, 60, 120, 180)}[cap]
    polar = [("screw", SCREW_RADIUS_MM, 45 + 90 * turn, 3.4) for turn in range(4)] + [("vent", VENTS_MM[0], degrees, VENTS_MM[1]) for degrees in vents]
    polar += [(what, CONTROLS_MM, degrees, diameter) for what, degrees, diameter in controls]
    found = [(what, radius * math.cos(math.radians(degrees)), radius * math.sin(math.radians(degrees)), diameter) for what, radius, degrees, diameter in polar]
    return found + ([("cable", 0.0, CABLE_MM[0], CABLE_MM[1])] if cap == "E2" else [])


def pillar_holes():
    """(x, z) of the holes of the tray for the pillars of G1 and G2."""
    start, stop = BOARD_Z_MM
    return [(x, z) for z in (start + 3, stop - 3) for x in (3 - BOARD_MM[0] / 2, BOARD_MM[0] / 2 - 3)]


def core_apothem():
    """Axis to a flat of the core."""
    return CORE_FLATS_MM / 2


def flat_width():
    """Width of one of the twelve flats."""
    return 2 * core_apothem() * math.tan(HALF_PITCH_RAD)


def tile_inner():
    """Axis to the flat inner face of a tile."""
    return core_apothem() + TAPES * TAPE_MM + PAD_MM + PUCK_MM


def tile_middle():
    """Thickness of a tile in its middle."""
    return SKIN_RADIUS_MM - tile_inner()


def tile_outer_width():
    """Chord of the outer face, gap taken off."""
    return 2 * SKIN_RADIUS_MM * math.sin(HALF_PITCH_RAD) - TILE_GAP_MM


def tile_inner_width():
    """Width of the inner face, gap taken off."""
    return 2 * tile_inner() * math.tan(HALF_PITCH_RAD) - TILE_GAP_MM


def tile_edge():
    """Thickness of a tile at its edge."""
    return SKIN_RADIUS_MM * math.cos(HALF_PITCH_RAD) - tile_inner()


def sleeve_length():
    """Of the flat sheet, around."""
    return 2 * math.pi * (SKIN_RADIUS_MM + SLEEVE_MM / 2)


def core_volume_cm3():
    """Without slots and rails."""
    apothem = core_apothem()
    faceted = COLUMNS * apothem**2 * math.tan(HALF_PITCH_RAD)
    ends = math.pi * CORE_END_RADIUS_MM**2
    bore = math.pi * BORE_RADIUS_MM**2
    return ((faceted - bore) * CORE_FACETED_MM + (ends - bore) * (CORE_LENGTH_MM - CORE_FACETED_MM)) / 1000


def tile_volume_cm3(roller):
    """One tile."""
    sector = SKIN_RADIUS_MM**2 * (2 * HALF_PITCH_RAD) / 2 - tile_inner() ** 2 * math.tan(HALF_PITCH_RAD)
    return (sector - TILE_GAP_MM * tile_middle()) * (roller.tile_length_mm - TILE_GAP_MM) / 1000


def cap_volume_cm3():
    """One end cap."""
    disc = math.pi * CAP_RADIUS_MM**2 * CAP_DISC_MM
    collar = math.pi * (CAP_RADIUS_MM**2 - (CORE_END_RADIUS_MM + CAP_FIT_MM) ** 2) * CAP_COLLAR_MM
    return (disc + collar) / 1000


def printed_kg(roller):
    """Filament in one roller."""
    volume = core_volume_cm3() + COLUMNS * roller.rows * tile_volume_cm3(roller) + 2 * cap_volume_cm3()
    return (volume + TRAY_MM[0] * TRAY_MM[1] * TRAY_MM[2] / 1000) * PETG_G_PER_CM3 / 1000


def ring(load_n, modulus_mpa, length_mm=BAND_MM):
    """Stress in MPa and deflection in mm of the core as a thin ring pressed between two lines (Roark, Formulas for Stress and
    Strain, circular rings, two opposite loads)."""
    radius = (core_apothem() + BORE_RADIUS_MM) / 2
    wall = core_apothem() - BORE_RADIUS_MM
    section, inertia = length_mm * wall**2 / 6, length_mm * wall**3 / 12
    return load_n * radius / math.pi / section, 0.149 * load_n * radius**3 / (modulus_mpa * inertia)
