package org.rollscope.architecture;

import java.util.regex.Pattern;

/** What the name of a number ends in: the table of units, in Java and in files. */
final class UnitSuffix {
    /** Camel case, as {@code padPressureKpa}. */
    static final Pattern JAVA = Pattern.compile(
            ".*(Kpa|KpaPerS|KpaS|KpaPerMm|PerMm|N|NS|Mm|Mm2|MmPerS|Ms|S|Days|Us|Ns|Hz|Rad|RadPerS|RadPerS2|MPerS|MPerS2|NPerS2|Mv|DegC|Ohm|Kg|Nrs"
                    + "|Ratio|Count|Counts|Index|Bytes|Bits|Flags|Id|Version)$");
    /** Snake case, as {@code pad_pressure_kpa}. */
    static final Pattern FILE = Pattern.compile(
            ".*_(kpa|kpa_per_s|kpa_s|n|n_s|mm|mm2|mm_per_s|ms|days|us|ns|hz|rad|rad_per_s|m_per_s2|mv|deg_c|ohm|nrs"
                    + "|ratio|count|counts|index|bytes|bits|flags|id|version)$");
    /** Numbers that have no dimension and are known by these names everywhere. */
    static final Pattern DIMENSIONLESS = Pattern.compile("(?i)(.*_)?seed|.*sequence|.*seq|counts|.*sign|baud|port");

    private UnitSuffix() {}

    static boolean isFine(String javaName) {
        return JAVA.matcher(upperFirst(javaName)).matches()
                || JAVA.matcher(camel(javaName)).matches()
                || DIMENSIONLESS.matcher(javaName).matches();
    }

    /** {@code n} to {@code N}: a name that is a unit and nothing else. */
    private static String upperFirst(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** {@code MAX_FRAME_BYTES} to {@code MaxFrameBytes}. */
    private static String camel(String name) {
        if (!name.equals(name.toUpperCase(java.util.Locale.ROOT))) {
            return upperFirst(name);
        }
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            camel.append(upperFirst(word.toLowerCase(java.util.Locale.ROOT)));
        }
        return camel.toString();
    }
}
