package org.rollscope.export;

/** An export cannot be written: no room, no permission, a name that is taken. Nothing stands under the final name. */
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Says what happened.
     *
     * @param message one line: what, where, what to do.
     */
    public ExportException(String message) {
        super(message);
    }

    /**
     * The same with what the system said.
     *
     * @param message one line.
     * @param cause why.
     */
    public ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
