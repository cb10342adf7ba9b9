package org.rollscope.access;

/** Users, passwords or certificates could not be made or read; the message is one line for people and holds no secret. */
public final class AccessException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * With its reason.
     *
     * @param message one line: what, and what to do.
     */
    public AccessException(String message) {
        super(message);
    }

    /**
     * With what caused it.
     *
     * @param message one line: what, and what to do.
     * @param cause for the log.
     */
    public AccessException(String message, Throwable cause) {
        super(message, cause);
    }
}
