package org.rollscope.app.people;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.Guidance;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.MusclePlace;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.app.shell.TypedLines;
import org.rollscope.app.source.BenchFrames;
import org.rollscope.app.source.KnownCalibrations;
import org.rollscope.app.source.OpenedSource;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.RampRepeat;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.CalibrationFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.frame.BoardHello;
import org.rollscope.pipeline.SessionAnalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The ramp test on the roller: pain is typed when it is felt, and the pressure of that moment is written down. */
@Command(
        name = "ramp",
        description = "Do a ramp test on the roller: type the pain when you feel it.",
        footer = {
            "",
            "Lower yourself slowly onto the roller, 2 to 3 kPa a second, and type 3, 6 and 7 with Enter when the pain is",
            "that high. Three ramps, 30 s apart. From pain 8 on ease off: that ramp does not count. Each ramp is",
            "written down when it is done. A script at a pipe may type: wait 5 (seconds of the roller's time)."
        })
final class AthleteRampCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Parameters(index = "1", paramLabel = "MUSCLE:SIDE", description = "what lies on the roller, as quadriceps:right")
    private String muscleAndSide = "";

    @Option(names = "--source", paramLabel = "URI", description = "the roller, as of service (default: the settings')")
    private @Nullable String source;

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "3", description = "ramps (default 3)")
    private int repeats;

    @Option(
            names = "--pause-s",
            paramLabel = "N",
            defaultValue = "30",
            description = "seconds between two ramps (default 30)")
    private int pauseS;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        if (repeats < 1 || repeats > 10 || pauseS < 0 || pauseS > 600) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "--repeats must be 1..10 and --pause-s 0..600, was " + repeats + " and " + pauseS);
        }
        MusclePlace place = MusclePlace.parse("MUSCLE:SIDE", muscleAndSide, false);
        AthleteProfile profile = AthleteCommand.found(common, athleteId);
        LoadedSettings settings = LoadedSettings.load(common.configFolder());
        SystemHostClock clock = new SystemHostClock();
        OpenedSource opened = OpenedSource.of(
                source == null ? settings.service().source() : source, Subject.of(settings.core()), settings, clock);
        try (BenchFrames frames = new BenchFrames(opened.sources().get(), this::say)) {
            BoardHello hello = frames.awaitHello(clock);
            RollerCalibration calibration = opened.calibration() == null
                    ? new KnownCalibrations(new CalibrationFolder(common.configFolder()), clock).of(hello)
                    : opened.calibration();
            if (calibration == null) {
                throw new CommandFailure(
                        CommandFailure.WORK_FAILED,
                        "board " + hello.boardSerial() + " has no calibration: run rollscope calibrate first");
            }
            SessionAnalysis analysis = new SessionAnalysis(settings.core().setup(), hello, calibration, event -> {});
            RampWatch watch = new RampWatch(
                    frames,
                    new TypedLines(System.in),
                    analysis,
                    common.commandLine().getErr());
            return ramps(watch, profile, place);
        }
    }

    private int ramps(RampWatch watch, AthleteProfile before, MusclePlace place)
            throws CommandFailure, SettingsException {
        LocalDate today = AthleteCommand.today();
        AthleteProfile profile = before;
        for (int repeatIndex = 0; repeatIndex < repeats; repeatIndex++) {
            say("ramp " + (repeatIndex + 1) + " of " + repeats + ", " + place
                    + ": lower yourself slowly; type 3, 6 and 7 when the pain is that high");
            RampRepeat repeat = watch.listen();
            if (repeat == null) {
                say("stopped after " + repeatIndex + " ramps; what was done is written down");
                return CommandFailure.WORK_FAILED;
            }
            AthleteProfile known = profile;
            profile = AthleteCommand.checked(
                    () -> known.withRamp(place.muscle(), place.side(), today.toString(), repeat));
            AthleteCommand.save(common, profile);
            if (repeatIndex + 1 < repeats) {
                say("take the load off and rest for " + pauseS + " s");
                watch.pass(pauseS);
            }
        }
        PrintWriter out = common.commandLine().getOut();
        AthleteCommand.print(
                common,
                out,
                profile,
                List.of(Guidance.of(common.dataFolder(), athleteId)
                        .band(profile, place.muscle(), place.side(), today)));
        return 0;
    }

    private void say(String line) {
        PrintWriter err = common.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
