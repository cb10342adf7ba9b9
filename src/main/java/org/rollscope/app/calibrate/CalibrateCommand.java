package org.rollscope.app.calibrate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.app.shell.TypedLines;
import org.rollscope.app.source.BenchFrames;
import org.rollscope.calibration.CalibrationHands;
import org.rollscope.calibration.CalibrationPlan;
import org.rollscope.calibration.CalibrationProcedure;
import org.rollscope.calibration.CalibrationSheet;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.calibration.Tare;
import org.rollscope.config.CalibrationFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.RawFrame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Leads a person through a calibration and writes its file; or tares a roller that has one. */
@Command(
        name = "calibrate",
        description = "Guide through the calibration of a roller, step by step, and write its file.",
        footer = {
            "",
            "Press Enter when a step is done. Type leave to go on without a load, dead for a pad that does not answer,",
            "stop to go on another day: the same command goes on where it was. hardware/calibration/procedure.md",
            "says what you need. Prompts go to standard error, answers may come from a pipe.",
            "",
            "A simulated roller: rollscope calibrate --source sim:bench?seed=7 (its person does what is asked;",
            "with &person=ask you press Enter)."
        })
public final class CalibrateCommand implements Callable<Integer> {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Option(
            names = "--source",
            paramLabel = "URI",
            description = "serial:auto, serial:PATH or sim:bench?seed=N (default: the settings')")
    private @Nullable String source;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "calibration file (default: calibration/BOARD-SERIAL.json in the settings folder)")
    private @Nullable Path outFile;

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            defaultValue = "The Rollscope contributors",
            description = "who measures (default: ${DEFAULT-VALUE})")
    private String operator = "";

    @Option(
            names = "--reference",
            paramLabel = "TEXT",
            defaultValue = "masses, not certified",
            description = "what the loads are known from, with its certificate date (default: ${DEFAULT-VALUE})")
    private String reference = "";

    @Option(
            names = "--temperature-deg-c",
            paramLabel = "N",
            description = "temperature of the room (default: the board's, else 22)")
    private @Nullable Double temperatureDegC;

    @Option(
            names = "--masses-kg",
            split = ",",
            paramLabel = "M",
            description = "masses for one pad, growing, 4 or more (default: 0.1,0.5,1,2,5,10,16)")
    private double @Nullable [] massesKg;

    @Option(
            names = "--check-masses-kg",
            split = ",",
            paramLabel = "M",
            description = "masses for the whole roller (default: 5,10,20; none for a ball or stick)")
    private double @Nullable [] checkMassesKg;

    @Option(names = "--no-check", description = "do not check the whole roller")
    private boolean noCheck;

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "3", description = "repeats a pad (default 3)")
    private int repeats;

    @Option(names = "--again", description = "put readings of a stopped calibration aside and start anew")
    private boolean again;

    @Option(
            names = "--tare",
            description = "only zero the unloaded roller: takes 5 s, refused when anything loads it or it moves")
    private boolean tare;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        SystemHostClock clock = new SystemHostClock();
        LoadedSettings settings = LoadedSettings.load(common.configFolder());
        CalibrationPlan typed = plan();
        BenchSetup setup = BenchSetup.of(source == null ? settings.service().source() : source, settings, clock);
        try (BenchFrames frames = new BenchFrames(setup.source(), this::say)) {
            BoardHello hello = frames.awaitHello(clock);
            CalibrationPlan plan = fitting(typed, hello);
            Path file = outFile == null
                    ? common.configFolder().resolve("calibration").resolve(hello.boardSerial() + ".json")
                    : outFile;
            RollerCalibration calibration =
                    tare ? tared(frames, hello, clock) : measured(setup, plan, frames, hello, file, clock);
            if (calibration == null) {
                return CommandFailure.WORK_FAILED;
            }
            Path old = CalibrationFolder.save(file, calibration, MOMENT.format(clock.wallClock()));
            report(calibration, file, old);
            return 0;
        } catch (IOException | UncheckedIOException failed) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, "cannot write: " + failed.getMessage(), failed);
        }
    }

    private CalibrationPlan plan() throws CommandFailure {
        CalibrationPlan standard = CalibrationPlan.standard();
        try {
            return standard.with(
                    massesKg == null ? standard.loadsN() : newtons(massesKg),
                    repeats,
                    noCheck ? List.of() : checkMassesKg == null ? standard.checkLoadsN() : newtons(checkMassesKg));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** Masses lie across a roller only. */
    private CalibrationPlan fitting(CalibrationPlan typed, BoardHello hello) throws CommandFailure {
        if (!PadGeometry.isKnown(hello.geometryId())) {
            return typed;
        }
        PadGeometry geometry = PadGeometry.of(hello.geometryId());
        if (checkMassesKg != null && !geometry.tool().liesLevel()) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "--check-masses-kg: no mass lies across a "
                            + geometry.tool().word() + "; leave it out, each pad is calibrated all the same");
        }
        return typed.fitting(geometry);
    }

    private static List<Double> newtons(double[] massesKg) {
        return Arrays.stream(massesKg)
                .mapToObj(massKg -> massKg * CalibrationPlan.GRAVITY_M_PER_S2)
                .toList();
    }

    private @Nullable RollerCalibration measured(
            BenchSetup setup,
            CalibrationPlan plan,
            BenchFrames frames,
            BoardHello hello,
            Path file,
            SystemHostClock clock)
            throws CommandFailure, IOException {
        Worksheet worksheet = Worksheet.beside(file, hello, plan);
        CalibrationSheet sheet = new CalibrationSheet(hello);
        String moment = MOMENT.format(clock.wallClock());
        if (worksheet.exists() && again) {
            worksheet.putAside("until-" + moment);
        }
        if (worksheet.exists()) {
            worksheet.readInto(sheet);
            say("going on with " + worksheet.file() + ": " + progress(plan, sheet, hello));
        } else {
            say("board " + hello.boardSerial() + ": let the roller lie in its sleeve at room temperature for 10 minutes"
                    + " first; readings go to " + worksheet.file());
        }
        TypedLines typed = new TypedLines(setup.personAnswers() ? System.in : new ByteArrayInputStream(new byte[0]));
        PrintWriter err = common.commandLine().getErr();
        CalibrationHands hands = setup.hands(plan, frames, typed, worksheet, err);
        if (!new CalibrationProcedure(plan, hello, sheet, hands).run()) {
            say("stopped after " + progress(plan, sheet, hello) + "; the same command goes on where it was");
            return null;
        }
        RollerCalibration calibration =
                sheet.calibration(heading(hello, clock.wallClock()), CalibrationProcedure.VERSION);
        if (calibration.usablePadCount() == 0) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "no pad could be calibrated; are the pads' plugs in? nothing was written");
        }
        worksheet.putAside(moment);
        return calibration;
    }

    private static String progress(CalibrationPlan plan, CalibrationSheet sheet, BoardHello hello) {
        return CalibrationProcedure.padDoneCount(plan, sheet, hello.padCount()) + " of " + hello.padCount() + " pads";
    }

    private CalibrationSheet.Heading heading(BoardHello hello, Instant now) {
        double boardDegC = Double.isNaN(hello.temperatureDegC()) ? 22 : hello.temperatureDegC();
        return new CalibrationSheet.Heading(
                hello.boardSerial() + "-" + MOMENT.format(now),
                LocalDate.ofInstant(now, ZoneOffset.UTC).toString(),
                operator,
                reference,
                temperatureDegC == null ? boardDegC : temperatureDegC);
    }

    private RollerCalibration tared(BenchFrames frames, BoardHello hello, SystemHostClock clock)
            throws CommandFailure, SettingsException {
        RollerCalibration old = new CalibrationFolder(common.configFolder())
                .find(hello.boardSerial())
                .orElseThrow(() -> new CommandFailure(
                        CommandFailure.WORK_FAILED,
                        "board " + hello.boardSerial() + " has no calibration to tare; run rollscope calibrate first"));
        say("taring: hold the roller by its end caps, nothing may touch it for " + Tare.UNLOADED_MS / 1000 + " s");
        Tare zero = new Tare(old, hello);
        RawFrame frame = frames.next();
        while (frame != null && !zero.accept(frame)) {
            frame = frames.next();
        }
        String refusal = zero.refusal();
        if (refusal != null) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, "not tared: " + refusal);
        }
        return zero.tared(TareCommand.named(old.calibrationId(), MOMENT.format(clock.wallClock())));
    }

    private void report(RollerCalibration calibration, Path file, @Nullable Path old) {
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(CalibrationText.document(calibration, file.toString())));
        } else {
            CalibrationText.print(out, calibration);
            out.println("written to " + file + (old == null ? "" : "; the one before is " + old));
        }
        out.flush();
    }

    private void say(String line) {
        PrintWriter err = common.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
