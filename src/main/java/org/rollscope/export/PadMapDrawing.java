package org.rollscope.export;

import java.util.Locale;
import org.rollscope.frame.PadGeometry;

/** The pads of a roller, unrolled, with their mean pressure as shade and number (SVG). */
final class PadMapDrawing {
    private static final int WIDTH = 46;
    private static final int HEIGHT = 34;

    private PadMapDrawing() {}

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
                "Mean pressure on each pad, the roller unrolled"));
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
