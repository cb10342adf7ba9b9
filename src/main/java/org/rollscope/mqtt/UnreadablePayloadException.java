package org.rollscope.mqtt;

/** A payload lacks a key or has a wrong value in it; never leaves this package. */
final class UnreadablePayloadException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadablePayloadException(String reason) {
        super(reason);
    }
}
