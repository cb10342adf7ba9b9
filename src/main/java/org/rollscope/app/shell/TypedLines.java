package org.rollscope.app.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lines from a keyboard or a pipe, read beside whatever else goes on. <b>Threads.</b> One daemon thread of its own. */
public final class TypedLines {
    /** Stands for the end of the input; no line that somebody types is this object. */
    private static final String[] END = {""};

    private final LinkedBlockingQueue<String[]> lines = new LinkedBlockingQueue<>();
    private boolean over;

    public TypedLines(InputStream input) {
        Thread reading = new Thread(() -> read(input), "typed-lines");
        reading.setDaemon(true);
        reading.start();
    }

    private void read(InputStream input) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, Charset.defaultCharset()))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(new String[] {line.strip()});
            }
        } catch (IOException closed) {
            // the same as its end
        } finally {
            lines.add(END);
        }
    }

    /**
     * Waits for a line.
     *
     * @param waitMs how long at most.
     * @return null when none came, or none will come; see {@link #isOver}.
     */
    @Nullable
    public String next(long waitMs) {
        try {
            String[] line = over ? null : lines.poll(waitMs, TimeUnit.MILLISECONDS);
            over |= line == END;
            return line == null || line == END ? null : line[0];
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            over = true;
            return null;
        }
    }

    /** Whether no line will come any more. */
    public boolean isOver() {
        return over;
    }
}
