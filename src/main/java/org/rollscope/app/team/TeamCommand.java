package org.rollscope.app.team;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollscope.app.people.AthleteCommand;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.config.SettingsProblem;
import org.rollscope.config.TeamFolder;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.team.PlanMerge;
import org.rollscope.programme.team.SharedClearance;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plans that an athlete and a coach share through a folder. */
@Command(
        name = "team",
        description = "Share plans between an athlete's machine and a coach's through a folder that both reach.",
        subcommands = {TeamShareCommand.class, TeamFetchCommand.class},
        footer = {
            "",
            "The folder may be a network share, a synchronised directory or a stick. Nothing goes there before the athlete has agreed",
            "(rollscope athlete sharing ID LEVEL), and nothing is overwritten: where both sides changed a plan, both are shown."
        })
public final class TeamCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // picocli sets it, for --help
    private CommonOptions common;

    @Override
    public Integer call() {
        CommandLine command = common.commandLine();
        command.usage(command.getErr());
        return CommandFailure.WRONG_USAGE;
    }

    @Command(
            name = "list",
            description = "Show who is in a folder, the last version of each plan, and what is new here or there.")
    int list(@Mixin CommonOptions options, @Parameters(paramLabel = "FOLDER", description = "the folder") Path folder)
            throws CommandFailure, SettingsException {
        TeamFolder team = new TeamFolder(TeamDesk.folder(folder));
        ProgrammeFolder own = new ProgrammeFolder(options.dataFolder());
        PrintWriter out = options.commandLine().getOut();
        ObjectNode document =
                JsonOutput.object().put("schema", "rollscope.team/1").put("folder", folder.toString());
        ArrayNode athletes = document.putArray("athletes");
        List<SettingsProblem> problems = new ArrayList<>();
        for (String athleteId : team.athleteIds()) {
            try {
                List<Plan> plans = team.plans(athleteId, AthleteCommand.today());
                PlanMerge merge = PlanMerge.of(own.plans(athleteId), plans);
                Optional<SharedClearance> clearance = team.clearance(athleteId);
                ObjectNode node = TeamText.document(
                        "rollscope.team-athlete/1", athleteId, merge.state().word(), merge);
                clearance.ifPresent(told -> node.set("clearance", TeamText.node(told)));
                athletes.add(node);
                if (!options.json()) {
                    out.println(line(athleteId, plans, merge));
                    clearance.ifPresent(told -> TeamText.print(out, told));
                }
            } catch (SettingsException damaged) {
                problems.addAll(damaged.problems());
            }
        }
        if (options.json()) {
            out.println(JsonOutput.text(document));
        } else if (athletes.isEmpty() && problems.isEmpty()) {
            out.println("nobody yet; rollscope team share ID --to " + folder);
        }
        out.flush();
        problems.forEach(options.commandLine().getErr()::println);
        options.commandLine().getErr().flush();
        return problems.isEmpty() ? 0 : CommandFailure.WRONG_USAGE;
    }

    private static String line(String athleteId, List<Plan> plans, PlanMerge merge) {
        String last = plans.isEmpty()
                ? "no plan"
                : "version " + plans.get(plans.size() - 1).origin().version() + " of "
                        + plans.get(plans.size() - 1).origin().date() + " by "
                        + plans.get(plans.size() - 1).origin().by();
        return athleteId + ": " + last
                + switch (merge.state()) {
                    case SAME -> ", the same here";
                    case MINE_AHEAD -> ", " + merge.mine().size() + " newer here";
                    case THEIRS_AHEAD -> ", " + merge.theirs().size() + " new for this machine";
                    case CONFLICT -> ", CONFLICT: both sides changed it";
                };
    }

    @Command(name = "take-back", description = "Remove an athlete's plans and clearance from a folder.")
    int takeBack(
            @Mixin CommonOptions options,
            @Parameters(paramLabel = "ID", description = "athlete") String athleteId,
            @Option(names = "--from", paramLabel = "FOLDER", required = true, description = "the folder") Path folder)
            throws CommandFailure, SettingsException {
        Path place = TeamDesk.folder(folder);
        if (!ProgrammeFolder.isAthleteId(athleteId) || !new TeamFolder(place).has(athleteId)) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED, "there is nothing of '" + athleteId + "' in " + folder);
        }
        try {
            int takenCount = new TeamFolder(place).takeBack(athleteId);
            PrintWriter out = options.commandLine().getOut();
            if (options.json()) {
                out.println(JsonOutput.text(JsonOutput.object()
                        .put("schema", "rollscope.team-take-back/1")
                        .put("athlete_id", athleteId)
                        .put("file_count", takenCount)));
            } else {
                out.println(takenCount + " files of " + athleteId + " removed from " + folder
                        + "; what somebody copied is not reached");
            }
            out.flush();
            return 0;
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, "not everything could be removed: " + failed.getMessage(), failed);
        }
    }
}
