package org.rollscope.viewer.look;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the viewer says, from {@code texts.properties}. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.rollscope.viewer.texts");

    private Texts() {}

    public static String of(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }
}
