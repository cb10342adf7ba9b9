package org.rollscope.app;

import java.nio.file.Path;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.config.SettingsException;
import org.rollscope.session.ArchiveException;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        String home = System.getProperty("rollscope.home");
        if (home != null) {
            NativeLibraries.useShipped(Path.of(home));
        }
        System.exit(run(arguments));
    }

    /**
     * Runs one command.
     *
     * @param arguments as typed.
     * @return 0 done; 1 the work failed; 2 wrong usage or settings; 3 something could not be reached.
     */
    static int run(String... arguments) {
        CommandLine commandLine = RollscopeCommand.commandLine(arguments);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        commandLine.setParameterExceptionHandler((wrong, given) -> {
            CommandLine command = wrong.getCommandLine();
            command.getErr().println("rollscope: " + wrong.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
            command.getErr().println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
            return CommandFailure.WRONG_USAGE;
        });
        return commandLine.execute(arguments);
    }

    private static int explain(Exception failure, CommandLine command) {
        int exitCode = CommandFailure.WORK_FAILED;
        String message = failure.getMessage();
        if (failure instanceof CommandFailure told) {
            exitCode = told.exitCode();
        } else if (failure instanceof SettingsException settings) {
            exitCode = CommandFailure.WRONG_USAGE;
            message = settings.problems().size() + (settings.problems().size() == 1 ? " problem" : " problems")
                    + " in the settings:\n" + settings.getMessage();
        } else if (failure instanceof ArchiveException) {
            exitCode = CommandFailure.UNREACHABLE;
        } else {
            message = "something unexpected happened: " + failure + "; --verbose shows where";
        }
        command.getErr().println("rollscope: " + message);
        if (CommonOptions.isVerbose(command)) {
            failure.printStackTrace(command.getErr());
        }
        return exitCode;
    }
}
