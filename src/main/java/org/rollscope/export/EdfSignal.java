package org.rollscope.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One signal of an EDF+ or BDF+ file: which column it is and how its values become whole numbers.
 *
 * <p>The lowest whole number stands for a missing value; the others share the range that the session needs. Whole numbers stay as they are where they fit.
 * <b>Threads.</b> One.
 */
final class EdfSignal {
    private static final double WIDEST_WHOLE = 0.9;

    private final String label;
    private final String unit;
    private final String description;
    private final boolean raw;
    private final int index;
    private final boolean whole;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private double scale = 1;
    private double offset;

    private EdfSignal(String label, Column column, boolean raw, int index) {
        this.label = label;
        this.unit = column.unit().equals("1") ? "" : column.unit();
        this.description = column.description();
        this.raw = raw;
        this.index = index;
        this.whole = column.kind() == Column.Kind.INTEGER || column.kind() == Column.Kind.WORD;
    }

    /** The signals of a session. */
    static List<EdfSignal> of(SampleTables tables) {
        List<EdfSignal> signals = new ArrayList<>();
        List<Column> samples = tables.samples().columns();
        for (int index = 2; index < samples.size(); index++) {
            signals.add(new EdfSignal(label(samples.get(index)), samples.get(index), false, index));
        }
        List<Column> counts = tables.raw().columns();
        for (int index = 0; index < counts.size(); index++) {
            if (counts.get(index).key().endsWith("_counts")) {
                signals.add(new EdfSignal("raw_" + label(counts.get(index)), counts.get(index), true, index));
            }
        }
        return signals;
    }

    /** The key without its unit: a label has 16 letters, and the unit has a place of its own. */
    private static String label(Column column) {
        return column.key().replaceFirst("_(m_per_s2|rad_per_s|mm_per_s|kpa_per_s|kpa|mm2|mm|n|rad|ratio|counts)$", "");
    }

    String label() {
        return label;
    }

    String unit() {
        return unit;
    }

    String description() {
        return description;
    }

    /** The value of a frame; NaN for none. */
    double value(SampleRow row) {
        return raw ? row.raw(index) : row.sample(index);
    }

    /** Widens the range, so that a value fits. */
    void measure(double value) {
        if (!Double.isNaN(value)) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
    }

    /** Whether any value was measured. */
    boolean hasValues() {
        return lowest <= highest;
    }

    /**
     * Chooses how values become whole numbers, once all are measured; there must be {@linkplain #hasValues some}.
     *
     * @param largest the highest whole number of the file, as 32767; the lowest is one further from zero.
     */
    void fit(int largest) {
        if (whole) {
            double middle = Math.rint((lowest + highest) / 2);
            offset = highest < largest && lowest > -largest ? 0 : middle;
            scale = highest - offset < largest && lowest - offset > -largest
                    ? 1
                    : (highest - lowest) / (2 * WIDEST_WHOLE * largest);
            return;
        }
        double span = Math.max(highest - lowest, 1e-3);
        // What the header says has eight digits: the range is taken from what is written there.
        double low = Double.parseDouble(number(lowest - span * 1e-3));
        double high = Double.parseDouble(number(highest + span * 1e-3));
        scale = (high - low) / (2.0 * largest + 1);
        offset = low + scale * (largest + 1.0);
    }

    /** The whole number for a value. */
    int digital(double value, int largest) {
        if (Double.isNaN(value)) {
            return -largest - 1;
        }
        long number = Math.round((value - offset) / scale);
        return (int) Math.max(-largest, Math.min(largest, number));
    }

    /** What the lowest whole number stands for, as the header says it. */
    String physicalMinimum(int largest) {
        return number(offset + scale * (-largest - 1.0));
    }

    /** What the highest whole number stands for. */
    String physicalMaximum(int largest) {
        return number(offset + scale * largest);
    }

    /** A number in at most eight signs. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 9_999_999) {
            return Long.toString((long) value);
        }
        for (int decimals = 6; decimals >= 0; decimals--) {
            String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
            if (text.length() <= 8) {
                return text;
            }
        }
        return Long.toString(Math.round(value));
    }
}
