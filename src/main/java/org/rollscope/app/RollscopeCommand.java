package org.rollscope.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a subcommand: tells what there is. */
@Command(
        name = "rollscope",
        description = "Reads an instrumented foam roller: live pressure, rolling, holds, recordings.",
        versionProvider = SoftwareVersion.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServiceCommand.class,
            StatusCommand.class,
            CommandCommand.class,
            DoctorCommand.class,
            PortsCommand.class,
            CalibrateCommand.class,
            ViewerCommand.class,
            CollectCommand.class,
            SimulateCommand.class,
            AthleteCommand.class,
            SessionsCommand.class,
            ReplayCommand.class,
            AnalyseCommand.class,
            ExportCommand.class,
            ReportCommand.class,
            ScoreCommand.class,
            ConfigCommand.class,
            SecureCommand.class
        },
        footer = {"", "First time here? Type: rollscope demo"})
final class RollscopeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        command.usage(command.getErr());
        return CommandFailure.WRONG_USAGE;
    }
}
