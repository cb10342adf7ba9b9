package org.rollscope.programme.team;

import org.rollscope.programme.screening.Language;

/** What an athlete agrees to who shares with a coach; a new wording gets a new version, and then everybody is asked again. */
public final class SharingText {
    /** Version of the wording. */
    public static final int VERSION = 1;

    private SharingText() {}

    /** The wording of a level in a language. */
    public static String in(Language language, SharingLevel level) {
        boolean german = language == Language.GERMAN;
        StringBuilder text = new StringBuilder(
                german
                        ? "An einen Ordner, den andere lesen, oder ins Netz des Rollers geht unter deinem Pseudonym: dein Plan mit allen Fassungen, und warum"
                                + " sie ge\u00e4ndert wurden (auch Schmerz, Krankheit oder ein ausgelassener Muskel, wo das den Plan ge\u00e4ndert hat)."
                        : "To a folder that others read, or over the network of the roller, goes under your pseudonym: your plan with all its versions, and why they"
                                + " were changed (also pain, illness or a muscle that is left out, where that changed the plan).");
        if (level.has(SharingLevel.CLEARANCE)) {
            text.append(
                    german
                            ? " Dazu: ob du angeleitet werden darfst, und bis wann."
                            : " Also whether you may be guided, and until when.");
        }
        if (level.has(SharingLevel.REASONS)) {
            text.append(
                    german
                            ? " Dazu: warum nicht, welche Muskeln ausgelassen werden und wo Vorsicht gilt; daraus sieht man, welche Gesundheitsfrage es war."
                            : " Also why not, which muscles are left out and where care is taken; from that it can be seen which health question it was.");
        }
        return text.append(
                        german
                                ? " Nicht: deine Antworten, Notizen, Einheiten, Druckbereiche. Du kannst es jederzeit zur\u00fccknehmen (rollscope athlete sharing"
                                        + " ID --withdraw, rollscope team take-back ID --from ORDNER); was jemand kopiert hat, bleibt dort."
                                : " Not: your answers, notes, sessions, bands. You may take it back at any time (rollscope athlete sharing ID --withdraw, rollscope"
                                        + " team take-back ID --from FOLDER); what somebody has copied stays there.")
                .toString();
    }
}
