# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Holds the tables of this folder against each other, against the bills of materials, and the drawings against the tables.
test_wiring.py runs it."""

import re
import shutil

import cable_diagram
import netlist
import render

# Physical header of every Raspberry Pi with 40 pins: header pin -> GPIO number (Raspberry Pi documentation, GPIO and the 40-pin header).
PI_GPIO = {3: 2, 5: 3, 7: 4, 8: 14, 10: 15, 11: 17, 12: 18, 13: 27, 15: 22, 16: 23, 18: 24, 19: 10, 21: 9, 22: 25, 23: 11, 24: 8,
           26: 7, 27: 0, 28: 1, 29: 5, 31: 6, 32: 12, 33: 13, 35: 19, 36: 16, 37: 26, 38: 20, 40: 21}
PI_SUPPLY = {1: "PI_3V3", 2: "PI_5V", 4: "PI_5V", 17: "PI_3V3", **dict.fromkeys((6, 9, 14, 20, 25, 30, 34, 39), "GND")}
# What the two buses and the I2C of the Pi fix: signal -> GPIO (same documentation; overlay spi1-1cs puts CE0 on 18).
PI_BUSES = {"SDA": 2, "SCL": 3, "SPI0_CE0": 8, "SPI0_CE1": 7, "SPI0_MISO": 9, "SPI0_MOSI": 10, "SPI0_SCLK": 11, "SPI1_CE0": 18,
            "SPI1_MISO": 19, "SPI1_MOSI": 20, "SPI1_SCLK": 21}
PI_KEEP_FREE = {0, 1, 14, 15}
# MCP3008 in the 16-pin package (DS21295).
CONVERTER_PINS = {"CS": "10", "DIN": "11", "DOUT": "12", "CLK": "13", "AGND": "14", "VREF": "15", "VDD": "16", "DGND": "9"}
STARTER_PADS, COLUMNS, CHANNELS = 24, 12, 8


def check_pi_pins(check):
    pins = netlist.rows("wiring/pi-pins.csv")
    check([int(row["header_pin"]) for row in pins] == list(range(1, 41)), "every pin of the Pi's header once, in order")
    for row in pins:
        number = int(row["header_pin"])
        check(row["bcm"] == str(PI_GPIO.get(number, "")), f"GPIO number of header pin {number}", row["bcm"])
        if number in PI_SUPPLY:
            check(row["signal"] in ("", PI_SUPPLY[number]), f"supply on header pin {number}", row["signal"])
        else:
            check(bool(row["signal"]) != (row["direction"] == "unused"), f"header pin {number} has a signal or is unused")
            check(not row["signal"] or int(row["bcm"]) not in PI_KEEP_FREE, f"header pin {number} is kept for UART or add-on identity")
    gpio = {row["signal"]: int(row["bcm"]) for row in pins if row["bcm"] and row["signal"]}
    check(len(gpio) == sum(1 for row in pins if row["bcm"] and row["signal"]), "no signal on two pins of the Pi")
    for signal, number in PI_BUSES.items():
        check(gpio.get(signal) == number, f"the Pi fixes {signal} to GPIO {number}", str(gpio.get(signal)))
    others = set(gpio) - set(PI_BUSES)
    check(others == {"LED", "BUZZER", "VIBRATION", "BUTTON_MARKER", "BUTTON_FELT_RELEASE", "BUTTON_PAIN", "SYNC"}, "feedback, buttons and sync", str(others))


def check_pi_pads(check):
    for index, row in enumerate(netlist.rows("wiring/pi-pads.csv")):
        pad = {key: int(value) for key, value in row.items() if key != "device"}
        check(pad["pad_index"] == index == COLUMNS * pad["row"] + pad["column"] == CHANNELS * pad["converter"] + pad["channel"],
              f"place and channel of pad {index}")
        check(pad["converter_pin"] == pad["channel"] + 1, f"converter pin of pad {index}")
        check(row["device"] == netlist.CONVERTER_DEVICES[pad["converter"]], f"device of pad {index}")
    check(index == STARTER_PADS - 1, "24 pads")
    selects = {row["device"]: row["part"] for row in netlist.rows("wiring/pi-pins.csv") if re.fullmatch(r"SPI\d_CE\d", row["signal"])}
    check(selects == {device: f"ADC{number}" for number, device in enumerate(netlist.CONVERTER_DEVICES)}, "select lines of the converters")
    for number in range(3):
        legs = {pin.name: pin.pin for pin in netlist.pins("starter") if pin.ref == f"ADC{number}" and not pin.name.startswith("CH")}
        check(legs == CONVERTER_PINS, f"pins of converter {number}", str(legs))


def check_nets(check):
    for board in netlist.BOARDS:
        pins = netlist.pins(board)
        places = [(pin.ref, pin.pin) for pin in pins]
        check(len(places) == len(set(places)), f"{board}: no pin on two nets", str({place for place in places if places.count(place) > 1}))
        for net, ends in netlist.nets(board).items():
            check(len(ends) > 1, f"{board}: {net} leads somewhere", str(ends))
        for ref in netlist.refs(board):
            if re.match(r"(R_|C|L1|F|D1|LED|P\d|SW|X1|MOT|BZ)", ref):
                legs = [pin.net for pin in pins if pin.ref == ref]
                check(len(set(legs)) == 2, f"{board}: {ref} lies between two nets", str(legs))
        supplies = [net for net in netlist.nets(board) if net.endswith(("5V", "3V3")) or net == "VBUS"]
        check(len(supplies) > 1 and "GND" in netlist.nets(board), f"{board} has supplies and ground")
    for board, other in (("wireless", "reference"),):
        plug = {(pin.name, pin.net) for pin in netlist.pins(board) if pin.ref == "J5"}
        socket = {(pin.name, pin.net) for pin in netlist.pins(other) if pin.ref == "J4"}
        check(plug == socket, "the plug of the wireless kit fits the socket of the USB bridge", str(plug ^ socket))


def check_bom(check):
    for board in netlist.BOARDS:
        listed = netlist.bom_refs(board)
        soldered, circuit = set(netlist.refs(board)), {ref for ref, row in listed.items() if row["kind"] == "circuit"}
        check(soldered == circuit, f"{board}: the parts of the tables are those of the bill", str(soldered ^ circuit))
    for name in (*netlist.BOM_FILES.values(), "bom-tools.csv"):
        for row in netlist.rows(name):
            check(len(list(netlist.expand(row["ref"]))) == int(row["quantity"]), f"{name}: quantity of {row['ref']}", row["quantity"])
            check(float(row["unit_eur"]) > 0 and row["kind"] in ("circuit", "mechanics", "tool"), f"{name}: price and kind of {row['ref']}")


def texts(svg):
    """Words of a drawing, whatever program laid them out."""
    plain = [re.sub(r"&#160;|\u00a0", " ", text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]
    return sorted(" ".join(text.split()) for text in plain)


def check_drawings(check):
    """Without any drawing program: what the tables give today is what the committed drawings were made from."""
    index = {row["source"]: row for row in netlist.rows("wiring/drawings.csv")}
    again = "; draw again: python3 hardware/wiring/render.py"
    model = index.pop("construction/models/rollscope.scad")
    picture = render.MODEL.with_suffix(".png").read_bytes()
    check((model["source_sha256"], model["png_sha256"]) == (render.model_sum(), render.sum_of(picture)), "the picture of the solid models is theirs" + again)
    sources = dict(render.sources())
    check(set(index) == set(sources), "every drawing is listed, and no other" + again, str(set(index) ^ set(sources)))
    for name, text in sources.items():
        path, row = netlist.HARDWARE / name, index.get(name, {})
        check(path.exists() and path.read_text(encoding="utf-8") == text, f"{name} is what the tables give" + again)
        check(render.sum_of(text) == row.get("source_sha256"), f"{name} is what was drawn" + again)
        for ending in () if path.suffix in render.NOT_DRAWN else ("svg", "png"):
            drawn = path.with_suffix("." + ending)
            check(drawn.exists() and render.sum_of(drawn.read_bytes()) == row.get(f"{ending}_sha256"), f"{drawn.name} is that drawing" + again)
    if not shutil.which("dot"):
        print("SKIPPED: graphviz is missing; the wiring diagrams were checked by their sums and not drawn anew")
        return
    for board in netlist.BOARDS:
        committed = (render.DRAWINGS / f"wiring-{board}.svg").read_text(encoding="utf-8")
        check(texts(render.draw_dot(cable_diagram.source(board))) == texts(committed), f"wiring-{board}.svg drawn anew says the same" + again)


def run(check):
    """All of it; check is called with a truth, what it is about, and a detail."""
    for part in (check_pi_pins, check_pi_pads, check_nets, check_bom, check_drawings):
        part(check)
