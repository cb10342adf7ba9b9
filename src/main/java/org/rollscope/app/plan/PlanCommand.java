package org.rollscope.app.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.PracticeRule;
import org.rollscope.programme.plan.Plan;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plans of athletes. */
@Command(
        name = "plan",
        description = "What an athlete is to roll: make a plan, change it, review it each week, undo it.",
        subcommands = {
            PlanNewCommand.class,
            PlanSetCommand.class,
            PlanTodayCommand.class,
            PlanAdvanceCommand.class,
            PlanEffectCommand.class,
            PlanCheckCommand.class,
            PlanSimulateCommand.class
        },
        footer = {
            "",
            "Pressures are shares of the personal ceiling (rollscope athlete show ID). Before anything is planned the athlete",
            "agrees (athlete consent ID) and answers the health questions (athlete screen ID)."
        })
public final class PlanCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // picocli sets it, for --help
    private CommonOptions common;

    @Override
    public Integer call() {
        CommandLine command = common.commandLine();
        command.usage(command.getErr());
        return CommandFailure.WRONG_USAGE;
    }

    @Command(name = "show", description = "Show the plan that holds, or an earlier version.")
    int show(
            @Mixin CommonOptions options,
            @Parameters(paramLabel = "ID", description = "athlete") String athleteId,
            @Option(names = "--version-number", paramLabel = "N", description = "an earlier version") @Nullable
                    Integer version)
            throws CommandFailure, SettingsException {
        PlanDesk desk = new PlanDesk(options, athleteId);
        Plan plan = version == null ? desk.plan() : version(desk, version);
        return say(options, plan, desk);
    }

    /** Prints a plan. */
    static int say(CommonOptions options, Plan plan, PlanDesk desk) {
        PrintWriter out = options.commandLine().getOut();
        if (options.json()) {
            out.println(JsonOutput.text(PlanText.document(plan, desk)));
        } else {
            PlanText.print(out, plan, desk);
        }
        out.flush();
        return 0;
    }

    private static Plan version(PlanDesk desk, int version) throws CommandFailure, SettingsException {
        return desk.plans().stream()
                .filter(plan -> plan.origin().version() == version)
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        CommandFailure.WORK_FAILED,
                        "there is no version " + version + " of this plan; plan history shows all"));
    }

    @Command(name = "history", description = "Show every version of a plan, what it changed and why.")
    int history(@Mixin CommonOptions options, @Parameters(paramLabel = "ID", description = "athlete") String athleteId)
            throws CommandFailure, SettingsException {
        PlanDesk desk = new PlanDesk(options, athleteId);
        List<Plan> plans = desk.plans();
        PrintWriter out = options.commandLine().getOut();
        if (options.json()) {
            ObjectNode document = JsonOutput.object()
                    .put("schema", "rollscope.plan-history/1")
                    .put("athlete_id", athleteId);
            ArrayNode versions = document.putArray("versions");
            plans.forEach(plan -> versions.add(PlanText.document(plan, desk)));
            out.println(JsonOutput.text(document));
        } else {
            if (plans.isEmpty()) {
                out.println("no plan; rollscope plan new " + athleteId + " makes one");
            }
            for (Plan plan : plans) {
                out.println("version " + plan.origin().version() + "  "
                        + plan.origin().date() + "  " + plan.origin().by() + ": "
                        + plan.origin().reason());
                plan.changes().forEach(change -> out.println("    " + PlanText.line(change)));
            }
        }
        out.flush();
        return 0;
    }

    @Command(name = "undo", description = "Take the last change of a plan back; again, and it goes one further back.")
    int undo(
            @Mixin CommonOptions options,
            @Parameters(paramLabel = "ID", description = "athlete") String athleteId,
            @Option(names = "--by", paramLabel = "NAME", description = "who wants it (default: the athlete)") @Nullable
                    String by)
            throws CommandFailure, SettingsException {
        PlanDesk desk = new PlanDesk(options, athleteId);
        Plan plan = desk.plan();
        int formerVersion = plan.origin().basedOnVersion();
        if (formerVersion == 0) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED, "there is nothing to undo: this is the plan as it began");
        }
        Plan undone = plan.undone(
                version(desk, formerVersion),
                plan.origin().version(),
                desk.today().toString(),
                by == null ? athleteId : by);
        desk.save(undone);
        return say(options, undone, desk);
    }

    @Command(name = "rules", description = "Show every rule of practice and what the software does about it.")
    int rules(@Mixin CommonOptions options) {
        PrintWriter out = options.commandLine().getOut();
        if (options.json()) {
            ObjectNode document = JsonOutput.object().put("schema", "rollscope.practice-rules/1");
            ArrayNode list = document.putArray("rules");
            for (PracticeRule rule : PracticeRule.values()) {
                list.addObject()
                        .put("rule", rule.name())
                        .put("says", rule.says())
                        .put("state", rule.state().word())
                        .put("behaviour", rule.behaviour());
            }
            out.println(JsonOutput.text(document));
        } else {
            for (PracticeRule rule : PracticeRule.values()) {
                out.println(rule.name() + "  " + rule.says());
                out.println("    " + rule.state().word() + ": " + rule.behaviour());
            }
        }
        out.flush();
        return 0;
    }
}
