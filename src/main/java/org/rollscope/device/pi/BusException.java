package org.rollscope.device.pi;

/** A bus or a chip on it did not do what it was asked; the message names it and says what to do, for people. */
final class BusException extends Exception {
    private static final long serialVersionUID = 1L;

    BusException(String message) {
        super(message);
    }

    BusException(String message, Throwable cause) {
        super(message, cause);
    }

    /** One line for people. */
    String words() {
        return String.valueOf(getMessage());
    }
}
