# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""Every construction drawing by its name; ../wiring/render.py writes them."""

import boards
import parts
import roller
import sections

ALL = {
    "section-across": sections.across,
    "section-along": sections.along,
    "order": sections.order,
    "stack": sections.stack,
    "skin-reference": lambda: sections.skin(roller.REFERENCE),
    "skin-starter": lambda: sections.skin(roller.STARTER),
    "core": parts.core,
    "tiles": parts.tiles,
    "caps": parts.caps,
    "tray": parts.tray,
    "boards": boards.boards,
    "calibration": parts.calibration,
}


def source(name):
    """The SVG of a drawing."""
    return ALL[name]().svg()
