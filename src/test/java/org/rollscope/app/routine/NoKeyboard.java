package org.rollscope.app.routine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Nobody types: the standard input of this process belongs to who runs the tests, and reading it would stop them. */
final class NoKeyboard implements BeforeEachCallback, AfterEachCallback {
    private final InputStream keyboard = System.in;

    @Override
    public void beforeEach(ExtensionContext context) {
        System.setIn(new ByteArrayInputStream(new byte[0]));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        System.setIn(keyboard);
    }
}
