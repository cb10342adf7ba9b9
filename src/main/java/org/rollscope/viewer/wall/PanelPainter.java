package org.rollscope.viewer.wall;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import org.rollscope.athlete.PressureBand;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.model.Alarm;
import org.rollscope.viewer.model.Freshness;
import org.rollscope.viewer.orders.Order;

/**
 * Draws one panel: what is cached, and where the line and the pressure of now go.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class PanelPainter {
    static final String CUT = "\u2026";
    private static final int PAD_PX = 8;
    private static final int ARC_PX = 10;
    private static final int HATCH_STEP_PX = 7;
    private static final int ALARM_EDGE_PX = 3;
    private static final int BAND_COVER = 34;

    private final Palette palette;
    private final Font plain;
    private final Font bold;
    private final Font small;
    private final int linePx;
    private final int scalePx;

    PanelPainter(Palette palette, Font font, Graphics2D measure) {
        this.palette = palette;
        plain = font;
        bold = font.deriveFont(Font.BOLD);
        small = font.deriveFont(font.getSize2D() * 0.9f);
        linePx = measure.getFontMetrics(bold).getHeight();
        scalePx = measure.getFontMetrics(small).stringWidth("000") + 6;
    }

    /** Font of the pressure of now. */
    Font meanFont() {
        return bold;
    }

    /** Right end and baseline of the pressure of now. */
    Point meanAt(Rectangle panel) {
        return new Point(panel.x + panel.width - PAD_PX, chip(panel).y + baselinePx(chip(panel).height));
    }

    /** Where the line goes; the figures of the band stand right of it. */
    Rectangle trace(Rectangle panel, int laneCount) {
        int topPx = chip(panel).y + chip(panel).height + 6 + laneCount * (lanePx() + 3);
        int bottomPx = panel.y + panel.height - PAD_PX;
        return new Rectangle(
                panel.x + PAD_PX, topPx, panel.width - 2 * PAD_PX - scalePx, Math.max(8, bottomPx - topPx));
    }

    private Rectangle chip(Rectangle panel) {
        return new Rectangle(panel.x + PAD_PX, panel.y + PAD_PX - 2 + 2 * linePx + 3, panel.width / 2, linePx + 4);
    }

    private int lanePx() {
        return linePx + 3;
    }

    private int baselinePx(int heightPx) {
        return (heightPx + linePx) / 2 - linePx / 4;
    }

    /** Draws what lies between the panels. */
    void paintGround(Graphics2D g2, Dimension size) {
        g2.setPaint(palette.ground());
        g2.fillRect(0, 0, size.width + 1, size.height + 1);
    }

    /** Draws what is cached. */
    void paint(Graphics2D g2, Rectangle panel, PanelFace face) {
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setPaint(palette.ground());
        g2.fill(panel);
        g2.setPaint(palette.panel());
        g2.fillRoundRect(panel.x, panel.y, panel.width, panel.height, ARC_PX, ARC_PX);
        edge(g2, panel, face);
        paintHead(g2, panel, face);
        paintState(g2, panel, face);
        int lane = 0;
        for (PanelFace.Lane alarm : face.lanes()) {
            paintLane(g2, lane(panel, lane++), alarm);
        }
        Order order = face.order();
        if (order != null) {
            paintOrder(g2, lane(panel, lane), order);
        }
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        paintScale(g2, trace(panel, face.laneCount()), face);
    }

    private Rectangle lane(Rectangle panel, int index) {
        Rectangle chip = chip(panel);
        return new Rectangle(
                panel.x + PAD_PX,
                chip.y + chip.height + 4 + index * (lanePx() + 3),
                panel.width - 2 * PAD_PX,
                lanePx());
    }

    /** What came of an order; a bar at the left in the colour of it, and the words say it too. */
    private void paintOrder(Graphics2D g2, Rectangle lane, Order order) {
        boolean failed = order.state() == Order.State.REFUSED || order.state() == Order.State.UNANSWERED;
        g2.setPaint(failed ? palette.ceiling() : order.state() == Order.State.DONE ? palette.floor() : palette.faint());
        g2.fillRect(lane.x, lane.y + 1, 4, lane.height - 2);
        g2.setPaint(palette.ink());
        g2.setFont(small);
        g2.drawString(
                fitted(g2.getFontMetrics(), order.words(), lane.width - 10),
                lane.x + 8,
                lane.y + baselinePx(lane.height));
    }

    private void edge(Graphics2D g2, Rectangle panel, PanelFace face) {
        Stroke before = g2.getStroke();
        boolean alarm = !face.lanes().isEmpty();
        int widthPx = alarm && face.lanes().get(0).open() ? ALARM_EDGE_PX : 1;
        g2.setPaint(alarm ? colour(face.lanes().get(0).kind()) : palette.grid());
        g2.setStroke(new BasicStroke(widthPx));
        g2.drawRoundRect(
                panel.x + widthPx / 2,
                panel.y + widthPx / 2,
                panel.width - widthPx,
                panel.height - widthPx,
                ARC_PX,
                ARC_PX);
        g2.setStroke(before);
    }

    private Color colour(Alarm.Kind kind) {
        return kind == Alarm.Kind.OVERPRESSURE ? palette.ceiling() : palette.amber();
    }

    /** Who and battery; below it where and how fresh, which gets its room before the place does. */
    private void paintHead(Graphics2D g2, Rectangle panel, PanelFace face) {
        int leftPx = panel.x + PAD_PX;
        int rightPx = panel.x + panel.width - PAD_PX;
        int firstPx = panel.y + PAD_PX - 2 + baselinePx(linePx);
        int secondPx = firstPx + linePx;
        g2.setFont(small);
        FontMetrics metrics = g2.getFontMetrics();
        int batteryPx = rightPx - metrics.stringWidth(face.batteryText());
        g2.setPaint(palette.faint());
        g2.drawString(face.batteryText(), batteryPx, firstPx);
        int markPx = linePx / 2;
        String fresh = fitted(metrics, face.freshnessWords(), panel.width * 7 / 10);
        int freshPx = rightPx - metrics.stringWidth(fresh);
        int markLeftPx = freshPx - markPx - 4;
        g2.drawString(fitted(metrics, face.where(), markLeftPx - leftPx - 6), leftPx, secondPx);
        boolean live = face.level() == Freshness.Level.LIVE;
        g2.setPaint(live ? palette.faint() : palette.ink());
        g2.drawString(fresh, freshPx, secondPx);
        if (live) {
            g2.setPaint(palette.floor());
            g2.fillOval(markLeftPx, secondPx - markPx, markPx, markPx);
        } else {
            g2.setPaint(face.level() == Freshness.Level.LATE ? palette.amber() : palette.ceiling());
            g2.fillRect(markLeftPx, secondPx - markPx, markPx, markPx);
        }
        g2.setFont(bold);
        g2.setPaint(palette.ink());
        g2.drawString(fitted(g2.getFontMetrics(), face.who(), batteryPx - leftPx - 6), leftPx, firstPx);
    }

    private void paintState(Graphics2D g2, Rectangle panel, PanelFace face) {
        Rectangle chip = chip(panel);
        Color fill = palette.state(face.activity());
        g2.setPaint(fill);
        g2.fillRoundRect(chip.x, chip.y, chip.width, chip.height, ARC_PX, ARC_PX);
        g2.setFont(bold);
        g2.setPaint(Palette.inkOn(fill));
        String word = fitted(g2.getFontMetrics(), face.stateWord(), chip.width - 8);
        g2.drawString(
                word,
                chip.x + (chip.width - g2.getFontMetrics().stringWidth(word)) / 2,
                chip.y + baselinePx(chip.height));
    }

    /** Filled and hatched while it goes on, an outline when it has ended. */
    private void paintLane(Graphics2D g2, Rectangle lane, PanelFace.Lane alarm) {
        Color fill = colour(alarm.kind());
        g2.setPaint(fill);
        Color ink = alarm.open() ? Palette.inkOn(fill) : palette.ink();
        g2.setFont(laneFont(g2, alarm, lane.width - 8));
        FontMetrics metrics = g2.getFontMetrics();
        String words = fitted(metrics, alarm.words(), lane.width - 8);
        if (alarm.open()) {
            g2.fillRoundRect(lane.x, lane.y, lane.width, lane.height, ARC_PX / 2, ARC_PX / 2);
            if (alarm.kind() == Alarm.Kind.OVERPRESSURE) {
                int fromPx = lane.x + 4 + metrics.stringWidth(words) + 6;
                hatch(g2, new Rectangle(fromPx, lane.y, lane.x + lane.width - fromPx, lane.height), ink);
            }
        } else {
            g2.drawRoundRect(lane.x, lane.y, lane.width - 1, lane.height - 1, ARC_PX / 2, ARC_PX / 2);
        }
        g2.setPaint(ink);
        g2.drawString(words, lane.x + 4, lane.y + baselinePx(lane.height));
    }

    /** As large as has room: nothing of an alarm is to be cut off. */
    private Font laneFont(Graphics2D g2, PanelFace.Lane alarm, int roomPx) {
        Font large = alarm.open() ? bold : plain;
        return g2.getFontMetrics(large).stringWidth(alarm.words()) <= roomPx ? large : small;
    }

    private static void hatch(Graphics2D g2, Rectangle box, Color ink) {
        if (box.width <= 0) {
            return;
        }
        Shape clip = g2.getClip();
        g2.clip(box);
        g2.setPaint(Palette.faded(ink, 150));
        for (int x = box.x - box.height; x < box.x + box.width; x += HATCH_STEP_PX) {
            g2.drawLine(x, box.y + box.height, x + box.height, box.y);
        }
        g2.setClip(clip);
    }

    private void paintScale(Graphics2D g2, Rectangle area, PanelFace face) {
        PressureBand band = face.band();
        if (band != null) {
            int ceilingPx = yPx(area, face, band.ceilingKpa());
            int amberPx = yPx(area, face, band.amberKpa());
            int floorPx = yPx(area, face, band.floorKpa());
            fill(g2, area, area.y, ceilingPx, palette.ceiling());
            fill(g2, area, ceilingPx, amberPx, palette.amber());
            fill(g2, area, amberPx, floorPx, palette.floor());
            limit(g2, area, ceilingPx, palette.ceiling(), new float[] {1});
            limit(g2, area, amberPx, palette.amber(), new float[] {4, 3});
            limit(g2, area, floorPx, palette.floor(), new float[] {1, 3});
            label(g2, area, ceilingPx, band.ceilingKpa(), palette.ceiling());
            if (floorPx - ceilingPx >= linePx * 3 / 4) { // else they would lie on each other
                label(g2, area, floorPx, band.floorKpa(), palette.floor());
            }
        }
        g2.setPaint(palette.faint());
        g2.drawLine(area.x, area.y + area.height, area.x + area.width, area.y + area.height);
    }

    private static int yPx(Rectangle area, PanelFace face, double atKpa) {
        return area.y + area.height - 1 - (int) Math.round(atKpa * (area.height - 1) / face.upperKpa());
    }

    private static void fill(Graphics2D g2, Rectangle area, int fromPx, int toPx, Color colour) {
        g2.setPaint(Palette.faded(colour, BAND_COVER));
        g2.fillRect(area.x, fromPx, area.width, toPx - fromPx);
    }

    private static void limit(Graphics2D g2, Rectangle area, int atPx, Color colour, float[] dashPx) {
        Stroke before = g2.getStroke();
        g2.setPaint(colour);
        if (dashPx.length > 1) {
            g2.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashPx, 0));
        }
        g2.drawLine(area.x, atPx, area.x + area.width - 1, atPx);
        g2.setStroke(before);
    }

    private void label(Graphics2D g2, Rectangle area, int atPx, double atKpa, Color colour) {
        g2.setFont(small);
        g2.setPaint(colour);
        FontMetrics metrics = g2.getFontMetrics();
        g2.drawString(
                PressureUnit.shown().number(atKpa),
                area.x + area.width + 4,
                Math.min(atPx + metrics.getAscent() / 2 - 1, area.y + area.height));
    }

    /** The words, or as many letters of them as have room and a sign that some are missing. */
    static String fitted(FontMetrics metrics, String words, int roomPx) {
        if (metrics.stringWidth(words) <= roomPx) {
            return words;
        }
        int length = words.length();
        while (length > 0 && metrics.stringWidth(words.substring(0, length) + CUT) > roomPx) {
            length--;
        }
        return words.substring(0, length) + CUT;
    }
}
