package org.rollscope.app.shell;

import java.io.PrintWriter;
import java.util.Locale;
import org.rollscope.export.ExportJob;

/** Tells people how far an export is: every tenth, where it takes long enough to be of interest. */
public final class ExportProgress implements ExportJob.Progress {
    private static final long FEW_FRAMES_COUNT = 60_000;
    private static final int STEPS = 10;

    private final PrintWriter err;
    private final long frameCount;
    private final long stepCount;
    private long writtenCount;
    private boolean told;

    /**
     * Nothing is written yet.
     *
     * @param err where people read it.
     * @param frameCount how many will be.
     */
    public ExportProgress(PrintWriter err, long frameCount) {
        this.err = err;
        this.frameCount = frameCount;
        this.stepCount = Math.max(1, frameCount / STEPS);
    }

    @Override
    public void frameWritten() {
        writtenCount++;
        if (frameCount >= FEW_FRAMES_COUNT && writtenCount % stepCount == 0) {
            told = true;
            err.printf(Locale.ROOT, "\r%3d %% of %d frames", 100 * writtenCount / frameCount, frameCount);
            err.flush();
        }
    }

    /** Ends the line. */
    public void end() {
        if (told) {
            err.println();
            err.flush();
        }
    }
}
