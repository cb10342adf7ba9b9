package org.rollscope.viewer.connect;

/** A broker cannot be used, in words. */
public final class ConnectionException extends Exception {
    private static final long serialVersionUID = 1L;

    public ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
