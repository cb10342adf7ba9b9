package org.rollscope.viewer.review;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.rollscope.detect.Activity;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.viewer.library.Note;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;

/**
 * Events and notes as marks in a lane: those with a length as bars above, moments as flags with a letter below.
 *
 * <p>Contact and rolling stand in the ribbon of states, strokes in the table only: the ribbon would be full of them. <b>Threads.</b> Event dispatch thread.
 */
final class EventMarks {
    private static final double NEAR_PX = 6;
    private static final int ROW_COUNT = 3;
    /** Share of the lane that bars take; flags have the rest. */
    private static final double BAR_RATIO = 0.5;

    private List<RollerEvent> events = List.of();
    private List<Note> notes = List.of();
    private Palette palette = Palette.LIGHT;
    private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    void show(List<RollerEvent> newEvents, List<Note> newNotes) {
        events = newEvents;
        notes = newNotes;
    }

    void restyle(Palette newPalette, Font newFont) {
        palette = newPalette;
        font = newFont;
    }

    private static boolean isBar(EventType type) {
        return type == EventType.HOLD
                || type == EventType.OVERPRESSURE
                || type == EventType.GUARDING
                || type == EventType.SIGNAL_LOST;
    }

    /** Holds lie low, what happens in them lies above. */
    private static int row(EventType type) {
        return type == EventType.OVERPRESSURE ? 0 : type == EventType.GUARDING ? 1 : 2;
    }

    private static boolean isFlag(EventType type) {
        return !isBar(type) && type != EventType.CONTACT && type != EventType.ROLL && type != EventType.STROKE;
    }

    private Color colour(EventType type) {
        return switch (type) {
            case HOLD -> palette.state(Activity.HOLD);
            case OVERPRESSURE, LOADING_RATE -> palette.ceiling();
            case GUARDING, PAIN -> palette.peak();
            case RELEASE, FELT_RELEASE, SETTLED -> palette.floor();
            case SIGNAL_LOST -> palette.amber();
            default -> palette.faint();
        };
    }

    /** A letter, for a moment that has one a number too. */
    private static String letter(RollerEvent event) {
        String letter = Texts.of("review.letter." + event.type().word());
        double number = event.type() == EventType.PAIN
                ? event.details().value(RollerEvent.PAIN_NRS)
                : event.type() == EventType.MARKER ? event.details().value(RollerEvent.MARKER_NUMBER) : Double.NaN;
        return Double.isNaN(number) ? letter : letter + Math.round(number);
    }

    void paint(Graphics2D g2, Rectangle2D area, ValueAxis timeAxis, int selectedIndex) {
        g2.setFont(font);
        double middle = area.getY() + area.getHeight() * BAR_RATIO;
        for (int index = 0; index < events.size(); index++) {
            RollerEvent event = events.get(index);
            if (isBar(event.type())) {
                drawBar(g2, area, timeAxis, event, index == selectedIndex, middle);
            }
        }
        double letterEnd = -1e9;
        for (int index = 0; index < events.size(); index++) {
            RollerEvent event = events.get(index);
            if (isFlag(event.type())) {
                double x = x(event.startUs(), area, timeAxis);
                boolean selected = index == selectedIndex;
                Rectangle2D flag = new Rectangle2D.Double(x, middle + 2, 0, area.getMaxY() - middle - 3);
                letterEnd = drawFlag(g2, flag, letter(event), colour(event.type()), selected, letterEnd, area);
            }
        }
        for (Note note : notes) {
            drawNote(g2, area, x(note.startUs(), area, timeAxis), middle);
        }
    }

    /** Its letter stands at the left, so that it does not lie on that of an event. */
    private void drawNote(Graphics2D g2, Rectangle2D area, double x, double top) {
        String letter = Texts.of("review.letter.note");
        FontMetrics metrics = g2.getFontMetrics();
        Rectangle2D box = new Rectangle2D.Double(
                x - metrics.stringWidth(letter) - 6,
                top + 2,
                metrics.stringWidth(letter) + 6,
                area.getMaxY() - top - 3);
        g2.setPaint(palette.mean());
        g2.fill(box);
        g2.setPaint(Palette.inkOn(palette.mean()));
        g2.drawString(letter, (float) box.getX() + 3, (float) box.getMaxY() - metrics.getDescent());
    }

