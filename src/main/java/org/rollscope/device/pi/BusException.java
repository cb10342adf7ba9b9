package org.rollscope.device.pi;

import org.jspecify.annotations.Nullable;

/** A bus or a chip on it did not do what it was asked; the message names it and says what to do, for people. */
final class BusException extends Exception {
    private static final long serialVersionUID = 1L;

    BusException(String message) {
        super(message);
    }

    BusException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The innermost word of a failure of the library, which is the kernel's where it has said one. */
    static String reason(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** One line for people. */
    String words() {
        return String.valueOf(getMessage());
    }
}
