package org.rollscope.viewer;

import org.rollscope.viewer.look.Theme;

/**
 * What a person chooses about the viewer's window.
 *
 * <p><b>Errors.</b> A value out of range is an {@link IllegalArgumentException}.
 *
 * @param theme light or dark.
 * @param chartSpanMs time that the chart shows, 5000 to 600000. Default 60000.
 * @param widthPx width of the window before scaling, 900 to 10000. Default 1200.
 * @param heightPx height of the window before scaling, 600 to 10000. Default 760.
 */
public record ViewerSettings(Theme theme, long chartSpanMs, int widthPx, int heightPx) {
    /** Checks the ranges. */
    public ViewerSettings {
        require("chartSpanMs", chartSpanMs, 5000, 600_000, "ms");
        require("widthPx", widthPx, 900, 10_000, "px");
        require("heightPx", heightPx, 600, 10_000, "px");
    }

    /** The defaults: light, the last minute, 1200 x 760. */
    public static ViewerSettings defaults() {
        return new ViewerSettings(Theme.LIGHT, 60_000, 1200, 760);
    }

    /**
     * The same with another look.
     *
     * @param other light or dark.
     * @return the settings.
     */
    public ViewerSettings withTheme(Theme other) {
        return new ViewerSettings(other, chartSpanMs, widthPx, heightPx);
    }

    private static void require(String name, long value, long minimum, long maximum, String unit) {
        if (value < minimum || value > maximum) {
            throw new IllegalArgumentException(
                    name + " must be " + minimum + ".." + maximum + " " + unit + ", was " + value);
        }
    }
}
