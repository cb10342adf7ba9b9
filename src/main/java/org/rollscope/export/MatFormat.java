package org.rollscope.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.rollscope.session.ArchiveException;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5Writer;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;

/**
 * A MATLAB file (level 5) for each session: one variable for each column, "samples_..." and "raw_..." and "events_...".
 *
 * <p>Texts are ASCII: Octave 7.3 cuts others short.
 */
public final class MatFormat implements ExportFormat {
    @Override
    public String word() {
        return "mat";
    }

    @Override
    public boolean holdsTables() {
        return true;
    }

    @Override
    public String texts() {
        return "ASCII, for Octave 7.3 cuts other texts short: letters lose their marks, long dashes become -, and "
                + "what is still no ASCII becomes a question mark. Commas, quotes, tabs and line breaks stay. Whole in "
                + "README.txt.";
    }

    @Override
    public void write(ExportJob job, Path folder) throws IOException, ArchiveException, ExportException {
        for (ExportedSession session : job.sessions()) {
            Path file = folder.resolve(session.sessionId() + ".mat");
            try (ColumnSpool spool = ColumnSpool.of(session, folder, job.progress());
                    Sink sink = Sinks.newStreamingFile(file.toFile())) {
                Mat5Writer writer = Mat5.newWriter(sink).setDeflateLevel(Deflater.BEST_SPEED);
                writer.writeMat(Mat5.newMatFile());
                writeFacts(writer, session, job);
                writeFrames(writer, session.tables().samples(), spool);
                writeFrames(writer, session.tables().raw(), spool);
                writeSmall(writer, EventTable.of(session.events()));
                writeSmall(writer, SpanTable.of(session.spans()));
                writeSmall(writer, SessionTable.of(List.of(session), job.texts().note()));
                writeSmall(writer, SideTable.of(job.sessions()));
            }
        }
    }

    private static void writeFacts(Mat5Writer writer, ExportedSession session, ExportJob job) throws IOException {
        writer.writeArray("session_id", Mat5.newString(session.sessionId()));
        writer.writeArray("participant_id", text(session.record().athleteId()));
        writer.writeArray(
                "started_at", Mat5.newString(session.record().startedAt().toString()));
        writer.writeArray("rate_hz", Mat5.newScalar(session.record().hello().rateHz()));
        writer.writeArray("calibration_id", text(session.record().calibrationId()));
        writer.writeArray("software_version", text(session.record().softwareVersion()));
        writer.writeArray("title", text(job.texts().title()));
        writer.writeArray("note", text(job.texts().note()));
    }

    private static Array text(String text) {
        return Mat5.newString(Hdf5Format.ascii(text));
    }

    private static void writeFrames(Mat5Writer writer, Table table, ColumnSpool spool) throws IOException {
        int rowCount = (int) spool.rowCount();
        for (int index = 0; index < table.columns().size(); index++) {
            Column column = table.columns().get(index);
            Matrix matrix;
            if (column.kind() == Column.Kind.REAL) {
                float[] values = spool.floats(table, index);
                matrix = Mat5.newMatrix(rowCount, 1, MatlabType.Single);
                for (int row = 0; row < rowCount; row++) {
                    matrix.setFloat(row, values[row]);
                }
            } else if (ColumnSpool.isLong(column)) {
                long[] values = spool.longs(table, index);
                matrix = Mat5.newMatrix(rowCount, 1, MatlabType.Int64);
                for (int row = 0; row < rowCount; row++) {
                    matrix.setLong(row, values[row]);
                }
            } else {
                int[] values = spool.ints(table, index);
                matrix = Mat5.newMatrix(rowCount, 1, MatlabType.Int32);
                for (int row = 0; row < rowCount; row++) {
                    matrix.setInt(row, values[row]);
                }
            }
            writer.writeArray(table.name() + "_" + column.key(), matrix);
            if (!column.words().isEmpty()) {
                Cell words = Mat5.newCell(column.words().size(), 1);
                for (int word = 0; word < column.words().size(); word++) {
                    words.set(word, Mat5.newString(column.words().get(word)));
                }
                writer.writeArray(table.name() + "_" + column.key() + "_words", words);
            }
        }
    }

    private static void writeSmall(Mat5Writer writer, SmallTable small) throws IOException {
        int rowCount = small.rows().size();
        for (int index = 0; index < small.table().columns().size(); index++) {
            Column column = small.table().columns().get(index);
            // A variable has letters, digits and underlines.
            String name = small.table().name() + "_" + column.key().replace('.', '_');
            if (column.kind() == Column.Kind.WORD || column.kind() == Column.Kind.TEXT) {
                Cell texts = Mat5.newCell(rowCount, 1);
                for (int row = 0; row < rowCount; row++) {
                    texts.set(row, text(Objects.toString(small.rows().get(row).get(index), "")));
                }
                writer.writeArray(name, texts);
            } else {
                Matrix matrix = Mat5.newMatrix(rowCount, 1, MatlabType.Double);
                for (int row = 0; row < rowCount; row++) {
                    matrix.setDouble(row, number(small.rows(), row, index));
                }
                writer.writeArray(name, matrix);
            }
        }
    }

    private static double number(List<List<@Nullable Object>> rows, int row, int index) {
        Object value = rows.get(row).get(index);
        return value instanceof Number known ? known.doubleValue() : Double.NaN;
    }
}
