package org.rollscope.viewer;

import org.rollscope.viewer.look.Language;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Theme;
import org.rollscope.viewer.model.Workspace;
import org.rollscope.viewer.review.ReviewLayout;

/**
 * What a person chooses about the viewer's window; {@link ViewerMemory} keeps it.
 *
 * <p><b>Errors.</b> A value out of range is an {@link IllegalArgumentException}.
 *
 * @param theme light or dark.
 * @param unit in which pressures are read.
 * @param language in which it speaks.
 * @param chartSpanMs time that the chart shows, 5000 to 600000. Default 60000.
 * @param place where it lies and how large it is.
 * @param workspace what it opens on.
 * @param quiet whether it makes no sound. Default true.
 * @param reviewLayout where the dividers of the review stand.
 */
public record ViewerSettings(
        Theme theme,
        PressureUnit unit,
        Language language,
        long chartSpanMs,
        WindowPlace place,
        Workspace workspace,
        boolean quiet,
        ReviewLayout reviewLayout) {
    /** Checks the ranges. */
    public ViewerSettings {
        require("chartSpanMs", chartSpanMs, 5000, 600_000, "ms");
    }

    /** The defaults: light, kilopascal, English, the last minute, 1200 x 760, one roller, no sound. */
    public static ViewerSettings defaults() {
        return new ViewerSettings(
                Theme.LIGHT,
                PressureUnit.KPA,
                Language.ENGLISH,
                60_000,
                WindowPlace.usual(),
                Workspace.ATHLETE,
                true,
                ReviewLayout.usual());
    }

    /** The same with another look. */
    public ViewerSettings withTheme(Theme other) {
        return new ViewerSettings(other, unit, language, chartSpanMs, place, workspace, quiet, reviewLayout);
    }

    /** The same with another unit of pressure. */
    public ViewerSettings withUnit(PressureUnit other) {
        return new ViewerSettings(theme, other, language, chartSpanMs, place, workspace, quiet, reviewLayout);
    }

    /** The same in another language. */
    public ViewerSettings withLanguage(Language other) {
        return new ViewerSettings(theme, unit, other, chartSpanMs, place, workspace, quiet, reviewLayout);
    }

    /** The same with another span, 5000 to 600000 ms. */
    public ViewerSettings withChartSpanMs(long otherMs) {
        return new ViewerSettings(theme, unit, language, otherMs, place, workspace, quiet, reviewLayout);
    }

    /** The same at another place. */
    public ViewerSettings withPlace(WindowPlace other) {
        return new ViewerSettings(theme, unit, language, chartSpanMs, other, workspace, quiet, reviewLayout);
    }

    /** The same opened on another workspace. */
    public ViewerSettings withWorkspace(Workspace other) {
        return new ViewerSettings(theme, unit, language, chartSpanMs, place, other, quiet, reviewLayout);
    }

    /** The same with or without sound. */
    public ViewerSettings withQuiet(boolean nowQuiet) {
        return new ViewerSettings(theme, unit, language, chartSpanMs, place, workspace, nowQuiet, reviewLayout);
    }

    /** The same with the review's dividers at other places. */
    public ViewerSettings withReviewLayout(ReviewLayout other) {
        return new ViewerSettings(theme, unit, language, chartSpanMs, place, workspace, quiet, other);
    }

    static void require(String name, long value, long minimum, long maximum, String unit) {
        if (value < minimum || value > maximum) {
            throw new IllegalArgumentException(
                    name + " must be " + minimum + ".." + maximum + " " + unit + ", was " + value);
        }
    }
}
