package org.rollscope.viewer.look;

import java.util.Locale;

/** Languages in which the window speaks. What a service or a broker says comes in English. */
public enum Language {
    /** English, the language of the texts that others are translated from. */
    ENGLISH(Locale.ENGLISH, "English"),
    /** German. */
    GERMAN(Locale.GERMAN, "Deutsch");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /** Two letters of ISO 639, as {@code de}. */
    public String word() {
        return locale.getLanguage();
    }

    /** The language's name in itself. */
    public String ownName() {
        return ownName;
    }

    Locale locale() {
        return locale;
    }

    /** The language of this user's system where it is one of these, otherwise English. */
    public static Language ofSystem() {
        String system = Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
        for (Language language : values()) {
            if (language.word().equals(system)) {
                return language;
            }
        }
        return ENGLISH;
    }

    /**
     * The language of two letters.
     *
     * @throws IllegalArgumentException for one that the window does not speak, naming those that it does.
     */
    public static Language ofWord(String word) {
        for (Language language : values()) {
            if (language.word().equals(word)) {
                return language;
            }
        }
        throw new IllegalArgumentException("the language must be en or de, was '" + word + "'");
    }
}
