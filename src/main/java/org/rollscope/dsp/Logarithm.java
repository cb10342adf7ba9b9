package org.rollscope.dsp;

/**
 * The natural logarithm, to the last bit that of {@link StrictMath#log}, without the call out of Java that this costs in Java 17.
 *
 * <p>Recordings must give the same events on every machine and every Java, so a faster but different logarithm is no choice.
 *
 * <p><b>Source.</b> {@code e_log.c} of fdlibm 5.3, the text that StrictMath is defined by. Copyright (C) 1993 by Sun
 * Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to use, copy,
 * modify, and distribute this software is freely granted, provided that this notice is preserved.
 */
public final class Logarithm {
    private static final double LN2_HIGH = 0.6931471803691238;
    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final double L1 = 0.6666666666666735;
    private static final double L2 = 0.3999999999940942;
    private static final double L3 = 0.2857142874366239;
    private static final double L4 = 0.22222198432149784;
    private static final double L5 = 0.1818357216161805;
    private static final double L6 = 0.15313837699209373;
    private static final double L7 = 0.14798198605116586;

    private Logarithm() {}

    /** Logarithm of x. */
    public static double of(double x) {
        // Zero, what is below it or too small for all bits, what is no number: rare, and left to Java.
        if (!(x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY)) {
            return StrictMath.log(x);
        }
        long bits = Double.doubleToRawLongBits(x);
        int high = (int) (bits >>> 32);
        int exponent = (high >> 20) - 1023;
        high &= 0x000fffff;
        int up = (high + 0x95f64) & 0x100000;
        // x or half of it, from about 0.71 to 1.41
        double near = Double.longBitsToDouble(((long) (high | (up ^ 0x3ff00000)) << 32) | (bits & 0xffffffffL));
        exponent += up >> 20;
        double f = near - 1;
        double k = exponent;
        if ((0x000fffff & (2 + high)) < 3) {
            return nearOne(f, k);
        }
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double odd = w * (L2 + w * (L4 + w * L6));
        double even = z * (L1 + w * (L3 + w * (L5 + w * L7)));
        double r = even + odd;
        // Which of the two formulas holds is as good as random: both are reckoned, and one is chosen without a branch.
        double half = 0.5 * f * f;
        double far = k * LN2_HIGH - ((half - (s * (half + r) + k * LN2_LOW)) - f);
        double close = k * LN2_HIGH - ((s * (f - r) - k * LN2_LOW) - f);
        long chooseFar = -(((high - 0x6147a) | (0x6b851 - high)) > 0 ? 1L : 0L);
        return Double.longBitsToDouble(
                (Double.doubleToRawLongBits(far) & chooseFar) | (Double.doubleToRawLongBits(close) & ~chooseFar));
    }

    /** Within 2^-20 of a power of two. */
    private static double nearOne(double f, double k) {
        if (f == 0) {
            return k == 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
        }
        double r = f * f * (0.5 - 0.3333333333333333 * f);
        return k == 0 ? f - r : k * LN2_HIGH - ((r - k * LN2_LOW) - f);
    }
}
