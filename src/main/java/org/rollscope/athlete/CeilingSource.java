package org.rollscope.athlete;

/** Where a ceiling came from; always shown beside it, because people differ by 40 %. */
public enum CeilingSource {
    /** Somebody set it: in the settings, in a session file or by a command. */
    SETTINGS,
    /** The athlete's own ramp test. */
    RAMP_TEST,
    /** The athlete's own algometer value, scaled by contact area. */
    ALGOMETER,
    /** An estimate from muscle and sex: nobody has measured this person. */
    PRIOR;

    /** Lower-case name, as in messages and files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The source with a lower-case name. */
    public static CeilingSource ofWord(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
