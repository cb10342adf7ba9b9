package org.rollscope.viewer.look;

import java.awt.Color;
import org.rollscope.detect.Activity;

/**
 * The colours of one look.
 *
 * <p>States use the eight colours of Okabe and Ito, which people with the common colour-blindnesses can tell apart; beside
 * its colour every state has a word or a letter and some have a pattern.
 *
 * @param dark whether it is the dark look.
 * @param ground behind everything.
 * @param panel behind charts and figures.
 * @param ink texts.
 * @param faint lesser texts and axes.
 * @param grid lines of the grid and borders.
 * @param mean line of the mean pressure.
 * @param peak line of the peak pressure.
 * @param speed line of the speed.
 * @param floor floor of the band.
 * @param amber where the warning begins.
 * @param ceiling ceiling of the band, and overpressure.
 */
public record Palette(
        boolean dark,
        Color ground,
        Color panel,
        Color ink,
        Color faint,
        Color grid,
        Color mean,
        Color peak,
        Color speed,
        Color floor,
        Color amber,
        Color ceiling) {

    public static final Palette LIGHT = new Palette(
            false,
            new Color(0xEEF1F4),
            new Color(0xFFFFFF),
            new Color(0x18212B),
            new Color(0x55606C),
            new Color(0xDFE4E9),
            new Color(0x0A5CAD),
            new Color(0x9A5FB5),
            new Color(0x4A6274),
            new Color(0x00796B),
            new Color(0xA86200),
            new Color(0xC23A00));

    public static final Palette DARK = new Palette(
            true,
            new Color(0x12161B),
            new Color(0x1A2027),
            new Color(0xE9EEF3),
            new Color(0xA3AFBB),
            new Color(0x2E3741),
            new Color(0x5FB0FF),
            new Color(0xC99BE3),
            new Color(0x9DB4C6),
            new Color(0x35C4AB),
            new Color(0xF0B23C),
            new Color(0xFF7A45));

    public static Palette of(Theme theme) {
        return theme == Theme.DARK ? DARK : LIGHT;
    }

    /** Fill of a state. */
    public Color state(Activity activity) {
        return switch (activity) {
            case IDLE -> dark ? new Color(0x3A444E) : new Color(0xD3D9DF);
            case HANDLING -> new Color(0xCC79A7);
            case CONTACT -> new Color(0x56B4E9);
            case ROLLING -> new Color(0x0072B2);
            case HOLD -> dark ? new Color(0x00A378) : new Color(0x00805D);
            case UNKNOWN -> dark ? new Color(0x59636D) : new Color(0x9AA3AC);
        };
    }

    /** Black or white, whichever reads better on a fill. */
    public static Color inkOn(Color fill) {
        Color white = Color.WHITE;
        Color black = new Color(0x10151A);
        return contrastRatio(white, fill) >= contrastRatio(black, fill) ? white : black;
    }

    /** A colour with less cover, 0 to 255. */
    public static Color faded(Color colour, int cover) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), cover);
    }

    /** Contrast of two opaque colours, 1 to 21; definition of WCAG 2.1, 1.4.3. */
    static double contrastRatio(Color one, Color other) {
        double lighter = Math.max(luminanceRatio(one), luminanceRatio(other));
        double darker = Math.min(luminanceRatio(one), luminanceRatio(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminanceRatio(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
