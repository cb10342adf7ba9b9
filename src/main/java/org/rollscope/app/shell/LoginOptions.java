package org.rollscope.app.shell;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who to be at a broker, for every command that speaks to one. A password is never typed: it lies in a file. */
public final class LoginOptions {
    @Option(names = "--user", paramLabel = "NAME", description = "login at the broker (default: the settings)")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "its first line is the password (default: the settings)")
    private @Nullable Path passwordFile;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "certificates (PEM) to trust for mqtts (default: the settings)")
    private @Nullable Path caFile;

    /** Whether anything of it was typed. */
    public boolean isTyped() {
        return user != null || passwordFile != null || caFile != null;
    }

    /** The settings with what was typed over them. */
    public ConnectionSettings over(ConnectionSettings configured) throws CommandFailure {
        try {
            return configured.withLogin(
                    user == null ? configured.userName() : user,
                    passwordFile == null ? configured.passwordFile() : passwordFile.toString(),
                    caFile == null ? configured.caFile() : caFile.toString());
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE, "--user and --password-file go together: give both or none", wrong);
        }
    }
}
