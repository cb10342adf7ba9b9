package org.rollscope.viewer.review;

import java.awt.BasicStroke;
import java.awt.Color;

/** How the lines of chosen pads differ: in colour and, for who cannot tell colours, in dashes. */
final class PadLook {
    /** Colours of Okabe and Ito that read on light and on dark. */
    private static final Color[] COLOURS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xB58900),
        new Color(0x56B4E9)
    };

    private static final float[][] DASHES = {{}, {7, 3}, {2, 3}, {10, 3, 2, 3}, {4, 2}, {12, 5}};

    private PadLook() {}

    static Color colour(int lineIndex) {
        return COLOURS[lineIndex % COLOURS.length];
    }

    static BasicStroke stroke(int lineIndex) {
        float[] dash = DASHES[lineIndex % DASHES.length];
        return dash.length == 0
                ? new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }
}
