package org.rollscope.app.team;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.team.PlanMerge;
import org.rollscope.programme.team.SharingLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts new versions of a plan into a folder of a team. */
@Command(name = "share", description = "Put new versions of an athlete's plan into a folder that both sides reach.")
final class TeamShareCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "folder that both sides reach")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        TeamDesk desk = new TeamDesk(common, athleteId, folder);
        SharingLevel level = desk.level();
        PlanMerge merge = desk.merge();
        PrintWriter out = common.commandLine().getOut();
        if (merge.state() == PlanMerge.State.CONFLICT) {
            TeamFetchCommand.refuse(common, athleteId, folder, merge);
        }
        if (merge.state() == PlanMerge.State.THEIRS_AHEAD) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    merge.theirs().size() + " newer in " + folder + "; first: rollscope team fetch " + athleteId
                            + " --from " + folder);
        }
        boolean tells = desk.share(merge.mine(), level);
        if (common.json()) {
            ObjectNode document = TeamText.document(
                    "rollscope.team-share/1", athleteId, merge.mine().isEmpty() ? "same" : "shared", merge);
            out.println(JsonOutput.text(document.put("level", level.word()).put("clearance_told", tells)));
        } else {
            TeamText.print(out, "shared", merge.mine());
            out.println(
                    merge.mine().isEmpty()
                            ? "nothing new: the folder has version " + merge.commonVersion()
                            : "the folder has version "
                                    + merge.mine()
                                            .get(merge.mine().size() - 1)
                                            .origin()
                                            .version() + " now");
            out.println(
                    tells
                            ? "told: whether " + athleteId + " may be guided"
                                    + (level.has(SharingLevel.REASONS) ? ", and why" : ", without reasons")
                            : "told: the plan, nothing of the clearance");
        }
        out.flush();
        return 0;
    }
}
