package org.rollscope.viewer.chart;

import java.util.Locale;
import org.jfree.chart.axis.NumberTickUnit;
import org.rollscope.viewer.look.PressureScale;
import org.rollscope.viewer.look.PressureUnit;

/** Distance of the labels on an axis of kilopascals, at round numbers of the unit that is shown. */
public final class PressureTick extends NumberTickUnit {
    private static final long serialVersionUID = 1L;

    private final PressureUnit unit;

    private PressureTick(PressureUnit unit, double distanceKpa) {
        super(distanceKpa);
        this.unit = unit;
    }

    /** For an axis that ends at a pressure. */
    public static PressureTick upTo(double upperKpa) {
        PressureUnit unit = PressureUnit.shown();
        return new PressureTick(unit, unit.toKpa(PressureScale.tick(unit.of(upperKpa))));
    }

    /** The pressure at which an axis ends that shows a value, round in the unit that is shown. */
    public static double roundUpKpa(double pressureKpa) {
        PressureUnit unit = PressureUnit.shown();
        return unit.toKpa(PressureScale.roundUp(unit.of(pressureKpa)));
    }

    @Override
    public String valueToString(double pressureKpa) {
        return String.format(Locale.ROOT, "%.0f", unit.of(pressureKpa));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PressureTick tick && tick.unit == unit && super.equals(other);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + unit.hashCode();
    }
}
