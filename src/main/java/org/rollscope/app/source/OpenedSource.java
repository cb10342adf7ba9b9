package org.rollscope.app.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.ServiceSettings;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.TellingPace;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.detect.ToolProfile;
import org.rollscope.device.serial.SerialFrameSource;
import org.rollscope.device.serial.SerialSettings;
import org.rollscope.device.sim.Pace;
import org.rollscope.device.sim.RecordedFrameSource;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.device.sim.SimulatedFrameSource;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.PadGeometry;
import org.rollscope.simulation.AthleteSimulation;

/**
 * A source that was named by a URI, with who is on it.
 *
 * @param name for people.
 * @param sources makes a fresh one, not started; asked again when the acquisition has to begin anew.
 * @param subject who is on it.
 * @param calibration that goes with it; null where the settings folder knows.
 * @param pace how often its figures are told.
 * @param live whether a person lies on it now, so that what happens belongs into the profile.
 */
public record OpenedSource(
        String name,
        Supplier<FrameSource> sources,
        Subject subject,
        @Nullable RollerCalibration calibration,
        TellingPace pace,
        boolean live) {
    /**
     * Opens {@code serial:PATH?baud=N&rate_hz=N&eco_batch_ms=N}, {@code serial:auto?board_serial=S&ports=PATH,PATH} with the
     * same options, {@code pi?rate_hz=N}, {@code sim:SCENARIO?seed=N&seconds=N&rate_hz=N&speed=S&hardness=H&layout=L&parts=P&with=C,C} with a
     * scenario's name or file, or {@code replay:FILE?speed=S}.
     *
     * @param configured who is on a real roller; a simulated one has only its roller's name.
     * @param settings for what the URI leaves open.
     */
    public static OpenedSource of(String text, Subject configured, LoadedSettings settings, HostClock clock)
            throws CommandFailure {
        SourceUri uri = SourceUri.parse(text);
        return switch (uri.kind()) {
            case "serial" -> serial(text, uri, configured, settings.service(), clock);
            case "pi" -> PiSource.open(text, uri, configured, settings.pi(), settings.piPins(), clock);
            case "sim" -> simulated(uri, configured, clock);
            case "replay" -> recorded(uri, configured, clock);
            default ->
                throw uri.wrong(
                        "a source is serial:auto, serial:/dev/ttyACM0?baud=500000, pi, sim:coached?seed=1 or replay:FILE");
        };
    }

    /** A simulated athlete at a pace of choice, on a roller of that name. */
    public static OpenedSource of(Simulation simulation, Pace pace, String rollerId, HostClock clock) {
        String name = simulation.uri();
        AthleteSimulation athlete = simulation.start();
        Subject subject = Subject.of(athlete, rollerId);
        // A session on another tool scales its band, so the service is told the one that it would be on a roller.
        ToolProfile tool =
                ToolProfile.of(simulation.scenario().make().geometry().geometryId());
        return new OpenedSource(
                name,
                () -> new SimulatedFrameSource(
                        name, new SimulatedBoard(simulation.start(), simulation.rateHz()), pace, clock),
                subject.within(tool.bandOnRoller(subject.band())),
                null,
                TellingPace.USUAL,
                false);
    }

    private static OpenedSource serial(
            String text, SourceUri uri, Subject configured, ServiceSettings service, HostClock clock)
            throws CommandFailure {
        long baud = uri.number("baud", SerialSettings.DEFAULT_BAUD);
        long rateHz = uri.number("rate_hz", 0);
        long ecoBatchMs = uri.number("eco_batch_ms", service.ecoBatchMs());
        String boardSerial = uri.text("board_serial", "");
        String alsoPorts = uri.text("ports", "");
        uri.rejectRest();
        try {
            SerialSettings settings = new SerialSettings(
                    uri.target(),
                    Math.toIntExact(baud),
                    Math.toIntExact(rateHz),
                    Math.toIntExact(ecoBatchMs),
                    boardSerial,
                    alsoPorts.isEmpty() ? List.of() : List.of(alsoPorts.split(",", -1)));
            return new OpenedSource(
                    settings.isSearch() ? text : settings.path(),
                    () -> new SerialFrameSource(settings, clock),
                    configured,
                    null,
                    ServiceSettings.pace(settings.ecoBatchMs()),
                    true);
        } catch (IllegalArgumentException | ArithmeticException invalid) {
            throw uri.wrong(String.valueOf(invalid.getMessage()));
        }
    }

    private static OpenedSource simulated(SourceUri uri, Subject configured, HostClock clock) throws CommandFailure {
        long seed = uri.number("seed", 1);
        long seconds = uri.number("seconds", Simulation.LONGEST_SECONDS);
        long rateHz = uri.number("rate_hz", Simulation.DEFAULT_RATE_HZ);
        Pace pace = uri.pace();
        ScenarioChoice choice = ScenarioChoice.of(uri);
        uri.rejectRest();
        return of(Simulation.of(choice, seed, seconds).at(rateHz), pace, configured.rollerId(), clock);
    }

    private static OpenedSource recorded(SourceUri uri, Subject configured, HostClock clock) throws CommandFailure {
        Pace pace = uri.pace();
        uri.rejectRest();
        return recorded(Path.of(uri.target()), pace, configured, clock);
    }

    /** A {@code .rsw} file, with the calibration and the subject that lie beside it, if any. */
    public static OpenedSource recorded(Path file, Pace pace, Subject configured, HostClock clock)
            throws CommandFailure {
        if (!Files.isReadable(file)) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, file + " cannot be read; a recording is a .rsw file or a session's id");
        }
        BesideRecording beside = BesideRecording.of(file);
        Subject subject = onRoller(beside);
        return new OpenedSource(
                file.toString(),
                () -> new RecordedFrameSource(file, pace, clock),
                subject == null ? configured : subject,
                beside.calibration(),
                TellingPace.USUAL,
                false);
    }

    /** Who lies beside a recording, with the band that would be theirs on a roller: a session on another tool scales it again. */
    private static @Nullable Subject onRoller(BesideRecording beside) {
        Subject subject = beside.subject();
        RollerCalibration calibration = beside.calibration();
        if (subject == null || calibration == null || !PadGeometry.isKnown(calibration.geometryId())) {
            return subject;
        }
        return subject.within(ToolProfile.of(calibration.geometryId()).bandOnRoller(subject.band()));
    }
}
