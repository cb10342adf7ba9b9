package org.rollscope.programme.screening;

/** What a person agrees to; a new wording gets a new version, and then everybody is asked again. */
public final class ConsentText {
    /** Version of the wording. */
    public static final int VERSION = 2;

    private static final String ENGLISH =
            "Recorded under your pseudonym, on this machine: pressures, movement and times of your sessions, the pain you say,"
                    + " soreness and range of motion that you write down, your personal bands, your answers to the health questions, and your plan. It serves to guide your"
                    + " rolling and to show how it goes. It leaves this machine only when somebody exports, reports or sends"
                    + " it. You may see all of it at any time, withdraw (rollscope athlete consent ID --withdraw) and have"
                    + " everything deleted (rollscope athlete delete ID).";
    private static final String GERMAN =
            "Unter deinem Pseudonym auf diesem Rechner gespeichert werden: Dr\u00fccke, Bewegung und Zeiten deiner Einheiten,"
                    + " genannte Schmerzen, Muskelkater und Beweglichkeit, die du eintr\u00e4gst, deine Druckbereiche, deine Antworten auf die Gesundheitsfragen und dein Plan. Es"
                    + " dient dazu, dein Rollen anzuleiten und zu zeigen, wie es l\u00e4uft. Es verl\u00e4sst diesen Rechner nur,"
                    + " wenn es jemand exportiert, berichtet oder sendet. Du kannst jederzeit alles einsehen, widerrufen"
                    + " (rollscope athlete consent ID --withdraw) und alles l\u00f6schen lassen (rollscope athlete delete ID).";

    private ConsentText() {}

    /** The wording in a language. */
    public static String in(Language language) {
        return language == Language.GERMAN ? GERMAN : ENGLISH;
    }
}