    private void drawBar(
            Graphics2D g2, Rectangle2D area, ValueAxis timeAxis, RollerEvent event, boolean selected, double bottom) {
        double left = Math.max(area.getX(), x(event.startUs(), area, timeAxis));
        double right = Math.min(area.getMaxX(), x(event.endUs(), area, timeAxis));
        if (right < area.getX() || left > area.getMaxX()) {
            return;
        }
        double height = (bottom - area.getY() - 2) / ROW_COUNT;
        Rectangle2D bar = new Rectangle2D.Double(
                left, area.getY() + 1 + row(event.type()) * height, Math.max(2, right - left), height - 1);
        g2.setPaint(colour(event.type()));
        g2.fill(bar);
        String letter = letter(event);
        FontMetrics metrics = g2.getFontMetrics();
        if (metrics.stringWidth(letter) + 4 < bar.getWidth() && metrics.getAscent() - 3 < bar.getHeight()) {
            g2.setPaint(Palette.inkOn(colour(event.type())));
            g2.drawString(letter, (float) bar.getX() + 2, (float) (bar.getCenterY() + metrics.getAscent() / 2.0 - 2));
        }
        if (selected) {
            g2.setPaint(palette.ink());
            g2.draw(new Rectangle2D.Double(bar.getX() - 1, bar.getY() - 1, bar.getWidth() + 1, bar.getHeight() + 1));
        }
    }

    /** A stick with a letter; the letter is left out where it would lie on the one before. Gives where it ends. */
    private double drawFlag(
            Graphics2D g2,
            Rectangle2D stick,
            String letter,
            Color colour,
            boolean selected,
            double letterEnd,
            Rectangle2D area) {
        double x = stick.getX();
        if (x < area.getX() - 1 || x > area.getMaxX() + 1) {
            return letterEnd;
        }
        g2.setPaint(colour);
        g2.draw(new Line2D.Double(x, stick.getY(), x, stick.getMaxY()));
        Path2D head = new Path2D.Double();
        head.moveTo(x - 4, stick.getY());
        head.lineTo(x + 4, stick.getY());
        head.lineTo(x, stick.getY() + 6);
        head.closePath();
        g2.fill(head);
        FontMetrics metrics = g2.getFontMetrics();
        double width = metrics.stringWidth(letter);
        if (selected) {
            g2.setPaint(palette.ink());
            g2.draw(new Rectangle2D.Double(x - 5, stick.getY() - 1, width + 12, stick.getHeight() + 1));
        }
        if (x + 5 < letterEnd) {
            return letterEnd;
        }
        g2.setPaint(palette.ink());
        g2.drawString(letter, (float) x + 5, (float) stick.getMaxY() - metrics.getDescent() + 1);
        return x + 7 + width;
    }

    /** Index of the event whose mark lies under a place; -1 when none does. */
    int at(double xPx, double yPx, Rectangle2D area, ValueAxis timeAxis) {
        double barsPx = area.getHeight() * BAR_RATIO;
        boolean bars = yPx < area.getY() + barsPx;
        int row = (int) ((yPx - area.getY()) / barsPx * ROW_COUNT);
        int found = -1;
        double leastPx = Double.MAX_VALUE;
        for (int index = 0; index < events.size(); index++) {
            RollerEvent event = events.get(index);
            if (bars ? !isBar(event.type()) : !isFlag(event.type())) {
                continue;
            }
            double left = x(event.startUs(), area, timeAxis);
            double right = bars ? Math.max(left + 2, x(event.endUs(), area, timeAxis)) : left;
            double awayPx = Math.max(0, Math.max(left - xPx, xPx - right));
            // of two under the mouse the one of its row, then the shorter one: the other can be had beside it
            double costPx = awayPx + (right - left) * 1e-6 + (bars && row(event.type()) != row ? 2 * NEAR_PX : 0);
            if (awayPx <= NEAR_PX && costPx < leastPx) {
                leastPx = costPx;
                found = index;
            }
        }
        return found;
    }

    private static double x(long timeUs, Rectangle2D area, ValueAxis axis) {
        return axis.valueToJava2D(timeUs / 1e6, area, RectangleEdge.BOTTOM);
    }
}
