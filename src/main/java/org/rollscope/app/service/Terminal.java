package org.rollscope.app.service;

import java.io.PrintWriter;
import java.util.Locale;
import org.rollscope.app.sessions.SessionText;
import org.rollscope.frame.Quality;
import org.rollscope.session.Advice;
import org.rollscope.session.LiveMetrics;

/**
 * The live line: rewritten in place on a terminal, one line a second elsewhere.
 *
 * <p><b>Threads.</b> One.
 */
final class Terminal {
    /** Score from which on it is worth a word; events have their own dwell. */
    private static final double GUARDING_FROM_RATIO = 0.6;

    private static final long LINE_EVERY_US = 1_000_000;

    private final PrintWriter out;
    private final boolean inPlace;
    private final boolean silent;
    private long lastLineUs = Long.MIN_VALUE;
    private boolean lineOpen;

    private Terminal(PrintWriter out, boolean inPlace, boolean silent) {
        this.out = out;
        this.inPlace = inPlace;
        this.silent = silent;
    }

    /** A terminal that says nothing. */
    static Terminal silent(PrintWriter out) {
        return new Terminal(out, false, true);
    }

    /** A terminal with a live line; the launcher says whether standard output is one. */
    static Terminal live(PrintWriter out) {
        return new Terminal(out, Boolean.getBoolean("rollscope.terminal"), false);
    }

    void live(LiveMetrics metrics) {
        boolean due = inPlace || metrics.deviceTimeUs() - LINE_EVERY_US >= lastLineUs;
        if (silent || !due) {
            return;
        }
        lastLineUs = metrics.deviceTimeUs();
        out.print((inPlace ? "\r" : "") + line(metrics) + (inPlace ? "   " : System.lineSeparator()));
        out.flush();
        lineOpen = inPlace;
    }

    /** Ends a line that is rewritten in place. */
    void end() {
        if (lineOpen) {
            out.println();
            out.flush();
        }
    }

    private static String line(LiveMetrics metrics) {
        String hold = metrics.holdMs() > 0 ? " " + SessionText.clock(metrics.holdMs()) : "";
        String warning = metrics.overpressure()
                ? "  OVER THE CEILING"
                : metrics.guardingScoreRatio() >= GUARDING_FROM_RATIO ? "  guarding suspected" : "";
        String advice = metrics.advice() == Advice.NONE
                ? ""
                : "  -> " + metrics.advice().word().replace('_', ' ');
        String doubt =
                metrics.qualityFlags() == Quality.GOOD_FLAGS ? "" : "  (" + Quality.words(metrics.qualityFlags()) + ")";
        String speed = Double.isFinite(metrics.speedMmPerS())
                ? String.format(Locale.ROOT, "  %4.0f mm/s", Math.abs(metrics.speedMmPerS()))
                : ""; // the tool does not roll
        return String.format(
                Locale.ROOT,
                "%s  %-13s %5.1f +-%3.1f kPa of %3.0f  %4.0f N  %4.0f cm2%s%s%s%s",
                SessionText.clock(metrics.deviceTimeUs() / 1000),
                metrics.activity().word() + hold,
                metrics.meanPressureKpa(),
                metrics.meanPressureKpa() * metrics.pressureErrorRatio(),
                metrics.band().ceilingKpa(),
                metrics.totalForceN(),
                metrics.contactAreaMm2() / 100,
                speed,
                warning,
                advice,
                doubt);
    }
}
