package org.rollscope.programme.screening;

/** What this is not, shown wherever guidance starts. <b>Source.</b> domain study 1.2, P10. */
public final class StandingNotice {
    private static final String ENGLISH =
            "Rollscope measures and guides self-massage. It is no medical device, finds no illness and does not replace a"
                    + " doctor, physiotherapist or therapist. Stop when it hurts unbearably, and ask a professional.";
    private static final String GERMAN =
            "Rollscope misst und leitet Selbstmassage an. Es ist kein Medizinprodukt, stellt keine Krankheit fest und ersetzt"
                    + " weder Arzt noch Physiotherapie. Bei unertr\u00e4glichem Schmerz aufh\u00f6ren und fachlichen Rat holen.";

    private StandingNotice() {}

    /** The notice in a language. */
    public static String in(Language language) {
        return language == Language.GERMAN ? GERMAN : ENGLISH;
    }
}
