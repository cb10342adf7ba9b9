package org.rollscope.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.rollscope.session.ArchiveException;

/**
 * EDF+ with 16 bits, or BDF+ with 24: signals on an even grid of time, and events as annotations.
 *
 * <p>The frames are read twice: first for the range of each signal. A frame that did not come is a missing value: the lowest whole number.
 */
public final class EdfFormat implements ExportFormat {
    private static final int NARROW_BYTES = 2;
    private static final int WIDE_BYTES = 3;

    private final boolean wide;

    private EdfFormat(boolean wide) {
        this.wide = wide;
    }

    /** EDF+. */
    public static EdfFormat edf() {
        return new EdfFormat(false);
    }

    /** BDF+. */
    public static EdfFormat bdf() {
        return new EdfFormat(true);
    }

    @Override
    public String word() {
        return wide ? "bdf" : "edf";
    }

    @Override
    public String texts() {
        return "The header is ASCII of fixed length: other signs are left out, blanks in names become _, and what is"
                + " too long is cut. It holds no title, author or note: those stand whole in README.txt. Annotations "
                + "are UTF-8 and hold only words of this program; the separators of the format (0x14, 0x15, 0) cannot "
                + "stand in them.";
    }

    @Override
    public void write(ExportJob job, Path folder) throws IOException, ArchiveException, ExportException {
        for (ExportedSession session : job.sessions()) {
            write(session, folder.resolve(session.sessionId() + "." + word()), job.progress());
        }
    }

    private void write(ExportedSession session, Path file, ExportJob.Progress progress)
            throws IOException, ArchiveException {
        int sampleBytes = wide ? WIDE_BYTES : NARROW_BYTES;
        List<EdfSignal> all = EdfSignal.of(session.tables());
        long[] lastTick = {0};
        int rateHz = session.record().hello().rateHz();
        session.samples().read(row -> {
            for (EdfSignal signal : all) {
                signal.measure(signal.value(row));
            }
            lastTick[0] = Math.max(lastTick[0], tick(row, rateHz));
        });
        // Readers draw the lowest number as a value: a signal of nothing else, as a stick's speed, would look like a
        // flat line.
        List<EdfSignal> signals = all.stream().filter(EdfSignal::hasValues).toList();
        signals.forEach(signal -> signal.fit(EdfFile.largest(sampleBytes)));
        int recordCount = (int) (lastTick[0] / rateHz) + 1;
        try (EdfFile edf = new EdfFile(file, session, signals, sampleBytes, recordCount)) {
            session.samples().read(row -> {
                edf.frame(tick(row, rateHz), row);
                progress.frameWritten();
            });
            edf.endRecord();
        }
    }

    private static long tick(SampleRow row, int rateHz) {
        return Math.round(row.timeUs() * (double) rateHz / 1e6);
    }
}
