package org.rollscope.session;

/** The archive cannot be read or written: disk full, no permission, a file that is none. */
public final class ArchiveException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Says what happened.
     *
     * @param message one line: what, where, what to do.
     * @param cause what the library said.
     */
    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Says what happened.
     *
     * @param message one line: what, where, what to do.
     */
    public ArchiveException(String message) {
        super(message);
    }
}
