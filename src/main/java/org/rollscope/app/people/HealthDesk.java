package org.rollscope.app.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.Guidance;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.screening.Clearance;
import org.rollscope.programme.screening.HealthEntry;
import org.rollscope.programme.screening.HealthLog;
import org.rollscope.programme.screening.Language;

/** Reads and writes what people answer and agree to, and says what follows from it. <b>Threads.</b> One. */
public final class HealthDesk {
    private final CommonOptions common;
    private final String athleteId;
    private final LocalDate today = AthleteCommand.today();
    private @Nullable BufferedReader typed;

    /**
     * Opens the log of a person who must have a profile.
     *
     * @throws CommandFailure when there is none.
     */
    public HealthDesk(CommonOptions common, String athleteId) throws CommandFailure, SettingsException {
        this.common = common;
        this.athleteId = AthleteCommand.found(common, athleteId).athleteId();
    }

    /** The day of the machine's clock. */
    public LocalDate today() {
        return today;
    }

    /** Whether the person may be guided today. */
    public Clearance clearance() throws SettingsException {
        return Guidance.of(common.dataFolder(), athleteId)
                .clearance(
                        LoadedSettings.load(common.configFolder()).programme().screening(), today);
    }

    /**
     * The clearance of somebody who may be guided.
     *
     * @throws CommandFailure with the reasons when they may not.
     */
    public Clearance required() throws CommandFailure, SettingsException {
        Clearance clearance = clearance();
        if (!clearance.isGuided()) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "no guidance for " + athleteId + ": " + String.join("; ", clearance.refusals()));
        }
        return clearance;
    }

    /** Adds an entry, which gets the next number. */
    void write(IntFunction<HealthEntry> entry) throws CommandFailure, SettingsException {
        ProgrammeFolder folder = new ProgrammeFolder(common.dataFolder());
        HealthLog log = folder.health(athleteId);
        try {
            folder.save(log.with(entry.apply(log.nextSequence())));
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    folder.healthFile(athleteId) + " cannot be written: " + failed.getMessage(),
                    failed);
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Asks at the keyboard; null when nobody answers any more. */
    @Nullable
    String ask(String question) throws CommandFailure {
        BufferedReader reader = typed;
        if (reader == null) {
            reader = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            typed = reader;
        }
        PrintWriter err = common.commandLine().getErr();
        err.print(question + " ");
        err.flush();
        try {
            String line = reader.readLine();
            return line == null ? null : line.strip();
        } catch (IOException failed) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, "no answer came; nothing was written down", failed);
        }
    }

    /**
     * Asks for a typed yes.
     *
     * @throws CommandFailure when it was not said.
     */
    void agreed(Language language) throws CommandFailure {
        String typed = ask(language == Language.GERMAN ? "Einverstanden? Tippe ja:" : "Do you agree? Type yes:");
        if (typed == null) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "nobody answered, nothing was written down; --agree agrees without a question");
        }
        if (!typed.equalsIgnoreCase("yes") && !typed.equalsIgnoreCase("ja")) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, "nothing was written down");
        }
    }

    /** Says what holds now. */
    int say() throws SettingsException {
        Clearance clearance = clearance();
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(ClearanceText.document(clearance)));
        } else {
            ClearanceText.print(out, clearance);
            if (clearance.isGuided()
                    && new ProgrammeFolder(common.dataFolder()).plan(athleteId).isEmpty()) {
                out.println("next: rollscope plan new " + athleteId);
            }
        }
        out.flush();
        return 0;
    }
}
