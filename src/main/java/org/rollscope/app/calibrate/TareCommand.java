package org.rollscope.app.calibrate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.calibration.Tare;
import org.rollscope.command.CommandAnswer;
import org.rollscope.config.CalibrationFolder;
import org.rollscope.frame.HostClock;

/** Writes the zero that a running service has seen as {@code rollscope calibrate --tare} does. */
public final class TareCommand {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path configFolder;
    private final HostClock clock;

    public TareCommand(Path configFolder, HostClock clock) {
        this.configFolder = configFolder;
        this.clock = clock;
    }

    /** What was written; nothing, and an error, when the calibration is null. */
    public record Written(@Nullable RollerCalibration calibration, CommandAnswer answer) {
        /** The answer when the pipeline uses it, or does not. */
        public CommandAnswer answerAfter(CommandAnswer used) {
            return new CommandAnswer(true, answer.message() + "; " + used.message(), answer.facts());
        }
    }

    public Written write(Tare seen) {
        String refusal = seen.refusal();
        if (refusal != null) {
            return new Written(null, CommandAnswer.refused("not tared: " + refusal));
        }
        String moment = MOMENT.format(clock.wallClock());
        RollerCalibration tared = seen.tared(named(seen.calibration().calibrationId(), moment));
        Path file = configFolder.resolve("calibration").resolve(tared.boardSerial() + ".json");
        try {
            CalibrationFolder.save(file, tared, moment);
        } catch (IOException failed) {
            return new Written(
                    null,
                    CommandAnswer.refused("not tared: " + file + " cannot be written (" + failed.getMessage()
                            + "); nothing has changed"));
        }
        return new Written(
                tared, CommandAnswer.done("tared, written to " + file).with("calibration_id", tared.calibrationId()));
    }

    /** Name of a calibration with a zero of a moment. */
    static String named(String calibrationId, String moment) {
        return calibrationId.replaceAll("\\+tare-.*", "") + "+tare-" + moment;
    }
}
