package org.rollscope.programme.screening;

/**
 * One question of the screening: data, so that another wording or another question needs no other code.
 *
 * @param key name in files and on the command line.
 * @param consequence what a yes leads to.
 * @param english the question; yes is always the answer that matters.
 * @param german the same.
 * @param source where it comes from.
 */
public record Question(String key, Consequence consequence, String english, String german, String source) {
    /** What a yes leads to. */
    public enum Consequence {
        /** No guidance until a later screening says no. */
        BLOCKING("refuses to guide"),
        /** The named muscles are left out. */
        LOCAL_EXCLUSION("leaves the named muscles out"),
        /** Guidance once somebody trained for it has approved. */
        SPECIAL_TRAINING("guides once somebody with special training has approved"),
        /** Ceilings are lowered. */
        EXTREME_CARE("lowers the ceiling to 0.7"),
        /** Guidance once a doctor or physiotherapist has approved. */
        PROFESSIONAL_APPROVAL("guides once a doctor or physiotherapist has approved");

        private final String effect;

        Consequence(String effect) {
            this.effect = effect;
        }

        /** Lower-case name, as in files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** What the software then does, for people. */
        public String effect() {
            return effect;
        }
    }

    /** The question in a language. */
    public String in(Language language) {
        return language == Language.GERMAN ? german : english;
    }

    /** Whether a yes must name the muscles it is about. */
    public boolean asksWhere() {
        return consequence == Consequence.LOCAL_EXCLUSION;
    }

    /** Whether a yes may name muscles; without any it is about all. */
    public boolean mayAskWhere() {
        return asksWhere() || consequence == Consequence.EXTREME_CARE;
    }
}
