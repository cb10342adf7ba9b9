package org.rollscope.export;

import java.util.Locale;
import org.rollscope.frame.PadGeometry;

/** The pads of a tool, laid out flat, with their mean pressure as shade and number (SVG). */
final class PadMapDrawing {
    private static final int WIDTH = 46;
    private static final int HEIGHT = 34;

    private PadMapDrawing() {}

    /** What the drawing shows, in a sentence or two; only where there is one. */
    static String legend(ExportedSession session) {
        PadGeometry geometry = PadGeometry.of(session.record().hello().geometryId());
        return "Mean pressure on each pad in kPa while a limb lay on the "
                + geometry.tool().word() + ", "
                + laidOut(geometry) + ". "
                + switch (geometry.tool()) {
                    case ROLLER -> "Both sides of it press: limb and floor.";
                    case BALL ->
                        "Both sides of it press: limb and floor or wall. What is side by side here need not be so on the ball.";
                    case STICK -> "Only the limb presses: hands hold it beside the pads.";
                };
    }

    private static String laidOut(PadGeometry geometry) {
        return switch (geometry.tool()) {
            case ROLLER, STICK -> "the " + geometry.tool().word() + " unrolled";
            case BALL -> "by their numbers, eight to a line";
        };
    }

    /** The drawing; empty for a roller whose layout is not known. */
    static String svg(ExportedSession session, PressureTrace trace) {
        int geometryId = session.record().hello().geometryId();
        if (!PadGeometry.isKnown(geometryId)) {
            return "";
        }
        PadGeometry geometry = PadGeometry.of(geometryId);
        double mostKpa = 1;
        for (int padIndex = 0; padIndex < geometry.padCount(); padIndex++) {
            mostKpa = Math.max(mostKpa, trace.padMeanKpa(padIndex));
        }
        StringBuilder svg = new StringBuilder(ReportPage.drawing(
                WIDTH * geometry.columnCount(),
                HEIGHT * geometry.rowCount(),
                "Mean pressure on each pad, " + laidOut(geometry)));
        for (int padIndex = 0; padIndex < geometry.padCount(); padIndex++) {
            double kpa = trace.padMeanKpa(padIndex);
            int x = WIDTH * geometry.columnIndex(padIndex);
            int y = HEIGHT * geometry.rowIndex(padIndex);
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"pad\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill-opacity=\"%.2f\"/>"
                            + "<text class=\"pad\" x=\"%d\" y=\"%d\">%.0f</text>\n",
                    x + 1,
                    y + 1,
                    WIDTH - 2,
                    HEIGHT - 2,
                    0.08 + 0.72 * kpa / mostKpa,
                    x + WIDTH / 2,
                    y + HEIGHT / 2 + 4,
                    kpa));
        }
        return svg.append("</svg>\n").toString();
    }
}
