package org.rollscope.viewer.library;

/** A library cannot do what was asked; the message is one line for people: what, where, what to do. */
public final class LibraryException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * With its reason.
     *
     * @param message what, and what to do.
     */
    public LibraryException(String message) {
        super(message);
    }

    /**
     * With its cause.
     *
     * @param message what, and what to do.
     * @param cause for the log.
     */
    public LibraryException(String message, Throwable cause) {
        super(message, cause);
    }
}
