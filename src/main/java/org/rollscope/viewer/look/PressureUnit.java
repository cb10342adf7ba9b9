package org.rollscope.viewer.look;

import java.util.Locale;

/**
 * The unit in which a person reads pressures. Inside, all are kilopascals; here is where that ends.
 *
 * <p>One unit holds for the whole window, as its look does; who draws asks {@link #shown} each time. <b>Source.</b> A
 * millimetre of mercury is 133.322387415 Pa, NIST SP 811, appendix B.8. <b>Threads.</b> Any; set on the event dispatch thread.
 */
public enum PressureUnit {
    /** Kilopascal. */
    KPA("kPa", 1),
    /** Conventional millimetre of mercury. */
    MMHG("mmHg", 1 / 0.133322387415);

    /** For a value that nobody knows. */
    private static final String DASH = "\u2013";

    private static volatile PressureUnit shown = KPA;

    private final String word;
    private final double perKpa;

    PressureUnit(String word, double perKpa) {
        this.word = word;
        this.perKpa = perKpa;
    }

    /** The unit of the window. */
    public static PressureUnit shown() {
        return shown;
    }

    /** Takes another unit; the window is to be drawn anew. */
    public static void show(PressureUnit unit) {
        shown = unit;
    }

    /** Symbol, as {@code kPa}. */
    public String word() {
        return word;
    }

    /** A pressure in this unit. */
    public double of(double pressureKpa) {
        return pressureKpa * perKpa;
    }

    /** The pressure in kilopascal that is so much in this unit. */
    public double toKpa(double value) {
        return value / perKpa;
    }

    /** A pressure without its unit, in whole numbers; a dash when it is not known. */
    public String number(double pressureKpa) {
        return Double.isFinite(pressureKpa) ? String.format(Locale.ROOT, "%d", Math.round(of(pressureKpa))) : DASH;
    }

    /** A pressure with its unit, in whole numbers; a dash when it is not known. */
    public String text(double pressureKpa) {
        return Double.isFinite(pressureKpa) ? number(pressureKpa) + " " + word : DASH;
    }
}
