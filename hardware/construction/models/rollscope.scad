// SPDX-License-Identifier: Apache-2.0
// Copyright The Rollscope contributors
//
// The parts to print, from the measures of roller.py. One at a time:
//   openscad -D 'part="core"' -o core.stl hardware/construction/models/rollscope.scad
// part: core, slice (20 mm of the core to try the stack), tile_reference, tile_starter, cap_e1, cap_e2, tray,
//       puck_reference, puck_starter (for calibration), all (to look at)
include <measures.scad>
part = "all";
$fn = 96;
EPS = 0.01;
PITCH_DEG = 360 / COLUMNS;

// A prism with as many faces as columns, a face towards +x.
module prism(apothem, height) {
  rotate([0, 0, PITCH_DEG / 2]) cylinder(r = apothem / cos(PITCH_DEG / 2), h = height, center = true, $fn = COLUMNS);
}

// For the tail of a pad: through the wall, across the diagonal, towards +z and the column before.
module slot() {
  translate([CORE_APOTHEM_MM - 15, -SLOT_OFFSET_MM, SLOT_OFFSET_MM]) rotate([45, 0, 0])
    translate([0, -SLOT_MM[0] / 2, -SLOT_MM[1] / 2]) cube([30, SLOT_MM[0], SLOT_MM[1]]);
}

module rails() {
  inner = TRAY_MM[0] / 2 - 3;
  middle = TRAY_TOP_Y_MM - TRAY_MM[2] / 2;
  intersection() {
    cylinder(r = BORE_RADIUS_MM + 1, h = CORE_LENGTH_MM, center = true);
    for (side = [-1, 1], up = [-1, 1])
      translate([side * (inner + 10), middle + up * (GROOVE_MM + RAIL_MM) / 2, 0]) cube([20, RAIL_MM, CORE_LENGTH_MM], center = true);
  }
}

module core() {
  difference() {
    union() {
      prism(CORE_APOTHEM_MM, CORE_FACETED_MM);
      cylinder(r = CORE_END_RADIUS_MM, h = CORE_LENGTH_MM, center = true);
      // 45 degrees under the faces, to print without support.
      intersection() {
        translate([0, 0, -CORE_FACETED_MM / 2 - 4]) cylinder(r1 = CORE_END_RADIUS_MM, r2 = CORE_END_RADIUS_MM + 4, h = 4 + EPS);
        prism(CORE_APOTHEM_MM, CORE_LENGTH_MM);
        translate([0, 0, -CORE_FACETED_MM / 2 - 2]) cube([200, 200, 2 * 2 + EPS], center = true);
      }
    }
    cylinder(r = BORE_RADIUS_MM, h = CORE_LENGTH_MM + 1, center = true);
    for (column = [0 : COLUMNS - 1], pad = [0 : 3]) rotate([0, 0, column * PITCH_DEG]) translate([0, 0, (pad - 1.5) * PAD_PITCH_MM]) slot();
    for (end = [-1, 1], turn = [0 : 3]) rotate([0, 0, 45 + 90 * turn])
      translate([SCREW_RADIUS_MM, 0, end * (CORE_LENGTH_MM / 2 - INSERT_MM[1] / 2 + EPS)]) cylinder(d = INSERT_MM[0], h = INSERT_MM[1], center = true, $fn = 24);
    // +x and +z marked on the upper end.
    translate([BORE_RADIUS_MM + 2, 0, CORE_LENGTH_MM / 2]) cube([8, 1, 1.2], center = true);
  }
  rails();
}

// The profile of a tile, extruded along z; the inner face looks towards -x.
module tile(length) {
  edge = asin((SKIN_RADIUS_MM * sin(PITCH_DEG / 2) - TILE_GAP_MM / 2) / SKIN_RADIUS_MM);
  inner = TILE_INNER_MM * tan(PITCH_DEG / 2) - TILE_GAP_MM / 2;
  linear_extrude(length - TILE_GAP_MM, center = true)
    polygon(concat([[TILE_INNER_MM, inner], [TILE_INNER_MM, -inner]],
                   [for (step = [-24 : 24]) [SKIN_RADIUS_MM * cos(edge * step / 24), SKIN_RADIUS_MM * sin(edge * step / 24)]]));
}

