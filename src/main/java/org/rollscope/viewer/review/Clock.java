package org.rollscope.viewer.review;

import java.util.Locale;

/** Session time as people read it. */
final class Clock {
    private Clock() {}

    /** Minutes and seconds, hours where there are any; so many digits after the second. */
    static String text(long timeUs, int digitCount) {
        long unitUs = 1_000_000;
        long roundUs = 1_000_000 / Math.round(Math.pow(10, digitCount));
        long roundedUs = Math.round(Math.abs(timeUs) / (double) roundUs) * roundUs;
        long seconds = roundedUs / unitUs;
        String fraction = digitCount == 0
                ? ""
                : String.format(Locale.ROOT, ".%0" + digitCount + "d", roundedUs % unitUs / roundUs);
        String sign = timeUs < 0 && roundedUs > 0 ? "\u2212" : "";
        return seconds >= 3600
                ? String.format(
                        Locale.ROOT,
                        "%s%d:%02d:%02d%s",
                        sign,
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60,
                        fraction)
                : String.format(Locale.ROOT, "%s%d:%02d%s", sign, seconds / 60, seconds % 60, fraction);
    }

    /** A length in milliseconds, in minutes and seconds. */
    static String length(long lengthMs) {
        return text(lengthMs * 1000, 0);
    }
}
