package org.rollscope.app.calibrate;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.TypedLines;
import org.rollscope.app.source.BenchFrames;
import org.rollscope.calibration.CalibrationHands;
import org.rollscope.calibration.CalibrationStep;
import org.rollscope.calibration.SheetRow;
import org.rollscope.frame.RawFrame;

/**
 * A person at a terminal, or a script at a pipe: is told what to do, and presses Enter when it is done.
 *
 * <p><b>Threads.</b> One.
 */
final class TerminalHands implements CalibrationHands {
    private static final long LOOK_MS = 100;
    private static final int BENCH_WAIT_MS = 60_000;

    private final BenchFrames frames;
    private final TypedLines typed;
    private final Worksheet worksheet;
    private final PrintWriter err;
    private final Doing doing;
    private final boolean live = Boolean.getBoolean("rollscope.terminal");

    /** Carries a step out when somebody has said so. */
    interface Doing {
        /** A person has done it when Enter was pressed. */
        Doing BY_PERSON = step -> Answer.DONE;

        Answer follow(CalibrationStep step);
    }

    TerminalHands(BenchFrames frames, TypedLines typed, Worksheet worksheet, PrintWriter err, Doing doing) {
        this.frames = frames;
        this.typed = typed;
        this.worksheet = worksheet;
        this.err = err;
        this.doing = doing;
    }

    @Override
    public Answer ask(CalibrationStep step) {
        say(CalibrationText.prompt(step));
        while (true) {
            String line = awaitLine(step);
            if (line == null) {
                return Answer.STOP;
            }
            switch (line.toLowerCase(Locale.ROOT)) {
                case "", "ok" -> {
                    return doing.follow(step);
                }
                case "leave" -> {
                    return step.kind() == CalibrationStep.Kind.STILL ? Answer.STOP : Answer.LEAVE_LOAD;
                }
                case "dead" -> {
                    return step.kind() == CalibrationStep.Kind.STILL ? Answer.STOP : Answer.LEAVE_PAD;
                }
                case "stop" -> {
                    return Answer.STOP;
                }
                default ->
                    say(
                            "  Enter: done; leave: go on without this load; dead: go on without this pad; stop: go on another"
                                    + " day");
            }
        }
    }

    /** Waits for a line, and shows meanwhile what is read; null when none will come. */
    private @Nullable String awaitLine(CalibrationStep step) {
        String line = typed.next(0);
        while (line == null && !typed.isOver() && frames.pass()) {
            show(step);
            line = typed.next(frames.keepsTime() ? LOOK_MS : BENCH_WAIT_MS);
        }
        return line;
    }

    private void show(CalibrationStep step) {
        RawFrame frame = frames.newest();
        if (live && frame != null && step.kind() != CalibrationStep.Kind.LAY) {
            err.print("\r  now " + (int) frame.padCounts()[step.padIndex()] + " counts   ");
            err.flush();
        }
    }

    @Override
    public @Nullable RawFrame nextFrame() {
        return frames.next();
    }

    @Override
    public void refused(CalibrationStep step, String why) {
        say("  refused: " + why);
    }

    @Override
    public void taken(SheetRow row) {
        try {
            worksheet.add(row);
        } catch (IOException failed) {
            throw new UncheckedIOException(worksheet.file() + " cannot be written", failed);
        }
        String words = CalibrationText.taken(row);
        if (!words.isEmpty()) {
            say(words);
        }
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }
}
