package org.rollscope.app.team;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.team.PlanMerge;
import org.rollscope.programme.team.Settlement;
import org.rollscope.programme.team.SharedClearance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes new versions of a plan from a folder of a team, and settles where both sides went on. */
@Command(
        name = "fetch",
        description = "Take new versions of an athlete's plan from a folder that both sides reach.",
        footer = {
            "",
            "Where both sides changed the plan nothing is taken: both changes are shown. --keep mine or --keep theirs settles it; what",
            "is not kept stays in the history, plan undo brings it back, and the versions as they were lie in plans/aside.",
            "A plan that is fetched guides nobody by itself: the health questions of this machine decide as before."
        })
final class TeamFetchCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Option(names = "--from", paramLabel = "FOLDER", required = true, description = "folder that both sides reach")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(names = "--keep", paramLabel = "SIDE", description = "settle a conflict: mine or theirs")
    private Settlement.@Nullable Keep keep;

    @Option(names = "--by", paramLabel = "NAME", description = "who settles (default: the athlete)")
    private @Nullable String by;

    @Option(names = "--dry-run", description = "show what is new, and take nothing")
    private boolean dryRun;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        TeamDesk desk = new TeamDesk(common, athleteId, folder);
        if (!desk.team().has(athleteId)) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "there is nothing of " + athleteId + " in " + folder + "; rollscope team list " + folder
                            + " shows what is there");
        }
        PlanMerge merge = desk.merge();
        Settlement.Keep kept = keep;
        String state = merge.state().word();
        switch (merge.state()) {
            case CONFLICT -> {
                if (kept == null || dryRun) {
                    refuse(common, athleteId, folder, merge);
                } else {
                    desk.settle(merge, kept, by == null ? athleteId : by);
                    state = "settled";
                }
            }
            case THEIRS_AHEAD -> {
                if (!dryRun) {
                    desk.take(merge.theirs());
                    state = "taken";
                }
            }
            case SAME, MINE_AHEAD -> {
                // nothing is new there
            }
        }
        say(desk, merge, state);
        return 0;
    }

    /** Shows both sides, and that nothing was done. */
    static void refuse(CommonOptions common, String athleteId, Path folder, PlanMerge merge) throws CommandFailure {
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(TeamText.document("rollscope.team-fetch/1", athleteId, "conflict", merge)));
        } else {
            TeamText.print(out, "mine:   ", merge.mine());
            TeamText.print(out, "theirs: ", merge.theirs());
            TeamText.differences(out, merge);
        }
        out.flush();
        throw new CommandFailure(
                CommandFailure.WORK_FAILED,
                "both sides changed the plan of " + athleteId
                        + (merge.commonVersion() == 0 ? "" : " after version " + merge.commonVersion())
                        + ", nothing was changed; rollscope team fetch " + athleteId + " --from " + folder
                        + " --keep mine (or theirs) --by NAME settles it");
    }

    private void say(TeamDesk desk, PlanMerge merge, String state) throws SettingsException {
        PrintWriter out = common.commandLine().getOut();
        Optional<SharedClearance> clearance = desk.team().clearance(athleteId);
        if (common.json()) {
            var document = TeamText.document("rollscope.team-fetch/1", athleteId, state, merge);
            clearance.ifPresent(told -> document.set("clearance", TeamText.node(told)));
            out.println(JsonOutput.text(document));
        } else {
            TeamText.print(out, dryRun ? "new there:" : "theirs:", merge.theirs());
            switch (state) {
                case "settled" -> {
                    TeamText.differences(out, merge);
                    out.println("settled; plan undo " + athleteId
                            + " brings back what was not kept, team share tells the other side");
                }
                case "taken" -> out.println("taken; plan undo " + athleteId + " takes the last one back");
                case "mine_ahead" ->
                    out.println(
                            "nothing new there; " + merge.mine().size() + " newer here, team share puts them there");
                case "same" -> out.println("nothing new: both have version " + merge.commonVersion());
                default -> out.println("nothing was taken");
            }
            clearance.ifPresent(told -> TeamText.print(out, told));
        }
        out.flush();
    }
}
