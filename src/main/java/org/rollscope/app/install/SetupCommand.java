package org.rollscope.app.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rollscope.access.AccessException;
import org.rollscope.app.checkup.DoctorCommand;
import org.rollscope.app.checkup.Finding;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.app.shell.TypedLines;
import org.rollscope.app.source.OpenedSource;
import org.rollscope.config.SettingsEdit;
import org.rollscope.config.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks what it cannot find out, and writes a working configuration. */
@Command(
        name = "setup",
        description = {
            "Find out what is plugged in, ask the rest, write the settings, start the service anew.",
            "Nothing is changed before the last answer; every change is printed."
        },
        footer = {
            "",
            "On an installed Rollscope: sudo rollscope setup. To do it without questions: sudo rollscope setup --yes",
            "Running it again shows what is set as defaults. Back to the settings of before: rollscope setup --undo"
        })
public final class SetupCommand implements Callable<Integer> {
    private static final String SCHEMA = "rollscope.setup/1";
    private static final String GROUP = "rollscope";

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private SetupOptions options;

    private final Machine machine;
    private final Supplier<TypedLines> input;
    private final ObjectNode document = JsonOutput.object().put("schema", SCHEMA);

    /** On this machine, with who sits before it. */
    public SetupCommand() {
        this(new ThisMachine(), () -> new TypedLines(System.in));
    }

    SetupCommand(Machine machine, Supplier<TypedLines> input) {
        this.machine = machine;
        this.input = input;
    }

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        ServiceUnit unit = new ServiceUnit(machine);
        try {
            requireWritable();
            boolean isWell = options.undo ? undo(unit) : setUp(unit);
            if (common.json()) {
                common.commandLine().getOut().println(JsonOutput.text(document));
            }
            return isWell ? 0 : CommandFailure.WORK_FAILED;
        } catch (AccessException | IOException failed) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    failed.getMessage() + "; what is printed above is done, run it again when that is mended",
                    failed);
        }
    }

    private void requireWritable() throws CommandFailure {
        Path there = common.configFolder().toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!options.dryRun && !(Files.isDirectory(there) && Files.isWritable(there))) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "the settings in " + common.configFolder()
                            + " cannot be written by you; run: sudo rollscope setup");
        }
    }

    private boolean undo(ServiceUnit unit) throws CommandFailure, IOException {
        Path folder = common.configFolder();
        if (!SettingsEdit.undo(folder)) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "there is no " + folder.resolve(SettingsEdit.BEFORE_FILE) + " to go back to");
        }
        tell("changes", "done", "the settings of before are in " + folder + " again; --undo once more takes that back");
        if (unit.isInstalled()) {
            unit.restart();
            tell("changes", "done", "the service was started anew");
        }
        return true;
    }

    private boolean setUp(ServiceUnit unit) throws CommandFailure, SettingsException, AccessException, IOException {
        SystemHostClock clock = new SystemHostClock();
        SetupSettings settings = SetupSettings.of(common.configFolder());
        Found found = Found.on(machine, settings.present(), common.dataFolder(), options.ports);
        found.lines(machine).forEach(line -> tell("found", "found", line));
        Questions questions = new Questions(common.commandLine().getErr(), input, options.yes);
        SetupAnswers answers = new SetupDialogue(questions, options, settings.present(), found).answers();

        SharedAccess access = new SharedAccess(machine, settings.present(), common.dataFolder());
        LoadedSettings decided = settings.decide(answers, options, access.folder());
        OpenedSource.of(answers.source(), Subject.of(decided.core()), decided, clock);
        List<SetupStep> steps = new ArrayList<>();
        if (answers.isShared()) {
            steps.addAll(access.steps(answers.rollerId(), decided, clock.wallClock()));
        }
        steps.addAll(settings.steps());
        List<SetupStep> boot =
                answers.switchesBusesOn() ? new BootSettings(machine).steps(decided.pi()) : List.<SetupStep>of();
        steps.addAll(boot);
        steps.addAll(groupSteps());
        boolean restarts = unit.isInstalled() && (!steps.isEmpty() || found.running() == null);
        Instant before = clock.wallClock();
        if (restarts) {
            steps.add(new SetupStep("start the service anew: systemctl restart " + ServiceUnit.NAME, unit::restart));
        }
        carryOut(steps);
        boolean needsBoot = answers.switchesBusesOn();
        boolean isWell = options.dryRun || needsBoot || !restarts || isRunning(unit, before);
        tellNext(answers, decided, access, unit, needsBoot);
        return isWell;
    }

    private List<SetupStep> groupSteps() {
        String user = machine.invokingUser();
        HostTools tools = machine.tools();
        if (user.isEmpty() || !tools.run("getent", "group", GROUP).isDone()) {
            return List.of();
        }
        List<String> groups =
                Arrays.asList(tools.run("id", "-nG", user).output().strip().split("\\s+"));
        if (groups.contains(GROUP)) {
            return List.of();
        }
        return List.of(new SetupStep(
                "let " + user + " read settings and sessions, from the next login on: usermod -aG " + GROUP + " "
                        + user,
                () -> {
                    HostTools.Ran ran = tools.run("usermod", "-aG", GROUP, user);
                    if (!ran.isDone()) {
                        throw new IOException("usermod -aG " + GROUP + " " + user + " failed: " + ran.lastLine());
                    }
                }));
    }

    private void carryOut(List<SetupStep> steps) throws IOException, AccessException {
        if (steps.isEmpty()) {
            tell("changes", "done", "nothing had to be changed");
        }
        for (SetupStep step : steps) {
            if (!options.dryRun) {
                step.action().run();
            }
            tell("changes", options.dryRun ? "would" : "done", step.words());
        }
    }

    /** Waits for frames; what hinders them is said in the doctor's words. */
    private boolean isRunning(ServiceUnit unit, Instant since) {
        JsonNode state = unit.awaitFrames(common.dataFolder(), since);
        if (state != null && state.path("delivering").asBoolean()) {
            tell(
                    "service",
                    "runs",
                    state.path("source").asText() + ", " + state.path("link").asText());
            return true;
        }
        tell(
                "service",
                "fails",
                state == null
                        ? "the service does not run; journalctl -u rollscope shows why"
                        : "no frames come: " + state.path("link").asText());
        for (Finding finding : DoctorCommand.findings(common, null)) {
            if (finding.level() != Finding.Level.OK) {
                tell("service", "doctor", finding.check() + ": " + finding.words());
            }
        }
        return false;
    }

    private void tellNext(
            SetupAnswers answers, LoadedSettings decided, SharedAccess access, ServiceUnit unit, boolean needsBoot)
            throws AccessException {
        if (needsBoot) {
            tell("next", "next", "start the Pi anew, so that its buses are there: sudo reboot");
        }
        if (!unit.isInstalled()) {
            tell("next", "next", "rollscope service");
        }
        if (answers.isShared()) {
            access.next(decided.mqtt().embeddedPort()).forEach(line -> tell("next", "next", line));
        } else {
            tell("next", "next", "on this machine: rollscope viewer; from another one: sudo rollscope setup --share");
        }
    }

    private void tell(String list, String word, String line) {
        if (common.json()) {
            ArrayNode lines = document.withArrayProperty(list);
            lines.add(list.equals("found") || list.equals("next") ? line : word + ": " + line);
        } else {
            common.commandLine().getOut().println(String.format("%-7s %s", word, line));
            common.commandLine().getOut().flush();
        }
    }
}
