package org.rollscope.app.checkup;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.config.CalibrationFolder;
import org.rollscope.config.ScenarioYaml;
import org.rollscope.config.SettingsException;
import org.rollscope.config.SettingsProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks after the settings. */
@Command(name = "config", description = "Check the settings.", subcommands = ConfigCommand.Check.class)
public final class ConfigCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Override
    public Integer call() {
        common.commandLine().usage(common.commandLine().getErr());
        return CommandFailure.WRONG_USAGE;
    }

    /** Reports every problem in one go. */
    @Command(name = "check", description = "Report every problem in the settings, with file and line.")
    static final class Check implements Callable<Integer> {
        @Mixin
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommonOptions common;

        @Override
        public Integer call() {
            List<SettingsProblem> problems = new ArrayList<>();
            try {
                LoadedSettings.load(common.configFolder());
            } catch (SettingsException found) {
                problems.addAll(found.problems());
            }
            int scenarioCount = ScenarioYaml.checkAll(common.configFolder(), problems);
            int calibrationCount =
                    new CalibrationFolder(common.configFolder()).all(problems).size();
            PrintWriter out = common.commandLine().getOut();
            if (common.json()) {
                var document = JsonOutput.object().put("schema", "rollscope.config-check/1");
                var list = document.putArray("problems");
                problems.forEach(problem -> list.addObject()
                        .put("file", problem.file().toString())
                        .put("line", problem.lineIndex())
                        .put("message", problem.message()));
                out.println(JsonOutput.text(document));
            } else if (problems.isEmpty()) {
                out.println("the settings in " + common.configFolder() + " are sound; " + calibrationCount
                        + (calibrationCount == 1 ? " calibration, " : " calibrations, ") + scenarioCount
                        + (scenarioCount == 1 ? " scenario" : " scenarios"));
            } else {
                problems.forEach(out::println);
                out.println(problems.size() + (problems.size() == 1 ? " problem" : " problems"));
            }
            out.flush();
            return problems.isEmpty() ? 0 : CommandFailure.WRONG_USAGE;
        }
    }
}
