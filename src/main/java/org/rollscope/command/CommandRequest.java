package org.rollscope.command;

/**
 * A command as somebody sent it.
 *
 * @param commandId the sender's name for it, {@code [A-Za-z0-9._-]{1,64}}; the same one again is the same command.
 * @param sender who sent it, as claimed: 1 to 64 of letters, digits and {@code ._@-}.
 * @param command what to do.
 */
public record CommandRequest(String commandId, String sender, RollerCommand command) {
    /** Refuses names out of form, which could forge lines of a log. */
    public CommandRequest {
        if (!commandId.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("command_id must be 1 to 64 of letters, digits, '.', '_' and '-'");
        }
        if (!sender.matches("[A-Za-z0-9._@-]{1,64}")) {
            throw new IllegalArgumentException("sender must be 1 to 64 of letters, digits, '.', '_', '@' and '-'");
        }
    }
}
