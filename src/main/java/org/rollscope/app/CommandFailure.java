package org.rollscope.app;

/** A command that cannot go on: one line for people, and the exit code. */
final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1;

    /** The work failed. */
    static final int WORK_FAILED = 1;
    /** Wrong usage or wrong settings. */
    static final int WRONG_USAGE = 2;
    /** A device, broker or file could not be reached. */
    static final int UNREACHABLE = 3;

    private final int exitCode;

    CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    CommandFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
