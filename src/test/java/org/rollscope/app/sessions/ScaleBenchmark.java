package org.rollscope.app.sessions;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.rollscope.export.Column;
import org.rollscope.export.ExportFormat;
import org.rollscope.export.ExportJob;
import org.rollscope.export.ExportTexts;
import org.rollscope.export.ExportedSession;
import org.rollscope.export.Exporter;
import org.rollscope.export.SampleTables;
import org.rollscope.export.Table;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import org.rollscope.store.SqliteSessionArchive;

/**
 * The side of {@code benchmark.sh} that is written in Java: {@code frames}, {@code analyse} and {@code parquet}, each with a data
 * folder that holds one session. No test; prints lines of {@code key value}.
 */
final class ScaleBenchmark {
    private ScaleBenchmark() {}

    /** Runs one part. */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[1]);
        try (SessionArchive archive = SqliteSessionArchive.open(data)) {
            StoredSession stored = archive.sessions().get(0);
            switch (arguments[0]) {
                case "frames" -> frames(archive, stored, Path.of(arguments[2]));
                case "analyse" -> analyse(archive, stored, Integer.parseInt(arguments[2]));
                case "parquet" -> parquet(archive, stored, Path.of(arguments[2]), Integer.parseInt(arguments[3]));
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    /** The frames as a raw binary file, the calibration with the scales of the board, and what ours makes of each frame. */
    private static void frames(SessionArchive archive, StoredSession stored, Path folder) throws Exception {
        Files.createDirectories(folder);
        String calibration = stored.documents().calibrationJson().stripLeading();
        String scales = String.format(
                Locale.ROOT,
                "{\"accel_full_scale_m_per_s2\": %s, \"gyro_full_scale_rad_per_s\": %s, ",
                stored.record().hello().accelFullScaleMPerS2(),
                stored.record().hello().gyroFullScaleRadPerS());
        Files.writeString(folder.resolve("calibration.json"), scales + calibration.substring(1));
        ByteBuffer record = ByteBuffer.allocate(116).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer result = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        SampleTables tables = SampleTables.of(stored.record().hello());
        int mean = place(tables.samples(), "mean_pressure_kpa");
        int area = place(tables.samples(), "contact_area_mm2");
        int angle = place(tables.samples(), "roll_angle_rad");
        int motion = place(tables.raw(), "accel_x_counts");
        try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(folder.resolve("frames.bin")));
                OutputStream ours = new BufferedOutputStream(Files.newOutputStream(folder.resolve("ours.bin")))) {
            new ArchivedSamples(archive, stored).read(row -> {
                record.clear();
                record.putLong(row.timeUs());
                for (int index = motion; index < tables.raw().columns().size(); index++) {
                    record.putShort((short) row.raw(index));
                }
                raw.write(record.array());
                result.clear();
                result.putFloat((float) row.sample(mean));
                result.putFloat((float) row.sample(area));
                result.putFloat((float) row.sample(angle));
                ours.write(result.array());
            });
        }
    }

    private static int place(Table table, String key) {
        return table.columns().stream().map(Column::key).toList().indexOf(key);
    }

    /** Processor time and wall time of each round, as for the sessions of an archive one after the other. */
    private static void analyse(SessionArchive archive, StoredSession stored, int roundCount) throws Exception {
        for (int round = 0; round < roundCount; round++) {
            Clock clock = new Clock();
            Recomputation computed = Recomputation.of(archive, stored);
            clock.print("analyse");
            if (!computed.events().equals(stored.events())) {
                throw new IllegalStateException("the events differ from the stored ones");
            }
        }
    }

    /** Ours and DuckDB's by turns; rows are decoded once for DuckDB and lie in memory. */
    private static void parquet(SessionArchive archive, StoredSession stored, Path folder, int roundCount)
            throws Exception {
        Files.createDirectories(folder);
        ExportFormat format = Exporter.FORMATS.stream()
                .filter(one -> one.word().equals("parquet"))
                .findFirst()
                .orElseThrow();
        Rows rows = Rows.of(archive, stored);
        for (int round = 0; round < roundCount; round++) {
            Path ours = folder.resolve("ours");
            Clock clock = new Clock();
            ExportedSession session = ArchivedSession.of(archive, stored, "p");
            ExportJob job = new ExportJob(
                    List.of(session), List.of(), new ExportTexts("benchmark", List.of(), ""), "benchmark", () -> {});
            Exporter.export(job, List.of(format), ours);
            clock.print("parquet_whole");
            System.out.println("parquet_bytes " + bytes(ours));
            remove(ours);
            Path theirs = folder.resolve("theirs");
            Files.createDirectories(theirs);
            Clock other = new Clock();
            duckDb(rows, theirs);
            other.print("duckdb");
            System.out.println("duckdb_bytes " + bytes(theirs));
            remove(theirs);
        }
    }

    private static void duckDb(Rows rows, Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
            write(duck, rows.tables.samples(), rows, folder, false);
            write(duck, rows.tables.raw(), rows, folder, true);
        }
    }

    private static void write(DuckDBConnection duck, Table table, Rows rows, Path folder, boolean raw)
            throws SQLException {
        String columns = table.columns().stream()
                .map(column -> column.key() + " " + type(column))
                .collect(Collectors.joining(", "));
        try (Statement statement = duck.createStatement()) {
            statement.execute("create table " + table.name() + " (" + columns + ")");
            try (DuckDBAppender appender = duck.createAppender("main", table.name())) {
                for (int row = 0; row < rows.samples.size(); row++) {
                    appender.beginRow();
                    if (raw) {
                        for (long value : rows.raw.get(row)) {
                            appender.append(value);
                        }
                    } else {
                        append(appender, table, rows.samples.get(row));
                    }
                    appender.endRow();
                }
            }
            statement.execute("copy " + table.name() + " to '" + folder.resolve(table.name() + ".parquet")
                    + "' (format parquet, compression zstd)");
        }
    }

    private static void append(DuckDBAppender appender, Table table, double[] values) throws SQLException {
        List<Column> columns = table.columns();
        for (int index = 0; index < values.length; index++) {
            Column column = columns.get(index);
            switch (column.kind()) {
                case INTEGER -> appender.append((long) values[index]);
                case WORD -> appender.append(column.words().get((int) values[index]));
                default -> appender.append((float) values[index]);
            }
        }
    }

    private static String type(Column column) {
        return switch (column.kind()) {
            case INTEGER -> "bigint";
            case REAL -> "float";
            case DOUBLE -> "double";
            case WORD, TEXT -> "varchar";
        };
    }

    /** The decoded rows in memory. */
    private record Rows(SampleTables tables, List<long[]> raw, List<double[]> samples) {
        static Rows of(SessionArchive archive, StoredSession stored) throws Exception {
            SampleTables tables = SampleTables.of(stored.record().hello());
            Rows rows = new Rows(tables, new ArrayList<>(), new ArrayList<>());
            new ArchivedSamples(archive, stored).read(row -> {
                long[] raw = new long[tables.raw().columns().size()];
                for (int index = 0; index < raw.length; index++) {
                    raw[index] = row.raw(index);
                }
                double[] samples = new double[tables.samples().columns().size()];
                for (int index = 0; index < samples.length; index++) {
                    samples[index] = row.sample(index);
                }
                rows.raw.add(raw);
                rows.samples.add(samples);
            });
            return rows;
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("samples.parquet") || file.endsWith("raw.parquet"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Wall time and the processor time of the whole process. */
    private static final class Clock {
        private final com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final long startNs = System.nanoTime();
        private final long startCpuNs = system.getProcessCpuTime();

        void print(String what) {
            System.out.printf(
                    Locale.ROOT,
                    "%s_wall_s %.3f%n%s_cpu_s %.3f%n",
                    what,
                    (System.nanoTime() - startNs) / 1e9,
                    what,
                    (system.getProcessCpuTime() - startCpuNs) / 1e9);
        }
    }
}
