package org.rollscope.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the 32 pads of a ball sit: as the panels of a football, cut so that all have the same area.
 *
 * <p>Twelve panels lie about the corners of an icosahedron and twenty about its faces. A point of the surface belongs to the
 * panel whose direction it looks along most, the twelve being given {@link #CORNER_ADVANTAGE_RATIO}: without it they would be 4 %
 * smaller than the mean. Panels come in opposite pairs, as the columns of a roller do. They are numbered from +z to -z, and about z from
 * +x towards +y where they are equally high.
 *
 * <p><b>Units.</b> Directions in the ball's own axes, of length 1. <b>Threads.</b> Immutable; arrays must not be written.
 * <b>Source.</b> The choice of 32: decision record 0046. The advantage was computed; a test holds the areas.
 */
public final class BallPads {
    private static final int PAD_COUNT = 32;
    /** Advantage of the panels about the corners, as a share of the radius, that makes all areas the same. */
    public static final double CORNER_ADVANTAGE_RATIO = 0.00408;
    /** Length of the mean direction of all points of a panel, the same for both kinds within a ten thousandth. */
    public static final double MEAN_DIRECTION_RATIO = 0.9683;

    private static final double GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

    private record Panel(double x, double y, double z, boolean corner) {
        double aboutZRad() {
            double angleRad = StrictMath.atan2(y, x);
            return angleRad < -1e-9 ? angleRad + 2 * Math.PI : angleRad;
        }
    }

    private static final double[][] DIRECTION_RATIO = new double[PAD_COUNT][];
    private static final double[] ADVANTAGE_RATIO = new double[PAD_COUNT];

    static {
        List<Panel> panels = panels();
        for (int padIndex = 0; padIndex < PAD_COUNT; padIndex++) {
            Panel panel = panels.get(padIndex);
            DIRECTION_RATIO[padIndex] = new double[] {panel.x, panel.y, panel.z};
            ADVANTAGE_RATIO[padIndex] = panel.corner ? CORNER_ADVANTAGE_RATIO : 0;
        }
    }

    private BallPads() {}

    private static List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        for (int signIndex = 0; signIndex < 4; signIndex++) {
            double first = (signIndex & 1) == 0 ? 1 : -1;
            double second = (signIndex & 2) == 0 ? 1 : -1;
            addTurned(panels, first, second * GOLDEN_RATIO, true);
            addTurned(panels, first * GOLDEN_RATIO, second / GOLDEN_RATIO, false);
            panels.add(panel(1, first, second, false));
            panels.add(panel(-1, first, second, false));
        }
        // Rounded, so that what is equally high by geometry is so in the last bit too.
        panels.sort(Comparator.comparingLong((Panel panel) -> -Math.round(panel.z * 1e6))
                .thenComparingDouble(Panel::aboutZRad));
        return panels;
    }

    /** The point (0, a, b) and what comes of it when the axes change places. */
    private static void addTurned(List<Panel> panels, double a, double b, boolean corner) {
        panels.add(panel(0, a, b, corner));
        panels.add(panel(b, 0, a, corner));
        panels.add(panel(a, b, 0, corner));
    }

    private static Panel panel(double x, double y, double z, boolean corner) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new Panel(x / length, y / length, z / length, corner);
    }

    /** Number of pads. */
    public static int padCount() {
        return PAD_COUNT;
    }

    /** Direction of a pad's middle. */
    public static double[] directionRatio(int padIndex) {
        return DIRECTION_RATIO[padIndex];
    }

    /** What a pad's direction is given before it is compared with others, see {@link #padAt}. */
    public static double advantageRatio(int padIndex) {
        return ADVANTAGE_RATIO[padIndex];
    }

    /** The pad under a point of the surface, given by its direction. */
    public static int padAt(double x, double y, double z) {
        int bestIndex = 0;
        double bestRatio = -2;
        for (int padIndex = 0; padIndex < PAD_COUNT; padIndex++) {
            double[] direction = DIRECTION_RATIO[padIndex];
            double ratio = x * direction[0] + y * direction[1] + z * direction[2] + ADVANTAGE_RATIO[padIndex];
            if (ratio > bestRatio) {
                bestRatio = ratio;
                bestIndex = padIndex;
            }
        }
        return bestIndex;
    }
}
