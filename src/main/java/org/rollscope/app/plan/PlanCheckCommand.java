package org.rollscope.app.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.config.AthleteFolder;
import org.rollscope.config.PersonCheck;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.config.SettingsProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says everything that is wrong with what lies there of an athlete, or with one file of a plan. */
@Command(
        name = "check",
        description = "Say every problem of an athlete's plans, answers, notes and profile, or of one plan file.",
        footer = {"", "Exit 2 when there is one, each with its file and line."})
final class PlanCheckCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID|FILE", description = "athlete, or a file with a plan")
    private String subject = "";

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        ObjectNode document =
                JsonOutput.object().put("schema", "rollscope.plan-check/1").put("checked", subject);
        AthleteFolder profiles = new AthleteFolder(common.dataFolder());
        ProgrammeFolder folder = new ProgrammeFolder(common.dataFolder());
        List<SettingsProblem> problems = new ArrayList<>();
        if (ProgrammeFolder.isAthleteId(subject)
                && (Files.exists(profiles.file(subject)) || Files.exists(folder.folder(subject)))) {
            problems.addAll(PersonCheck.problems(common.dataFolder(), subject));
            if (problems.isEmpty()) {
                document.put("plan_version_count", folder.plans(subject).size())
                        .put("health_entry_count", folder.health(subject).nextSequence() - 1)
                        .put("note_count", folder.notes(subject).standing().size());
            }
        } else if (Files.isRegularFile(Path.of(subject))) {
            problems.addAll(PersonCheck.problems(() -> document.put(
                    "prescription_count",
                    ProgrammeFolder.planIn(Path.of(subject)).prescriptions().size())));
        } else {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "there is no athlete '" + subject + "' in " + common.dataFolder() + ", and no such file");
        }
        return say(document, problems);
    }

    private int say(ObjectNode document, List<SettingsProblem> problems) {
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            ArrayNode list = document.putArray("problems");
            problems.forEach(problem -> list.addObject()
                    .put("file", problem.file().toString())
                    .put("line", problem.lineIndex())
                    .put("problem", problem.message()));
            out.println(JsonOutput.text(document));
            out.flush();
            return problems.isEmpty() ? 0 : CommandFailure.WRONG_USAGE;
        }
        if (!problems.isEmpty()) {
            PrintWriter err = common.commandLine().getErr();
            problems.forEach(err::println);
            err.flush();
            return CommandFailure.WRONG_USAGE;
        }
        out.println(
                document.has("prescription_count")
                        ? "ok: a plan for "
                                + document.path("prescription_count").asInt() + " places"
                        : "ok: " + document.path("plan_version_count").asInt() + " versions of the plan, "
                                + document.path("health_entry_count").asInt() + " health entries, "
                                + document.path("note_count").asInt() + " notes");
        out.flush();
        return 0;
    }
}
