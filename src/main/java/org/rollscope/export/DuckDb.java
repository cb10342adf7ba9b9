package org.rollscope.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Queries over the files of a {@link ParquetCache} with DuckDB, which people fetch themselves: its jar is larger than all of this
 * software.
 *
 * <p>Queries read these files and nothing else: only SELECT is taken, DuckDB's access to files is shut but for the cache's folder, and its
 * settings are locked.
 *
 * <p><b>Errors.</b> {@link ExportException} in one line. <b>Threads.</b> One.
 */
public final class DuckDb implements AutoCloseable {
    /** Version that is tested. */
    public static final String VERSION = "2.0.0.1";

    private static final String DRIVER = "org.duckdb.DuckDBDriver";
    private static final String JAR_PREFIX = "duckdb_jdbc";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Files of a session, and the name of what is in them. */
    private static final Map<String, String> VIEWS = views();

    /** A library of machine code is loaded once in a process. */
    private static final Map<Path, Engine> ENGINES = new ConcurrentHashMap<>();

    private final Connection connection;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    private static Map<String, String> views() {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("sessions", "session");
        views.put("events", "events");
        views.put("spans", "spans");
        views.put("samples", "samples");
        views.put("raw", "raw");
        return views;
    }

    /** DuckDB's driver, found. */
    public static final class Engine {
        private final Driver driver;

        private Engine(Driver driver) {
            this.driver = driver;
        }
    }

    /**
     * Finds DuckDB's driver.
     *
     * @param jar that people named; null to look for one.
     * @param places folders where it may lie.
     * @return empty where it is not.
     * @throws ExportException when a jar is there that is not DuckDB's.
     */
    public static Optional<Engine> find(@Nullable Path jar, List<Path> places) throws ExportException {
        Path found = jar == null ? newest(places) : jar;
        if (found == null) {
            return Optional.empty();
        }
        Path key = found.toAbsolutePath().normalize();
        Engine known = ENGINES.get(key);
        if (known == null) {
            known = load(key);
            ENGINES.put(key, known);
        }
        return Optional.of(known);
    }

    private static Engine load(Path jar) throws ExportException {
        try {
            // Not closed: the driver is in use until the process ends. Nothing of ours is its parent, so that it is
            // this very jar.
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            return new Engine(Class.forName(DRIVER, true, loader)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException | LinkageError | IOException none) {
            throw new ExportException(
                    jar + " is not there, or not the jar of DuckDB's JDBC driver, or not for this machine", none);
        }
    }

    private static @Nullable Path newest(List<Path> places) throws ExportException {
        List<Path> jars = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> entries = Files.list(place)) {
                    entries.filter(entry -> entry.getFileName().toString().startsWith(JAR_PREFIX)
                                    && entry.toString().endsWith(".jar"))
                            .forEach(jars::add);
                } catch (IOException failed) {
                    throw new ExportException(place + " cannot be read: " + failed.getMessage(), failed);
                }
            }
        }
        return jars.stream()
                .max(Comparator.comparing(entry -> entry.getFileName().toString()))
                .orElse(null);
    }

    /**
     * Opens the tables of a cache.
     *
     * @param engine found before.
     * @param cache folder with at least one session.
     */
    public static DuckDb open(Engine engine, Path cache) throws ExportException {
        try {
            Connection connection = engine.driver.connect("jdbc:duckdb:", new Properties());
            if (connection == null) {
                throw new ExportException("DuckDB does not open a database in memory");
            }
            DuckDb opened = new DuckDb(connection);
            opened.prepare(cache);
            return opened;
        } catch (SQLException failed) {
            throw new ExportException("DuckDB cannot read " + cache + ": " + line(failed), failed);
        }
    }

    private void prepare(Path cache) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set autoinstall_known_extensions = false");
            statement.execute("set autoload_known_extensions = false");
            statement.execute("set allowed_directories = [" + quoted(cache.toString()) + "]");
            for (Map.Entry<String, String> view : VIEWS.entrySet()) {
                boolean one = view.getKey().equals("sessions");
                String files = quoted(cache + "/session_id=*/" + view.getValue() + ".parquet");
                // The id of a session is text, though it may look like a date.
                String options = one
                        ? "union_by_name = true, hive_partitioning = false"
                        : "union_by_name = true, hive_partitioning = true, hive_types_autocast = false";
                String columns = one ? "* exclude (participant_id, note), participant_id as athlete_id" : "*";
                statement.execute("create view " + view.getKey() + " as select " + columns + " from read_parquet("
                        + files + ", " + options + ")");
            }
            statement.execute("set enable_external_access = false");
            statement.execute("set lock_configuration = true");
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Takes the rows of an answer. */
    public interface Rows {
        /** The columns, before the first row. */
        void columns(List<String> names);

        /** The next row: numbers, booleans, null, and texts for all else. */
        void row(List<@Nullable Object> values);
    }

    /**
     * Asks.
     *
     * @param query one SELECT.
     * @param limitCount rows that are given at most; 0 for all.
     * @param rows takes them.
     * @return whether there were more.
     */
    public boolean ask(String query, long limitCount, Rows rows) throws ExportException {
        try (Statement statement = connection.createStatement()) {
            mustBeOneSelect(query);
            try (ResultSet row = statement.executeQuery(query)) {
                int columnCount = row.getMetaData().getColumnCount();
                List<String> names = new ArrayList<>();
                for (int column = 1; column <= columnCount; column++) {
                    names.add(row.getMetaData().getColumnLabel(column));
                }
                rows.columns(names);
                long givenCount = 0;
                while (row.next()) {
                    if (limitCount > 0 && givenCount == limitCount) {
                        return true;
                    }
                    givenCount++;
                    List<@Nullable Object> values = new ArrayList<>();
                    for (int column = 1; column <= columnCount; column++) {
                        values.add(plain(row.getObject(column)));
                    }
                    rows.row(values);
                }
                return false;
            }
        } catch (SQLException wrong) {
            throw new ExportException("the query failed: " + line(wrong), wrong);
        }
    }

    /** DuckDB's own parser says what it is: several statements, or one that writes, are refused before anything runs. */
    private void mustBeOneSelect(String query) throws SQLException, ExportException {
        try (PreparedStatement parse = connection.prepareStatement("select json_serialize_sql(?)")) {
            parse.setString(1, query);
            try (ResultSet row = parse.executeQuery()) {
                row.next();
                JsonNode parsed = JSON.readTree(row.getString(1));
                if (parsed.path("error").asBoolean(true)) {
                    String words = parsed.path("error_message").asText();
                    throw new ExportException(
                            words.startsWith("Only SELECT")
                                    ? "queries only read: one SELECT (or WITH, FROM, DESCRIBE, SUMMARIZE), was: "
                                            + query
                                    : "the query cannot be understood: " + words.replaceAll("\\s+", " "));
                }
                if (parsed.path("statements").size() != 1) {
                    throw new ExportException("one query at a time, without ';' in between");
                }
            }
        } catch (IOException odd) {
            throw new ExportException("DuckDB does not tell what the query is: " + odd.getMessage(), odd);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static String line(SQLException failed) {
        return String.valueOf(failed.getMessage()).strip().replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // nothing was written
        }
    }
}
