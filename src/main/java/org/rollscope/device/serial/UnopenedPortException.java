package org.rollscope.device.serial;

/** A port could not be opened; the message says which and why, for people. */
final class UnopenedPortException extends Exception {
    private static final long serialVersionUID = 1L;

    UnopenedPortException(String message) {
        super(message);
    }
}
