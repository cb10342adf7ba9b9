package org.rollscope.programme.progress;

/** Says which setting is out of its range. */
public final class SettingBounds {
    private SettingBounds() {}

    /** The least and the most are both taken; the numbers have the setting's own unit. */
    public static void check(String key, double ownRatio, double leastRatio, double mostRatio) {
        if (!(ownRatio >= leastRatio && ownRatio <= mostRatio)) {
            throw new IllegalArgumentException(
                    key + " must be " + text(leastRatio) + ".." + text(mostRatio) + ", was " + text(ownRatio));
        }
    }

    private static String text(double ownRatio) {
        return ownRatio == StrictMath.rint(ownRatio) ? Long.toString((long) ownRatio) : Double.toString(ownRatio);
    }
}