// Outside upwards.
module cap(holes) {
  inner = CORE_END_RADIUS_MM + CAP_FIT_MM;
  difference() {
    union() {
      cylinder(r = CAP_RADIUS_MM, h = CAP_DISC_MM);
      translate([0, 0, -CAP_COLLAR_MM]) difference() {
        cylinder(r = CAP_RADIUS_MM, h = CAP_COLLAR_MM + EPS);
        translate([0, 0, -1]) cylinder(r = inner, h = CAP_COLLAR_MM + 1);
      }
    }
    for (hole = holes) translate([hole[0], hole[1], -1]) cylinder(d = hole[2], h = CAP_DISC_MM + 2, $fn = 32);
    for (turn = [0 : 3]) rotate([0, 0, 45 + 90 * turn]) translate([SCREW_RADIUS_MM, 0, CAP_DISC_MM - 1.7]) cylinder(d1 = 3.2, d2 = 6.6, h = 1.7 + EPS, $fn = 32);
    children();
  }
}

module cap_e1() { cap(CAP_HOLES_E1) for (slit = [-1 : 1]) translate([0, 3 * slit, 0]) cube([10, 1.2, 30], center = true); }
module cap_e2() { cap(CAP_HOLES_E2) translate([0, -CONTROLS_MM, 0]) cube([SWITCH_MM[0], SWITCH_MM[1], 30], center = true); }

// Lies flat: x as in the roller, y is its z.
module tray() {
  difference() {
    cube([TRAY_MM[0], TRAY_MM[1], TRAY_MM[2]], center = true);
    translate([-BATTERY_MM[0] / 2 - 0.5, BATTERY_Z_MM[0], -5]) cube([BATTERY_MM[0] + 1, 100, 10]);
    translate([0, -0.5, 0]) cube([IMU_CUT_MM[0], IMU_CUT_MM[1], 10], center = true);
    for (hole = PILLAR_HOLES) translate([hole[0], hole[1], -5]) cylinder(d = PILLAR_MM, h = 10, $fn = 24);
    for (x = [-25, 25], z = [BATTERY_Z_MM[0] + 8, BATTERY_Z_MM[1] - 8]) translate([x, z, -5]) cylinder(d = PILLAR_MM, h = 10, $fn = 24);
    for (x = [-20, 20], z = [BATTERY_Z_MM[0] + 20, BATTERY_Z_MM[1] - 20]) translate([x, z, 0]) cube([2, 6, 10], center = true); // ties of the battery box
  }
}

// For calibration: presses one tile through the sleeve, upside down.
module puck(long) {
  radius = SKIN_RADIUS_MM + SLEEVE_MM;
  difference() {
    translate([-15, -long / 2, 0]) cube([30, long, 20]);
    translate([0, 0, 20 + radius - 2.5]) rotate([90, 0, 0]) cylinder(r = radius, h = long + 1, center = true, $fn = 240);
  }
}

if (part == "core") core();
if (part == "slice") intersection() { core(); translate([0, 0, -15]) cube([200, 200, 20], center = true); }
if (part == "tile_reference") tile(TILE_LENGTH_REFERENCE_MM);
if (part == "tile_starter") tile(TILE_LENGTH_STARTER_MM);
if (part == "cap_e1") cap_e1();
if (part == "cap_e2") cap_e2();
if (part == "tray") tray();
if (part == "puck_reference") puck(26);
if (part == "puck_starter") puck(56);
if (part == "all") {
  color("silver") core();
  for (column = [0 : 8], row = [0 : 3]) color("lightsteelblue") rotate([0, 0, column * PITCH_DEG]) translate([0, 0, (row - 1.5) * TILE_LENGTH_REFERENCE_MM]) tile(TILE_LENGTH_REFERENCE_MM);
  color("plum") translate([0, 0, 270]) cap_e1();
  color("plum") translate([0, 0, -CORE_LENGTH_MM / 2 - 40]) rotate([180, 0, 0]) cap_e2();
  color("tan") translate([0, TRAY_TOP_Y_MM - TRAY_MM[2] / 2, 165]) rotate([90, 0, 0]) tray();
}
