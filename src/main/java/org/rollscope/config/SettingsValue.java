package org.rollscope.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One value of a settings file: how it is read, and in words what is taken. */
final class SettingsValue {
    private SettingsValue() {}

    /**
     * Reads a value.
     *
     * @param type of the record's component: int, double, boolean, an enum or a text.
     * @param text as it stands in the file.
     * @return the value; null when the text is not of that type.
     */
    static @Nullable Object parse(Class<?> type, String text) {
        if (type == boolean.class) {
            return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (word(constant).equals(text)) {
                    return constant;
                }
            }
            return null;
        }
        return type == String.class ? text : number(type, text);
    }

    private static @Nullable Object number(Class<?> type, String text) {
        try {
            if (type == int.class) {
                return Integer.valueOf(text);
            }
            double number = Double.parseDouble(text);
            return type == double.class && Double.isFinite(number) ? number : null;
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    /** What is taken, as "a whole number". */
    static String kind(Class<?> type) {
        if (type.isEnum()) {
            List<String> words = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                words.add(word(constant));
            }
            return "one of " + String.join(", ", words);
        }
        if (type == boolean.class) {
            return "true or false";
        }
        return type == int.class ? "a whole number" : type == double.class ? "a number" : "a text";
    }

    private static String word(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT);
    }
}
