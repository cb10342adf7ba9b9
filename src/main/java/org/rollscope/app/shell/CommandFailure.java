package org.rollscope.app.shell;

/** A command that cannot go on: one line for people, and the exit code. */
public final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1;

    /** The work failed. */
    public static final int WORK_FAILED = 1;
    /** Wrong usage or wrong settings. */
    public static final int WRONG_USAGE = 2;
    /** A device, broker or file could not be reached. */
    public static final int UNREACHABLE = 3;

    private final int exitCode;

    public CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public CommandFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
