package org.rollscope.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An EDF+ or BDF+ file: a header in ASCII, then one record a second.
 *
 * <p><b>Source.</b> EDF+ (Kemp and Olivan 2003); BDF+ is the same with 24 bits. <b>Threads.</b> One.
 */
final class EdfFile implements AutoCloseable {
    private static final int HEADER_BYTES = 256;

    private final OutputStream out;
    private final int sampleBytes;
    private final int largest;
    private final List<EdfSignal> signals;
    private final EdfAnnotations annotations;
    private final int annotationSamples;
    private final int samplesPerRecord;
    private final int[][] record;
    private int second;

    /**
     * Begins a file.
     *
     * @param file where.
     * @param session whose.
     * @param signals fitted.
     * @param sampleBytes 2 for EDF+, 3 for BDF+.
     * @param recordCount seconds.
     */
    EdfFile(Path file, ExportedSession session, List<EdfSignal> signals, int sampleBytes, int recordCount)
            throws IOException {
        this.signals = signals;
        this.sampleBytes = sampleBytes;
        largest = largest(sampleBytes);
        samplesPerRecord = session.record().hello().rateHz();
        annotations = new EdfAnnotations(session, recordCount);
        annotationSamples = (annotations.longestBytes() + sampleBytes - 1) / sampleBytes;
        record = new int[signals.size()][samplesPerRecord];
        clear();
        out = new BufferedOutputStream(Files.newOutputStream(file));
        writeHeader(session, recordCount);
    }

    /** The highest whole number of a sample. */
    static int largest(int sampleBytes) {
        return (1 << (8 * sampleBytes - 1)) - 1;
    }

    private void clear() {
        for (int[] values : record) {
            Arrays.fill(values, -largest - 1);
        }
    }

    /** Takes a frame; its place is a number of ticks from the start, never less than that of the frame before. */
    void frame(long tick, SampleRow row) throws IOException {
        while (second < tick / samplesPerRecord) {
            endRecord();
        }
        int at = (int) (tick % samplesPerRecord);
        for (int index = 0; index < record.length; index++) {
            EdfSignal signal = signals.get(index);
            record[index][at] = signal.digital(signal.value(row), largest);
        }
    }

    /** Ends the present record. */
    void endRecord() throws IOException {
        for (int[] values : record) {
            for (int value : values) {
                for (int shift = 0; shift < 8 * sampleBytes; shift += 8) {
                    out.write(value >> shift);
                }
            }
        }
        out.write(annotations.record(second, annotationSamples * sampleBytes));
        second++;
        clear();
    }

    private void writeHeader(ExportedSession session, int recordCount) throws IOException {
        int signalCount = signals.size() + 1;
        ZonedDateTime start = session.record().startedAt().atZone(ZoneOffset.UTC);
        boolean wide = sampleBytes == 3;
        StringBuilder header = new StringBuilder();
        if (wide) {
            header.append('\u00ff').append(field("BIOSEMI", 7));
        } else {
            header.append(field("0", 8));
        }
        header.append(field(word(session.record().athleteId()) + " X X X", 80));
        header.append(field(
                "Startdate "
                        + DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ROOT)
                                .format(start)
                                .toUpperCase(Locale.ROOT) + " " + word(session.sessionId()) + " X Rollscope",
                80));
        header.append(field(DateTimeFormatter.ofPattern("dd.MM.uu", Locale.ROOT).format(start), 8));
        header.append(field(DateTimeFormatter.ofPattern("HH.mm.ss", Locale.ROOT).format(start), 8));
        header.append(field(Integer.toString(HEADER_BYTES * (signalCount + 1)), 8));
        header.append(field(wide ? "BDF+C" : "EDF+C", 44));
        header.append(field(Integer.toString(recordCount), 8))
                .append(field("1", 8))
                .append(field("" + signalCount, 4));
        signals.forEach(signal -> header.append(field(signal.label(), 16)));
        header.append(field(wide ? "BDF Annotations" : "EDF Annotations", 16));
        signals.forEach(signal -> header.append(field(signal.description(), 80)));
        header.append(field("", 80));
        signals.forEach(signal -> header.append(field(signal.unit(), 8)));
        header.append(field("", 8));
        signals.forEach(signal -> header.append(field(signal.physicalMinimum(largest), 8)));
        header.append(field("-1", 8));
        signals.forEach(signal -> header.append(field(signal.physicalMaximum(largest), 8)));
        header.append(field("1", 8));
        header.append(field("" + (-largest - 1), 8).repeat(signalCount));
        header.append(field("" + largest, 8).repeat(signalCount));
        header.append(field("", 80).repeat(signalCount));
        header.append(field("" + samplesPerRecord, 8).repeat(signals.size())).append(field("" + annotationSamples, 8));
        header.append(field("", 32).repeat(signalCount));
        out.write(header.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A field of the header: ASCII, filled up with blanks; what does not fit is cut. */
    private static String field(String text, int length) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[^ -~]", "");
        return (plain.length() > length ? plain.substring(0, length) : plain)
                + " ".repeat(Math.max(0, length - plain.length()));
    }

    /** A subfield has no blanks. */
    private static String word(String text) {
        return text.isBlank() ? "X" : text.replaceAll("\\s+", "_");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
