# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""A drawing on paper as SVG: millimetres of paper, y downwards, with dimensions and leaders."""

import html
import math

STYLES = {
    "part": 'fill="#f2f4f7" stroke="#222" stroke-width="0.35"', "core": 'fill="#d9dee5" stroke="#222" stroke-width="0.35"',
    "tile": 'fill="#b9d3f0" stroke="#1c3d63" stroke-width="0.3"', "pad": 'fill="#ffd166" stroke="#7a5c00" stroke-width="0.2"',
    "puck": 'fill="#8d6e63" stroke="#4e342e" stroke-width="0.2"', "sleeve": 'fill="#cdeccd" stroke="#2e6b2e" stroke-width="0.3"',
    "cap": 'fill="#ead7f5" stroke="#5a2d75" stroke-width="0.3"', "board": 'fill="#7fbf7f" stroke="#20502a" stroke-width="0.25"',
    "battery": 'fill="#f5b7b1" stroke="#7b241c" stroke-width="0.3"', "chip": 'fill="#444" stroke="#111" stroke-width="0.2"',
    "hole": 'fill="white" stroke="#222" stroke-width="0.3"', "wall": 'fill="none" stroke="#222" stroke-width="0.35"',
    "thin": 'fill="none" stroke="#444" stroke-width="0.18"', "axis": 'fill="none" stroke="#a00" stroke-width="0.2" stroke-dasharray="4 1 0.8 1"',
    "hidden": 'fill="none" stroke="#666" stroke-width="0.2" stroke-dasharray="1.6 1"', "arrow": 'fill="#a00" stroke="#a00" stroke-width="0.5"',
    "cable": 'fill="none" stroke="#333" stroke-width="1.6"', "wood": 'fill="#e6cfa5" stroke="#6b4f1d" stroke-width="0.3"',
}


def number(value):
    """Two decimals at most; 34 and not 34.00."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "0") if abs(value) < 0.005 else f"{value:.2f}".rstrip("0").rstrip(".")


class Sheet:
    """A page."""

    def __init__(self, title, width, height):
        self.width, self.height = width, height
        self.parts = []
        self.text(width / 2, 8, title, size=5.2, bold=True)

    def add(self, shape, style):
        """A shape in a style."""
        self.parts.append(f"<{shape} {STYLES[style]}/>")

    def line(self, x1, y1, x2, y2, style="wall"):
        """A line."""
        self.add(f'line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"', style)

    def circle(self, x, y, radius, style):
        """A circle."""
        self.add(f'circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"', style)

    def box(self, x, y, width, height, style):
        """A rectangle by its upper left corner."""
        self.add(f'rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"', style)

    def polygon(self, points, style):
        """A closed line."""
        corners = " ".join(f"{number(x)},{number(y)}" for x, y in points)
        self.add(f'polygon points="{corners}"', style)

    def text(self, x, y, words, size=3.4, anchor="middle", turn=0, bold=False, ink="#111"):
        """Words."""
        turned = f' transform="rotate({number(turn)} {number(x)} {number(y)})"' if turn else ""
        weight = ' font-weight="bold"' if bold else ""
        self.parts.append(f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}" text-anchor="{anchor}" fill="{ink}"{weight}{turned}>'
                          f"{html.escape(words)}</text>")

    def arrow_head(self, x, y, angle, style="thin", size=2.2):
        """A tip at x, y that points along angle (paper radians)."""
        points = [(x, y)] + [(x - size * math.cos(angle + side), y - size * math.sin(angle + side)) for side in (0.25, -0.25)]
        corners = " ".join(f"{number(px)},{number(py)}" for px, py in points)
        self.parts.append(f'<polygon points="{corners}" fill="{"#a00" if style == "arrow" else "#444"}"/>')

    def arrow(self, x1, y1, x2, y2, words="", dx=3, dy=-2):
        """An axis with its name at the tip."""
        self.line(x1, y1, x2, y2, "arrow")
        self.arrow_head(x2, y2, math.atan2(y2 - y1, x2 - x1), "arrow", 4)
        if words:
            self.text(x2 + dx, y2 + dy, words, size=5, bold=True, ink="#a00")

    def dim_h(self, x1, x2, y, words, from_y=None):
        """A dimension across, at height y; helping lines from from_y."""
        if from_y is not None:
            for x in (x1, x2):
                self.line(x, from_y, x, y + (1 if y > from_y else -1), "thin")
        self.line(x1, y, x2, y, "thin")
        outside = abs(x2 - x1) < 7
        for x, angle in ((x1, math.pi), (x2, 0)):
            self.arrow_head(x, y, angle + (math.pi if outside else 0), size=1.8)
        self.text((x1 + x2) / 2, y - 1.2, words, size=3.2)

    def dim_v(self, y1, y2, x, words, from_x=None):
        """A dimension up and down, at x."""
        if from_x is not None:
            for y in (y1, y2):
                self.line(from_x, y, x + (1 if x > from_x else -1), y, "thin")
        self.line(x, y1, x, y2, "thin")
        outside = abs(y2 - y1) < 7
        for y, angle in ((min(y1, y2), -math.pi / 2), (max(y1, y2), math.pi / 2)):
            self.arrow_head(x, y, angle + (math.pi if outside else 0), size=1.8)
        self.text(x - 1.4, (y1 + y2) / 2, words, size=3.2, turn=-90)

    def leader(self, x, y, to_x, to_y, words):
        """A point at x, y and words at the other end."""
        self.line(x, y, to_x, to_y, "thin")
        self.circle(x, y, 0.5, "chip")
        right = to_x >= x
        self.text(to_x + (1.2 if right else -1.2), to_y + 1.1, words, anchor="start" if right else "end", size=3.2)

    def svg(self):
        """The file."""
        head = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(self.width)}mm" height="{number(self.height)}mm" '
                f'viewBox="0 0 {number(self.width)} {number(self.height)}" font-family="DejaVu Sans, sans-serif">')
        return "\n".join([head, '<rect width="100%" height="100%" fill="white"/>', *self.parts, "</svg>"]) + "\n"
