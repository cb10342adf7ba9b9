package org.rollscope.evaluation;

import org.rollscope.frame.PadGeometry;

/**
 * Where the pads of a roller collect load: a grid of tiles that cover everything, or of bare discs that see a part.
 *
 * @param word as printed.
 * @param columnCount pads around the roller.
 * @param rowCount pads along the roller.
 * @param rowMm distance from row to row.
 * @param radiusMm of the roller.
 * @param discMm diameter of a bare disc; 0 for tiles that touch.
 */
public record PadLayout(String word, int columnCount, int rowCount, double rowMm, double radiusMm, double discMm) {
    /** Active diameter of an FSR 402: its data sheet. */
    public static final double BARE_DISC_MM = 13;

    /** Tiles of a roller. */
    public static PadLayout of(PadGeometry geometry) {
        return new PadLayout(
                geometry.name(),
                geometry.columnCount(),
                geometry.rowCount(),
                geometry.tileLengthMm(),
                geometry.radiusMm(),
                0);
    }

    /** The grid of the reference roller without its tiles, for comparison. */
    public static PadLayout bareDiscs() {
        PadGeometry geometry = PadGeometry.REFERENCE;
        return new PadLayout(
                "bare discs",
                geometry.columnCount(),
                geometry.rowCount(),
                geometry.tileLengthMm(),
                geometry.radiusMm(),
                BARE_DISC_MM);
    }

    int padCount() {
        return columnCount * rowCount;
    }

    double columnMm() {
        return 2 * Math.PI * radiusMm / columnCount;
    }

    /** Area that one pad collects load from. */
    double padAreaMm2() {
        return discMm > 0 ? Math.PI * discMm * discMm / 4 : columnMm() * rowMm;
    }

    /** Middle of a pad around the roller, from the middle of column 0; the shorter way round. */
    double aroundMm(int padIndex) {
        return Math.IEEEremainder(padIndex % columnCount * columnMm(), 2 * Math.PI * radiusMm);
    }

    /** Middle of a pad along the roller, from the roller's middle. */
    double alongMm(int padIndex) {
        int rowIndex = padIndex / columnCount;
        return (rowIndex - (rowCount - 1) / 2.0) * rowMm;
    }

    /** Half of a pad's extent around the roller. */
    double halfAroundMm() {
        return discMm > 0 ? discMm / 2 : columnMm() / 2;
    }

    /** Half of a pad's extent along the roller at a distance around it from the pad's middle. */
    double halfAlongMm(double fromMiddleMm) {
        return discMm > 0 ? Math.sqrt(Math.max(0, discMm * discMm / 4 - fromMiddleMm * fromMiddleMm)) : rowMm / 2;
    }
}
