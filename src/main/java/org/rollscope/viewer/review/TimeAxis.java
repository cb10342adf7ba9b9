package org.rollscope.viewer.review;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.rollscope.viewer.library.TimeWindow;

/** An axis of session time in minutes and seconds, with steps as on a clock. */
final class TimeAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private static final double[] STEPS_S = {
        0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200
    };

    TimeAxis(String label) {
        super(label);
        TickUnits steps = new TickUnits();
        for (double stepS : STEPS_S) {
            steps.add(new NumberTickUnit(stepS, new ClockFormat(stepS)));
        }
        setStandardTickUnits(steps);
        setAutoRange(false);
    }

    void show(TimeWindow window) {
        setRange(window.fromUs() / 1e6, window.toUs() / 1e6);
    }

    /** Seconds as on a clock. */
    private static final class ClockFormat extends NumberFormat {
        private static final long serialVersionUID = 1L;

        private final int digitCount;

        ClockFormat(double stepS) {
            digitCount = stepS >= 1 ? 0 : stepS >= 0.1 ? 1 : 2;
        }

        @Override
        public StringBuffer format(double seconds, StringBuffer into, FieldPosition position) {
            return into.append(Clock.text(Math.round(seconds * 1e6), digitCount));
        }

        @Override
        public StringBuffer format(long seconds, StringBuffer into, FieldPosition position) {
            return format((double) seconds, into, position);
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new UnsupportedOperationException("times are only shown");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ClockFormat format && format.digitCount == digitCount && super.equals(other);
        }

        @Override
        public int hashCode() {
            return 31 * super.hashCode() + digitCount;
        }
    }
}
