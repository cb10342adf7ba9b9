package org.rollscope.viewer.look;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** What the viewer says, from {@code texts.properties}. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.rollscope.viewer.texts");

    private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    private Texts() {}

    public static String of(String key, Object... arguments) {
        MessageFormat format =
                FORMATS.computeIfAbsent(key, name -> new MessageFormat(BUNDLE.getString(name), Locale.ROOT));
        // A format is not made for several threads, and to read its pattern anew costs more than all the rest of a
        // panel.
        synchronized (format) {
            return format.format(arguments);
        }
    }
}
