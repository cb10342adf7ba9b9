package org.rollscope.app.shell;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Tells people how far a long work is: a bar that is rewritten in place on a terminal, a line for each tenth elsewhere.
 *
 * <p><b>Threads.</b> One.
 */
public final class ProgressLine {
    private static final int TENTHS = 10;
    private static final int PERCENT = 100;
    private static final int BAR_COLUMNS = 30;

    private final PrintWriter err;
    private final String unit;
    private final long wholeCount;
    private final boolean silent;
    private final boolean inPlace;
    private long doneCount;
    private long toldStep;
    private int openColumns;

    /**
     * Nothing is done yet. The launcher says whether standard error is a terminal.
     *
     * @param err where people read it.
     * @param unit what is counted, as "frames".
     * @param wholeCount how many there will be.
     * @param fewCount below which it is quickly done and nothing is told.
     */
    public ProgressLine(PrintWriter err, String unit, long wholeCount, long fewCount) {
        this(err, unit, wholeCount, fewCount, Boolean.getBoolean("rollscope.progress"));
    }

    ProgressLine(PrintWriter err, String unit, long wholeCount, long fewCount, boolean inPlace) {
        this.err = err;
        this.unit = unit;
        this.wholeCount = wholeCount;
        this.silent = wholeCount < Math.max(1, fewCount);
        this.inPlace = inPlace;
    }

    /** One more is done. */
    public void advance() {
        advance(true);
    }

    /**
     * One more is done.
     *
     * @param worth whether it is worth telling, as when it took time.
     */
    public void advance(boolean worth) {
        doneCount++;
        long step = doneCount * (inPlace ? PERCENT : TENTHS) / Math.max(1, wholeCount);
        if (worth && !silent && step > toldStep) {
            toldStep = step;
            tell();
        }
    }

    private void tell() {
        String words =
                String.format(Locale.ROOT, "%3d %% of %d %s", PERCENT * doneCount / wholeCount, wholeCount, unit);
        if (inPlace) {
            int filledColumns = (int) (BAR_COLUMNS * doneCount / wholeCount);
            String bar = "[" + "#".repeat(filledColumns) + ".".repeat(BAR_COLUMNS - filledColumns) + "] " + words;
            err.print("\r" + bar);
            openColumns = bar.length();
        } else {
            err.println(words);
        }
        err.flush();
    }

    /** Takes the bar away, so that something else can be said; it comes back with the next step. */
    public void clear() {
        if (openColumns > 0) {
            err.print("\r" + " ".repeat(openColumns) + "\r");
            err.flush();
            openColumns = 0;
        }
    }

    /** Ends the line. */
    public void end() {
        if (openColumns > 0) {
            err.println();
            err.flush();
            openColumns = 0;
        }
    }
}
