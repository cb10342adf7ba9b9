package org.rollscope.app.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.Subject;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.DocumentJson;

/**
 * What lies beside a {@code .rsw} file.
 *
 * @param calibration from {@code calibration.json}, null when there is none.
 * @param subject from {@code session.json}, null when there is none.
 */
record BesideRecording(
        @Nullable RollerCalibration calibration, @Nullable Subject subject) {
    static BesideRecording of(Path recording) throws CommandFailure {
        return new BesideRecording(
                read(recording.resolveSibling("calibration.json"), DocumentJson::readCalibration),
                read(recording.resolveSibling("session.json"), Subject::ofJson));
    }

    private static <T> @Nullable T read(Path file, Function<String, T> parser) throws CommandFailure {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return parser.apply(Files.readString(file));
        } catch (IOException failed) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, file + " cannot be read", failed);
        } catch (IllegalArgumentException damaged) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, file + " " + damaged.getMessage(), damaged);
        }
    }
}
