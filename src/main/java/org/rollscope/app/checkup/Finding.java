package org.rollscope.app.checkup;

/**
 * What one check of the doctor found.
 *
 * @param level how bad it is.
 * @param check which check.
 * @param words one line: what is, and what to do.
 */
public record Finding(Level level, String check, String words) {
    /** How bad a finding is. */
    public enum Level {
        /** All is well. */
        OK("ok"),
        /** It works, but somebody should look. */
        WARN("warn"),
        /** It does not work. */
        FAIL("FAIL");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Finding ok(String check, String words) {
        return new Finding(Level.OK, check, words);
    }

    static Finding warn(String check, String words) {
        return new Finding(Level.WARN, check, words);
    }

    static Finding fail(String check, String words) {
        return new Finding(Level.FAIL, check, words);
    }
}
