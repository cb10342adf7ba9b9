package org.rollscope.programme.screening;

/** Languages in which a person is asked. */
public enum Language {
    /** English. */
    ENGLISH,
    /** German. */
    GERMAN;

    /** The language of a two-letter code, {@code en} or {@code de}. */
    public static Language ofCode(String code) {
        return switch (code) {
            case "en" -> ENGLISH;
            case "de" -> GERMAN;
            default -> throw new IllegalArgumentException("the language must be en or de, was '" + code + "'");
        };
    }
}
