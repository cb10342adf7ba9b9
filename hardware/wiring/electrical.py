# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Electrical figures of both boards, computed from the tables and from figures of data sheets that stand here with their source.
../computed.py puts them into the documents; test_figures.py holds the limits."""

import math
import re

import netlist

SUPPLY_V = 3.3
FULL_COUNTS = 1024
# Vendor's curve of a force sensing resistor (Interlink 400 series as tabulated): conductance in siemens of a force in newtons, the
# same as FsrCell of the software, and the resistance that remains where the power law ends.
CONDUCTANCE_AT_1_N, EXPONENT, SERIES_OHM = 1.45e-4, 0.74, 80.0
TILE_MM2 = {"reference": 34 * 30, "starter": 34 * 60}
PARALLEL = {"reference": 1, "starter": 2}
ACTIVE_CM2 = math.pi * 1.2**2  # 24 mm round, the least that the bill allows

# MCP3004/3008 DS21295: sample capacitor 20 pF, switch 1 kohm, sample time 1.5 clocks; highest clock 1.35 MHz at 2.7 V and 3.6 MHz at 5 V.
MCP3008_CAPACITOR_F, MCP3008_SWITCH_OHM, MCP3008_SAMPLE_CLOCKS = 20e-12, 1000.0, 1.5
MCP3008_CLOCK_HZ = {2.7: 1.35e6, 5.0: 3.6e6}
SPI_CLOCK_HZ = 1.0e6
# ATmega1284P (Atmel 8272), ADC characteristics: sample capacitor 14 pF behind 1 to 100 kohm; optimised for sources up to 10 kohm; sample
# time 1.5 clocks of 250 kHz. CD74HC4051 at 4.5 V: on-resistance 180 ohm at most at 25 deg C (SCHS122).
AVR_SOURCE_LIMIT_OHM, MUX_ON_OHM = 10000.0, 180.0
# Raspberry Pi documentation, GPIO and the 40-pin header: 16 mA a pin at most; 50 mA for all pins together is the prudent sum.
PI_PIN_MA, PI_ALL_PINS_MA = 16.0, 50.0
PI_I2C_PULL_UP_OHM = 1800.0
# The I2C specification (UM10204): a part sinks 3 mA at 0.4 V, Fast-mode 300 ns of rise. PS-MPU-6000A: 3 mA at 0.4 V, 6 mA at 0.6 V.
I2C_SINK_MA, I2C_RISE_NS, I2C_BUS_F = 3.0, 300.0, 60e-12
GY521_PULL_UP_OHM = 2200.0  # on the breakout; measure yours, 2.2 to 10 kohm are sold
PI_I2C_SINK_MA = 6.0  # at 0.6 V, still under the Pi's low level of 0.8 V


def ohms(board, ref):
    """Value of a resistor of the bill."""
    number, kilo = re.match(r"([\d.]+) (k?)ohm", netlist.bom_refs(board)[ref]["part"]).groups()
    return float(number) * (1000 if kilo else 1)


def pad_ohm(force_n, board):
    """Resistance of a pad; its force is shared evenly by what lies in parallel."""
    count = PARALLEL[board]
    return (1 / (CONDUCTANCE_AT_1_N * (force_n / count) ** EXPONENT) + SERIES_OHM) / count


def pad_v(force_n, board):
    """Voltage at the converter."""
    fixed = ohms(board, "R_M0")
    return SUPPLY_V * fixed / (fixed + pad_ohm(force_n, board))


def pad_ma(force_n, board):
    """Current through the divider."""
    return 1000 * SUPPLY_V / (ohms(board, "R_M0") + pad_ohm(force_n, board))


def counts(force_n, board):
    """What a converter of 10 bits reads."""
    return pad_v(force_n, board) / SUPPLY_V * FULL_COUNTS


def count_ratio(force_n, board):
    """Share of the force that one count is."""
    step = counts(force_n * 1.001, board) - counts(force_n, board)
    return 0.001 / step


def shorted_ma(board):
    """A pad that is a short: nothing but the fixed resistor."""
    return 1000 * SUPPLY_V / ohms(board, "R_M0")


def divider_table(board):
    """Pressure on a tile -> what the board sees."""
    lines = ["| pressure on the whole tile | force | pad | voltage | counts of 1024 | one count is | current |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for kpa in (2, 5, 10, 20, 50, 100, 150):
        force = kpa * TILE_MM2[board] / 1000
        lines.append(f"| {kpa} kPa | {force:.1f} N | {pad_ohm(force, board):.0f} ohm | {pad_v(force, board):.2f} V | {counts(force, board):.0f} | "
                     f"{100 * count_ratio(force, board):.1f} % | {pad_ma(force, board):.1f} mA |")
    return lines


def mcp3008_clock_limit_hz():
    """Highest clock at 3.3 V, between the two the data sheet promises."""
    (low_v, low), (high_v, high) = sorted(MCP3008_CLOCK_HZ.items())
    return low + (high - low) * (SUPPLY_V - low_v) / (high_v - low_v)


def mcp3008_settling_ratio():
    """What is left of a full step when the sample ends: the divider at its worst as the source."""
    source = ohms("starter", "R_M0")
    time_s = MCP3008_SAMPLE_CLOCKS / SPI_CLOCK_HZ
    return math.exp(-time_s / ((source + MCP3008_SWITCH_OHM) * MCP3008_CAPACITOR_F))


def i2c_reference():
    """Current that the IMU sinks (mA) and rise time of the 5 V side (ns)."""
    high = ohms("reference", "R_P1")
    return 3300 / GY521_PULL_UP_OHM + 5000 / high, 0.8473 * high * I2C_BUS_F * 1e9


def i2c_starter_ma():
    """Current that the IMU sinks on the Pi's bus."""
    return 3300 / PI_I2C_PULL_UP_OHM + 3300 / GY521_PULL_UP_OHM


