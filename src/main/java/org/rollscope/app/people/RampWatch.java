package org.rollscope.app.people;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.TypedLines;
import org.rollscope.app.source.BenchFrames;
import org.rollscope.athlete.RampRepeat;
import org.rollscope.frame.RawFrame;
import org.rollscope.pipeline.SessionAnalysis;

/**
 * Listens to one ramp: the athlete types the pain that is felt, and the mean pressure of that moment is taken.
 *
 * <p><b>Threads.</b> One.
 */
final class RampWatch {
    /** Pain from which on an athlete is told to stop, domain study 3.4. */
    private static final int STOP_PAIN = 8;
    /** Approach that may make a muscle tense: domain study 9.5. */
    private static final double FAST_KPA_PER_S = 5;

    private static final long LINE_WAIT_MS = 60_000;
    private static final long LIVE_EVERY_US = 200_000;
    private static final String WAIT = "wait ";

    private final BenchFrames frames;
    private final TypedLines typed;
    private final SessionAnalysis analysis;
    private final PrintWriter err;
    private final boolean live = Boolean.getBoolean("rollscope.terminal");
    private final double[] painKpa = new double[STOP_PAIN];
    private long lastShownUs;

    RampWatch(BenchFrames frames, TypedLines typed, SessionAnalysis analysis, PrintWriter err) {
        this.frames = frames;
        this.typed = typed;
        this.analysis = analysis;
        this.err = err;
    }

    /**
     * Waits for one ramp.
     *
     * @return the pressures at pain 3, 6 and 7; null when it was stopped.
     */
    @Nullable
    RampRepeat listen() {
        java.util.Arrays.fill(painKpa, 0);
        while (true) {
            // A roller goes on while somebody is still to type; a simulation as fast as it goes only waits when it is
            // told to.
            String line = typed.next(frames.keepsTime() ? 0 : LINE_WAIT_MS);
            if (line == null) {
                boolean goesOn = !typed.isOver() && (!frames.keepsTime() || step());
                if (!goesOn) {
                    return null;
                }
                continue;
            }
            if (line.startsWith(WAIT)) {
                pass(number(line.substring(WAIT.length())));
                continue;
            }
            int pain = (int) number(line);
            if (line.equals("stop")) {
                return null;
            }
            if (pain >= STOP_PAIN) {
                say("  ease off: pain " + pain
                        + " is more than this test asks for; this ramp does not count, begin again");
                java.util.Arrays.fill(painKpa, 0);
            } else if (pain < 0) {
                say("  type the pain you feel, 0 to 10, at the moment you feel it; stop ends the test");
            } else if (take(pain)) {
                RampRepeat repeat = repeat();
                if (repeat != null) {
                    return repeat;
                }
            }
        }
    }

    /** Notes a pain; true when the last one has been noted. */
    private boolean take(int pain) {
        double pressureKpa = analysis.features().meanPressureKpa();
        painKpa[pain] = pressureKpa;
        boolean fast = analysis.features().pressureSlopeKpaPerS() > FAST_KPA_PER_S;
        say(String.format(
                Locale.ROOT,
                "  pain %d at %.1f kPa%s",
                pain,
                pressureKpa,
                fast ? "; slower: 2 to 3 kPa a second" : ""));
        return pain == STOP_PAIN - 1;
    }

    private @Nullable RampRepeat repeat() {
        try {
            return new RampRepeat(painKpa[3], painKpa[6], painKpa[7]);
        } catch (IllegalArgumentException refused) {
            say("  this ramp does not count: " + refused.getMessage() + "; begin again");
            java.util.Arrays.fill(painKpa, 0);
            return null;
        }
    }

    /** Lets so many seconds of the roller's time pass; false when there are no more frames. */
    boolean pass(double seconds) {
        long untilUs = analysis.deviceTimeUs() + (long) (seconds * 1e6);
        boolean more = true;
        while (more && analysis.deviceTimeUs() < untilUs) {
            more = step();
        }
        return more;
    }

    private boolean step() {
        RawFrame frame = frames.next();
        if (frame == null) {
            return false;
        }
        analysis.accept(frame);
        if (live && frame.deviceTimeUs() - lastShownUs >= LIVE_EVERY_US) {
            lastShownUs = frame.deviceTimeUs();
            err.printf(
                    Locale.ROOT,
                    "\r  %5.1f kPa  %+5.1f kPa/s   ",
                    analysis.features().meanPressureKpa(),
                    analysis.features().pressureSlopeKpaPerS());
            err.flush();
        }
        return true;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }
}
