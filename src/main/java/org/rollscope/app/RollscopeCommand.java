package org.rollscope.app;

import java.util.concurrent.Callable;
import org.rollscope.app.calibrate.CalibrateCommand;
import org.rollscope.app.checkup.ConfigCommand;
import org.rollscope.app.checkup.DoctorCommand;
import org.rollscope.app.checkup.PortsCommand;
import org.rollscope.app.checkup.SecureCommand;
import org.rollscope.app.install.FlashCommand;
import org.rollscope.app.install.SetupCommand;
import org.rollscope.app.people.AthleteCommand;
import org.rollscope.app.plan.PlanCommand;
import org.rollscope.app.remote.CollectCommand;
import org.rollscope.app.remote.CommandCommand;
import org.rollscope.app.remote.ViewerCommand;
import org.rollscope.app.review.ReviewCommand;
import org.rollscope.app.routine.RoutineCommand;
import org.rollscope.app.score.ScoreCommand;
import org.rollscope.app.service.DemoCommand;
import org.rollscope.app.service.ReplayCommand;
import org.rollscope.app.service.ServiceCommand;
import org.rollscope.app.service.StatusCommand;
import org.rollscope.app.sessions.AnalyseCommand;
import org.rollscope.app.sessions.ExportCommand;
import org.rollscope.app.sessions.ImportCommand;
import org.rollscope.app.sessions.ReportCommand;
import org.rollscope.app.sessions.SessionsCommand;
import org.rollscope.app.sessions.SqlCommand;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.SoftwareVersion;
import org.rollscope.app.source.SimulateCommand;
import org.rollscope.app.team.TeamCommand;
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
            ReviewCommand.class,
            CollectCommand.class,
            SimulateCommand.class,
            AthleteCommand.class,
            PlanCommand.class,
            TeamCommand.class,
            RoutineCommand.class,
            SessionsCommand.class,
            ImportCommand.class,
            ReplayCommand.class,
            AnalyseCommand.class,
            ExportCommand.class,
            SqlCommand.class,
            ReportCommand.class,
            ScoreCommand.class,
            SetupCommand.class,
            FlashCommand.class,
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
