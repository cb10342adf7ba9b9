package org.rollscope.config;

import org.jspecify.annotations.Nullable;

/** A JSON document that is not what it should be: what is wrong, for people, and where. */
public final class MalformedDocumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int lineIndex;

    MalformedDocumentException(String message, int lineIndex, @Nullable Throwable cause) {
        super(message, cause);
        this.lineIndex = lineIndex;
    }

    /** Line from 1; 0 when the whole document is meant. */
    public int lineIndex() {
        return lineIndex;
    }
}
