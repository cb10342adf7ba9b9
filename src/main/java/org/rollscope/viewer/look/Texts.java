package org.rollscope.viewer.look;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the viewer says, from {@code texts.properties} and its translations.
 *
 * <p>One language holds for the whole window, as its look does. Numbers are written the same in all languages, with a point.
 * <b>Threads.</b> Any; the language is set before a window is made.
 */
public final class Texts {
    private static final String BUNDLE_NAME = "org.rollscope.viewer.texts";

    private static volatile Speech speech = new Speech(Language.ENGLISH);

    private Texts() {}

    /** Takes another language; texts that components hold already stay. */
    public static void speak(Language language) {
        if (language != speech.language) {
            speech = new Speech(language);
        }
    }

    /** The language of the window. */
    public static Language language() {
        return speech.language;
    }

    /** A text with its gaps filled. */
    public static String of(String key, Object... arguments) {
        return speech.of(key, arguments);
    }

    private static final class Speech {
        private final Language language;
        private final ResourceBundle bundle;
        private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

        Speech(Language language) {
            this.language = language;
            // Without a fallback to the system's language: who asks for English gets English.
            bundle = ResourceBundle.getBundle(
                    BUNDLE_NAME,
                    language.locale(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        }

        String of(String key, Object... arguments) {
            MessageFormat format =
                    formats.computeIfAbsent(key, name -> new MessageFormat(bundle.getString(name), Locale.ROOT));
            // A format is not made for several threads, and to read its pattern anew costs more than all the rest of a
            // panel.
            synchronized (format) {
                return format.format(arguments);
            }
        }
    }
}
