package org.rollscope.export;

import java.io.IOException;
import java.util.Locale;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.session.ArchiveException;

/**
 * The pressure of a session as a drawing (SVG): lowest and highest of each column of pixels, so that no peak is lost, the band behind it, and
 * holds, warnings and releases marked. A time without frames stays empty.
 *
 * <p><b>Threads.</b> One.
 */
final class PressureTrace {
    private static final int COLUMN_COUNT = 900;
    private static final int HEIGHT = 220;
    private static final int LEFT = 44;
    private static final int BELOW = 46;
    private static final double HEAD_ROOM = 1.15;

    private final ExportedSession session;
    private final double[] lowestKpa = new double[COLUMN_COUNT];
    private final double[] highestKpa = new double[COLUMN_COUNT];
    private final boolean[] drawn = new boolean[COLUMN_COUNT];
    private final double[] padSumKpa;
    private final long lengthUs;
    private double mostKpa;
    private long pressedCount;

    /** Reads the frames of a session. */
    PressureTrace(ExportedSession session) throws IOException, ArchiveException {
        this.session = session;
        lengthUs = Math.max(1_000_000, session.summary().durationMs() * 1000 + 1);
        padSumKpa = new double[session.record().hello().padCount()];
        mostKpa = session.record().band().ceilingKpa();
        Table samples = session.tables().samples();
        int meanIndex = samples.indexOf("mean_pressure_kpa");
        int firstPadIndex = samples.indexOf(SampleTables.padKey(0) + "_kpa");
        session.samples().read(row -> {
            add(row.timeUs(), row.sample(meanIndex));
            if (row.sample(meanIndex) > 0) {
                pressedCount++;
                for (int padIndex = 0; padIndex < padSumKpa.length; padIndex++) {
                    padSumKpa[padIndex] += row.sample(firstPadIndex + padIndex);
                }
            }
        });
    }

    private void add(long timeUs, double pressureKpa) {
        int column = column(timeUs);
        lowestKpa[column] = drawn[column] ? Math.min(lowestKpa[column], pressureKpa) : pressureKpa;
        highestKpa[column] = drawn[column] ? Math.max(highestKpa[column], pressureKpa) : pressureKpa;
        drawn[column] = true;
        mostKpa = Math.max(mostKpa, pressureKpa);
    }

    private int column(long timeUs) {
        return (int) Math.max(0, Math.min(COLUMN_COUNT - 1L, timeUs * COLUMN_COUNT / lengthUs));
    }

    /** Mean pressure of a pad while a limb lay on the roller. */
    double padMeanKpa(int padIndex) {
        return pressedCount == 0 ? 0 : padSumKpa[padIndex] / pressedCount;
    }

    private double y(double pressureKpa) {
        return HEIGHT * (1 - pressureKpa / (mostKpa * HEAD_ROOM));
    }

    /** The drawing. */
    String svg() {
        StringBuilder svg = new StringBuilder(ReportPage.drawing(
                LEFT + COLUMN_COUNT + 8, HEIGHT + BELOW, "Mean pressure over time with the band and the events"));
        band(svg);
        holds(svg);
        trace(svg);
        marks(svg);
        axes(svg);
        return svg.append("</svg>\n").toString();
    }

    private void band(StringBuilder svg) {
        double ceilingY = y(session.record().band().ceilingKpa());
        double floorY = y(session.record().band().floorKpa());
        append(
                svg,
                "<rect class=\"band\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>%n",
                LEFT,
                ceilingY,
                COLUMN_COUNT,
                floorY - ceilingY);
        append(
                svg,
                "<line class=\"ceiling\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
                LEFT,
                LEFT + COLUMN_COUNT,
                ceilingY,
                ceilingY);
    }

    private void holds(StringBuilder svg) {
        for (RollerEvent event : session.events()) {
            String kind =
                    switch (event.type()) {
                        case HOLD -> "hold";
                        case OVERPRESSURE -> "over";
                        case GUARDING -> "guarding";
                        default -> "";
                    };
            if (!kind.isEmpty()) {
                int from = column(event.startUs());
                int y = kind.equals("hold") ? HEIGHT + 4 : kind.equals("over") ? HEIGHT + 12 : HEIGHT + 20;
                append(
                        svg,
                        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"6\"/>%n",
                        kind,
                        LEFT + from,
                        y,
                        Math.max(2, column(event.endUs()) - from));
            }
        }
    }

    private void trace(StringBuilder svg) {
        svg.append("<path class=\"trace\" d=\"");
        boolean pen = false;
        for (int column = 0; column < COLUMN_COUNT; column++) {
            if (drawn[column]) {
                append(
                        svg,
                        "%s%d %.1fV%.1f",
                        pen ? "L" : "M",
                        LEFT + column,
                        y(lowestKpa[column]),
                        y(highestKpa[column]));
            }
            pen = drawn[column];
        }
        svg.append("\"/>\n");
    }

    private void marks(StringBuilder svg) {
        for (RollerEvent event : session.events()) {
            if (event.type() == EventType.RELEASE || event.type() == EventType.FELT_RELEASE) {
                int x = LEFT + column(event.startUs());
                append(svg, "<path class=\"release\" d=\"M%d 2l5 9h-10z\"/>%n", x);
            }
        }
    }

    private void axes(StringBuilder svg) {
        for (double kpa = 0; kpa <= mostKpa; kpa += mostKpa > 100 ? 50 : 20) {
            append(svg, "<text x=\"%d\" y=\"%.1f\" class=\"left\">%.0f</text>%n", LEFT - 6, y(kpa) + 4, kpa);
        }
        long lengthS = lengthUs / 1_000_000;
        long stepS = lengthS > 4800 ? 900 : lengthS > 1200 ? 300 : lengthS > 240 ? 60 : lengthS > 60 ? 30 : 10;
        for (long second = 0; second <= lengthS; second += stepS) {
            append(
                    svg,
                    "<text x=\"%d\" y=\"%d\" class=\"below\">%d:%02d</text>%n",
                    LEFT + column(second * 1_000_000),
                    HEIGHT + BELOW - 4,
                    second / 60,
                    second % 60);
        }
    }

    private static void append(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values).replace(System.lineSeparator(), "\n"));
    }
}