def led_ma(board):
    """An LED of 2.0 V."""
    return (5.0 if board == "reference" else 3.3) * 1000 / ohms(board, "R_LED") - 2000 / ohms(board, "R_LED")


def base_ma():
    """Base current of the starter's transistors."""
    return (3.3 - 0.7) * 1000 / ohms("starter", "R_B1")


def motor_ma(motor_ohm=30.0):
    """Highest current of the motor: it stands still."""
    return 5000 / (ohms("reference", "R_MOT1") + motor_ohm)


def radio_rx_v():
    """The controller's 5 V at the radio."""
    upper, lower = ohms("wireless", "R_T1"), ohms("wireless", "R_T2")
    return 5.0 * lower / (upper + lower)


def facts():
    """Line by line: what, the figure, the limit, the source; and whether it holds."""
    sink, rise = i2c_reference()
    left = mcp3008_settling_ratio()
    outputs = led_ma("starter") + 2 * base_ma()
    return [
        ("divider as a source for the ATmega's converter, mux included", f"{ohms('reference', 'R_M0') + MUX_ON_OHM:.0f} ohm at most", f"{AVR_SOURCE_LIMIT_OHM:.0f} ohm",
         "Atmel 8272; SCHS122", ohms("reference", "R_M0") + MUX_ON_OHM < AVR_SOURCE_LIMIT_OHM),
        ("divider as a source for the MCP3008", f"{ohms('starter', 'R_M0'):.0f} ohm at most", "about 1 kohm at full clock", "DS21295, figure 4-2", ohms("starter", "R_M0") < 1000),
        ("SPI clock of the MCP3008 at 3.3 V", f"{SPI_CLOCK_HZ / 1e6:g} MHz", f"{mcp3008_clock_limit_hz() / 1e6:.2f} MHz; 1.35 MHz promised at 2.7 V", "DS21295, Timing", SPI_CLOCK_HZ <= 1.35e6),
        ("what is left of a full step at the end of a sample", f"{left:.0e}", f"{1 / (2 * FULL_COUNTS):.0e} (half a count)", "computed from DS21295", left < 1 / (2 * FULL_COUNTS)),
        ("select level of the multiplexers at 5 V", "over 4.1 V from the ATmega", "3.5 V", "Atmel 8272 (VOH); SCHS122 (VIH)", True),
        ("current of a shorted pad", f"{shorted_ma('reference'):.1f} mA", "no harm: R_M takes 23 mW of its 250", "computed", shorted_ma("reference") < 8),
        ("current density at 160 N on the least active area, reference", f"{pad_ma(160, 'reference') / ACTIVE_CM2:.2f} mA/cm2", "about 1 mA/cm2", "Interlink integration guide", pad_ma(160, "reference") / ACTIVE_CM2 < 1.1),
        ("the same, starter (two cells share)", f"{pad_ma(160, 'starter') / 2 / ACTIVE_CM2:.2f} mA/cm2", "about 1 mA/cm2", "Interlink integration guide", pad_ma(160, "starter") / 2 / ACTIVE_CM2 < 1.1),
        ("IMU sinks, reference (breakout 2.2 kohm, R_P1 4.7 kohm)", f"{sink:.1f} mA", f"{I2C_SINK_MA:g} mA", "UM10204; PS-MPU-6000A", sink <= I2C_SINK_MA),
        ("rise of SCL and SDA on the 5 V side, 60 pF", f"{rise:.0f} ns", f"{I2C_RISE_NS:.0f} ns", "UM10204, Fast-mode", rise < I2C_RISE_NS),
        ("IMU sinks on the Pi (1.8 kohm there, 2.2 kohm on the breakout)", f"{i2c_starter_ma():.1f} mA", f"3 mA at 0.4 V, {PI_I2C_SINK_MA:g} mA at 0.6 V; the Pi reads low under 0.8 V", "PS-MPU-6000A",
         i2c_starter_ma() < PI_I2C_SINK_MA),
        ("LED on a pin of the Pi", f"{led_ma('starter'):.1f} mA", f"{PI_PIN_MA:g} mA a pin", "Raspberry Pi documentation", led_ma("starter") < PI_PIN_MA),
        ("all outputs of the Pi together", f"{outputs:.1f} mA", f"{PI_ALL_PINS_MA:g} mA", "Raspberry Pi documentation", outputs < PI_ALL_PINS_MA),
        ("gain that Q1 of the starter needs for the stalled motor", f"{motor_ma() / base_ma():.0f}", "100 promised at 100 mA", "BC337-40", motor_ma() / base_ma() < 100),
        ("motor standing still (30 ohm)", f"{motor_ma():.0f} mA", "200 mA of a 2N7000; 500 mA of F1", "2N7000", motor_ma() < 200),
        ("controller's 5 V at the radio", f"{radio_rx_v():.2f} V", "2.3 to 3.6 V", "RN-42 DS50002328", 2.3 < radio_rx_v() < 3.6),
    ]


def fact_table():
    """The facts as a table."""
    lines = ["| | figure | limit | source |", "| --- | --- | --- | --- |"]
    return lines + [f"| {what} | {figure} | {limit} | {source} |" for what, figure, limit, source, _ in facts()]
