package org.rollscope.app.shell;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.HostClock;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.store.SqliteSessionArchive;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every command takes, and the command that takes them. */
public final class CommonOptions {
    /** Where the sessions of an installation lie that all its users share; set by its launcher. */
    static final String INSTALLED_DATA = "rollscope.data";

    /** Where its settings lie. */
    static final String INSTALLED_CONFIG = "rollscope.config";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(names = "--data", paramLabel = "DIR", description = "where sessions live (or ROLLSCOPE_DATA)")
    private @Nullable Path dataFolder;

    @Option(names = "--config", paramLabel = "DIR", description = "the settings folder")
    private @Nullable Path configFolder;

    @Option(names = "--json", description = "print one JSON document and nothing else")
    private boolean json;

    // Asked for by name where errors are explained, when no command object is at hand.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--verbose", description = "show where an error came from")
    private boolean verbose;

    // picocli acts on it.
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    private boolean help;

    /** The command that takes them. */
    public CommandLine commandLine() {
        return command.commandLine();
    }

    public Path dataFolder() {
        if (dataFolder != null) {
            return dataFolder;
        }
        String fromEnvironment = System.getenv("ROLLSCOPE_DATA");
        if (fromEnvironment != null && !fromEnvironment.isBlank()) {
            return Path.of(fromEnvironment);
        }
        String installed = System.getProperty(INSTALLED_DATA);
        return installed == null
                ? Path.of(System.getProperty("user.home"), ".local", "share", "rollscope")
                : Path.of(installed);
    }

    public Path configFolder() {
        if (configFolder != null) {
            return configFolder;
        }
        String installed = System.getProperty(INSTALLED_CONFIG);
        return installed == null ? Path.of(System.getProperty("rollscope.home", "."), "config") : Path.of(installed);
    }

    public boolean json() {
        return json;
    }

    /** The archive for a run that records, with a watch on the wall clock. */
    public SessionArchive openArchive(HostClock clock) throws ArchiveException {
        return SqliteSessionArchive.open(dataFolder(), clock);
    }

    public SessionArchive openArchive() throws ArchiveException {
        return SqliteSessionArchive.open(dataFolder());
    }

    /** Whether the failed command was asked to show where an error came from. */
    public static boolean isVerbose(CommandLine command) {
        return command.getParseResult() != null && command.getParseResult().hasMatchedOption("--verbose");
    }
}
