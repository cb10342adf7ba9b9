package org.rollscope.viewer;

/** The viewer cannot be shown; the message is one line for people. */
public final class ViewerException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * With its reason.
     *
     * @param message what, and what to do.
     */
    public ViewerException(String message) {
        super(message);
    }

    /**
     * With its cause.
     *
     * @param message what, and what to do.
     * @param cause for the log.
     */
    public ViewerException(String message, Throwable cause) {
        super(message, cause);
    }
}
