package org.rollscope.broker;

/** The embedded broker could not do its work; the message is one line for people. */
public final class BrokerException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * With its reason.
     *
     * @param message one line: what, and what to do.
     */
    public BrokerException(String message) {
        super(message);
    }

    /**
     * With what caused it.
     *
     * @param message one line: what, and what to do.
     * @param cause for the log.
     */
    public BrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
