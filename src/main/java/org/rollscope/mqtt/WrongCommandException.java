package org.rollscope.mqtt;

/** A command that cannot be read: the message says why. */
final class WrongCommandException extends Exception {
    private static final long serialVersionUID = 1;

    WrongCommandException(String message) {
        super(message);
    }
}
