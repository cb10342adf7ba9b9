package org.rollscope.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        footer = {"", "First time here? Type: rollscope demo"})
final class RollscopeCommand implements Callable<Integer> {
    /** What there is, in the order of the help. */
    static final List<String> NAMES = List.of(
            "demo",
            "service",
            "status",
            "command",
            "doctor",
            "ports",
            "calibrate",
            "viewer",
            "review",
            "collect",
            "simulate",
            "athlete",
            "plan",
            "team",
            "routine",
            "sessions",
            "import",
            "replay",
            "analyse",
            "export",
            "sql",
            "report",
            "score",
            "setup",
            "flash",
            "config",
            "secure");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /**
     * The command line for what was typed. It lives as long as the command runs, a service's for months, and holds some 90 KB for each
     * command: where the first word names one, only that one is in it, with all that it can be asked. Otherwise (the help, a word that is
     * none, nothing) all are.
     *
     * @param arguments as typed.
     */
    static CommandLine commandLine(String... arguments) {
        CommandLine all = new CommandLine(new RollscopeCommand());
        Class<?> named = arguments.length == 0 ? null : named(arguments[0]);
        if (named != null) {
            return all.addSubcommand(named);
        }
        NAMES.forEach(name -> all.addSubcommand(named(name)));
        return all;
    }

    /** The class of a command, loaded by asking for it; null for a word that is none. */
    static @Nullable Class<?> named(String word) {
        return switch (word) {
            case "demo" -> DemoCommand.class;
            case "service" -> ServiceCommand.class;
            case "status" -> StatusCommand.class;
            case "command" -> CommandCommand.class;
            case "doctor" -> DoctorCommand.class;
            case "ports" -> PortsCommand.class;
            case "calibrate" -> CalibrateCommand.class;
            case "viewer" -> ViewerCommand.class;
            case "review" -> ReviewCommand.class;
            case "collect" -> CollectCommand.class;
            case "simulate" -> SimulateCommand.class;
            case "athlete" -> AthleteCommand.class;
            case "plan" -> PlanCommand.class;
            case "team" -> TeamCommand.class;
            case "routine" -> RoutineCommand.class;
            case "sessions" -> SessionsCommand.class;
            case "import" -> ImportCommand.class;
            case "replay" -> ReplayCommand.class;
            case "analyse" -> AnalyseCommand.class;
            case "export" -> ExportCommand.class;
            case "sql" -> SqlCommand.class;
            case "report" -> ReportCommand.class;
            case "score" -> ScoreCommand.class;
            case "setup" -> SetupCommand.class;
            case "flash" -> FlashCommand.class;
            case "config" -> ConfigCommand.class;
            case "secure" -> SecureCommand.class;
            default -> null;
        };
    }

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        command.usage(command.getErr());
        return CommandFailure.WRONG_USAGE;
    }
}
