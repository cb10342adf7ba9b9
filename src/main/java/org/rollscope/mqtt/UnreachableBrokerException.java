package org.rollscope.mqtt;

/** No connection to the broker; the message is one line for people. */
public final class UnreachableBrokerException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreachableBrokerException(String words, Throwable cause) {
        super(words, cause);
    }

    /** The reason, one line for people. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
