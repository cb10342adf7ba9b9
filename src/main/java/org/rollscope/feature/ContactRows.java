package org.rollscope.feature;

import org.rollscope.frame.PadGeometry;

/** Edges of the rows of tiles, in half axes of the contact along the roller. <b>Threads.</b> One. */
final class ContactRows {
    private final double tileLengthMm;
    final double[] startRatio;
    final double[] endRatio;

    ContactRows(PadGeometry geometry) {
        tileLengthMm = geometry.tileLengthMm();
        startRatio = new double[geometry.rowCount()];
        endRatio = new double[geometry.rowCount()];
    }

    void lay(double placeMm, double halfAlongMm) {
        for (int row = 0; row < startRatio.length; row++) {
            double alongMm = (row - (startRatio.length - 1) / 2.0) * tileLengthMm - placeMm;
            startRatio[row] = (alongMm - tileLengthMm / 2) / halfAlongMm;
            endRatio[row] = (alongMm + tileLengthMm / 2) / halfAlongMm;
        }
    }
}
