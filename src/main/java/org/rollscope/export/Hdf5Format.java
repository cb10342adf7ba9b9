package org.rollscope.export;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollscope.session.ArchiveException;

/**
 * An HDF5 file for each session: a group for each table, a compressed data set for each column.
 *
 * <p>Texts are ASCII: the library writes no others that every reader understands.
 */
public final class Hdf5Format implements ExportFormat {
    @Override
    public String word() {
        return "hdf5";
    }

    @Override
    public boolean holdsTables() {
        return true;
    }

    @Override
    public String texts() {
        return "ASCII: letters lose their marks (an umlaut becomes its plain letter), long dashes become -, and what"
                + " is still no ASCII becomes a question mark. Commas, quotes, tabs and line breaks stay. Whole in "
                + "README.txt.";
    }

    @Override
    public void write(ExportJob job, Path folder) throws IOException, ArchiveException, ExportException {
        for (ExportedSession session : job.sessions()) {
            Path file = folder.resolve(session.sessionId() + ".h5");
            try (ColumnSpool spool = ColumnSpool.of(session, folder, job.progress())) {
                write(session, spool, file, job);
            } catch (UncheckedIOException failed) {
                throw failed.getCause();
            } catch (HdfException failed) {
                throw new IOException(file + ": " + failed.getMessage(), failed);
            }
        }
    }

    private static void write(ExportedSession session, ColumnSpool spool, Path file, ExportJob job) {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("session_id", session.sessionId());
            hdf.putAttribute("participant_id", ascii(session.record().athleteId()));
            hdf.putAttribute("started_at", session.record().startedAt().toString());
            hdf.putAttribute("muscle", session.record().muscle().word());
            hdf.putAttribute("side", session.record().side().word());
            hdf.putAttribute("rate_hz", session.record().hello().rateHz());
            hdf.putAttribute("calibration_id", ascii(session.record().calibrationId()));
            hdf.putAttribute("software_version", ascii(session.record().softwareVersion()));
            hdf.putAttribute("exported_by", "rollscope " + ascii(job.softwareVersion()));
            hdf.putAttribute("title", ascii(job.texts().title()));
            if (!job.texts().note().isEmpty()) {
                hdf.putAttribute("note", ascii(job.texts().note()));
            }
            if (spool.rowCount() > 0) {
                putFrames(hdf.putGroup("samples"), session.tables().samples(), spool);
                putFrames(hdf.putGroup("raw"), session.tables().raw(), spool);
            }
            for (SmallTable small : List.of(
                    EventTable.of(session.events()),
                    SpanTable.of(session.spans()),
                    SessionTable.of(List.of(session), job.texts().note()),
                    SideTable.of(job.sessions()))) {
                if (!small.rows().isEmpty()) {
                    putSmall(hdf.putGroup(small.table().name()), small);
                }
            }
        }
    }

    private static void putFrames(WritableGroup group, Table table, ColumnSpool spool) {
        for (int index = 0; index < table.columns().size(); index++) {
            Column column = table.columns().get(index);
            int columnIndex = index;
            Hdf5Column.Values values;
            if (column.kind() == Column.Kind.REAL) {
                values = () -> spool.floats(table, columnIndex);
            } else if (ColumnSpool.isLong(column)) {
                values = () -> spool.longs(table, columnIndex);
            } else {
                values = () -> spool.ints(table, columnIndex);
            }
            group.putDataset(column.key(), new Hdf5Column(group, column, values));
        }
    }

    private static void putSmall(WritableGroup group, SmallTable small) {
        for (int index = 0; index < small.table().columns().size(); index++) {
            Column column = small.table().columns().get(index);
            int columnIndex = index;
            List<@Nullable Object> values =
                    small.rows().stream().map(row -> row.get(columnIndex)).toList();
            group.putDataset(column.key(), new Hdf5Column(group, column, () -> array(column, values)));
        }
    }

    private static Object array(Column column, List<@Nullable Object> values) {
        return switch (column.kind()) {
            case INTEGER ->
                values.stream()
                        .mapToLong(value -> (Long) Objects.requireNonNull(value))
                        .toArray();
            case REAL, DOUBLE ->
                values.stream()
                        .mapToDouble(value -> value == null ? Double.NaN : (Double) value)
                        .toArray();
            case WORD, TEXT ->
                values.stream()
                        .map(value -> value == null ? "" : ascii((String) value))
                        .toArray(String[]::new);
        };
    }

    /** Letters without their marks, and a question mark for what is still no ASCII. */
    static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\u2010-\\u2015]", "-")
                .replaceAll("[^\\x00-\\x7F]", "?");
    }
}
