package org.rollscope.telemetry;

/** Kept messages cannot be read or written: disk full, no permission, in use by another process. */
public final class KeptMessagesException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Says what happened.
     *
     * @param message one line: what, where.
     * @param cause what the library said.
     */
    public KeptMessagesException(String message, Throwable cause) {
        super(message, cause);
    }
}
