package org.rollscope.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.JsonOutput;

/** Queries with the real DuckDB. */
class SqlCommandTest {
    @TempDir
    static Path folder;

    private static final List<String> IDS = new ArrayList<>();

    @BeforeAll
    static void record() throws IOException {
        for (int seed = 1; seed <= 3; seed++) {
            Ran demo = Ran.of(
                    "demo",
                    "--headless",
                    "--speed",
                    "max",
                    "--seconds",
                    "14",
                    "--seed",
                    "" + seed,
                    "--data",
                    folder.resolve("data").toString());
            assertEquals(0, demo.exitCode(), demo.err());
        }
        for (JsonNode session : json(
                        "sessions",
                        "list",
                        "--json",
                        "--data",
                        folder.resolve("data").toString())
                .required("sessions")) {
            IDS.add(session.required("session_id").asText());
        }
        assertEquals(3, IDS.size());
    }

    private static JsonNode json(String... words) throws IOException {
        Ran ran = Ran.of(words);
        assertEquals(0, ran.exitCode(), ran.err());
        return JsonOutput.JSON.readTree(ran.out());
    }

    /** A copy of the archive, so that no test sees what another does. */
    private static Path data(String name) throws IOException {
        Path data = Files.createDirectories(folder.resolve(name));
        Files.copy(folder.resolve("data").resolve("rollscope.sqlite"), data.resolve("rollscope.sqlite"));
        return data;
    }

    private static Ran sql(Path data, String query, String... more) {
        List<String> words = new ArrayList<>(List.of("sql", query, "--data", data.toString()));
        words.addAll(List.of("--duckdb", jarOfDuckDb().toString()));
        words.addAll(List.of(more));
        return Ran.of(words.toArray(String[]::new));
    }

    private static String one(Path data, String query) throws IOException {
        Ran ran = sql(data, query, "--json");
        assertEquals(0, ran.exitCode(), ran.err());
        return JsonOutput.JSON
                .readTree(ran.out())
                .required("rows")
                .get(0)
                .get(0)
                .asText();
    }

    private static void change(Path data, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("rollscope.sqlite"));
                Statement change = connection.createStatement()) {
            assertNotEquals(0, change.executeUpdate(statement));
        }
    }

    /** When each session's files were written. */
    private static TreeMap<String, FileTime> written(Path data) throws IOException {
        TreeMap<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> entries = Files.list(data.resolve("cache/parquet"))) {
            for (Path entry : entries.filter(Files::isDirectory).toList()) {
                times.put(entry.getFileName().toString(), Files.getLastModifiedTime(entry.resolve("samples.parquet")));
            }
        }
        return times;
    }

    @Test
    void allTablesAgreeWithTheArchive() throws IOException {
        Path data = data("agree");
        long frameCount = 0;
        long eventCount = 0;
        for (String id : IDS) {
            JsonNode session = json("sessions", "show", id, "--json", "--data", data.toString());
            frameCount += session.required("link").required("frame_count").asLong();
            eventCount += session.required("events").size();
        }
        assertEquals("3", one(data, "select count(*) from sessions"));
        assertEquals("" + eventCount, one(data, "select count(*) from events"));
        assertEquals("" + frameCount, one(data, "select count(*) from samples"));
        assertEquals(
                "" + frameCount,
                one(
                        data,
                        "select count(*) from raw join samples using (session_id, time_us) join sessions using (session_id)"));
        assertEquals("0", one(data, "select count(*) from spans where type = 'hold' and end_us <= start_us"));
        assertEquals(IDS.get(0), one(data, "select session_id from events order by all limit 1"));
        assertEquals("simulated", one(data, "select distinct athlete_id from sessions"));
    }

    @Test
    void theExamplesOfTheHelpRun() throws IOException {
        Path data = data("examples");
        String help = Ran.of("sql", "--help").out().replaceAll("\\s+", " ");
        java.util.regex.Matcher example = java.util.regex.Pattern.compile(
                        "rollscope sql (?:--format csv )?\"([^\"]+)\"")
                .matcher(help);
        int count = 0;
        while (example.find()) {
            Ran ran = sql(data, example.group(1));
            assertEquals(0, ran.exitCode(), example.group(1) + ": " + ran.err());
            assertTrue(ran.out().lines().count() >= 2, ran.out());
            count++;
        }
        assertEquals(4, count, help);
    }

    @Test
    void printsTablesCsvAndJson() throws IOException {
        Path data = data("formats");
        String query = "select 'a,\"b\"' as word, 1.5::double as number, null as nothing from range(3)";
        assertEquals(
                "word   number  nothing",
                sql(data, query).out().lines().findFirst().orElse(""));
        assertEquals(
                "word,number,nothing\r\n\"a,\"\"b\"\"\",1.5,\r\n",
                sql(data, query, "--format", "csv", "--limit", "1").out());
        Ran limited = sql(data, query, "--limit", "2", "--format", "json");
        JsonNode document = JsonOutput.JSON.readTree(limited.out());
        assertEquals("rollscope.query/1", document.required("schema").asText());
        assertEquals(2, document.required("row_count").asInt());
        assertTrue(document.required("more").asBoolean());
        assertTrue(document.required("rows").get(0).get(2).isNull());
        assertTrue(limited.err().contains("only the first 2 rows are shown; --limit 0 shows all"), limited.err());
        assertEquals(3 + 1, sql(data, query, "--limit", "0").out().lines().count());
    }

    @Test
    void onlyWhatIsNewOrHasChangedIsWrittenAgain() throws IOException, SQLException {
        Path data = data("refresh");
        one(data, "select count(*) from sessions");
        TreeMap<String, FileTime> first = written(data);
        assertEquals(3, first.size());
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        for (String name : first.keySet()) {
            Files.setLastModifiedTime(
                    data.resolve("cache/parquet").resolve(name).resolve("samples.parquet"), old);
        }
        one(data, "select count(*) from sessions");
        assertTrue(written(data).values().stream().allMatch(old::equals));
        change(data, "update session set muscle = 'calf' where session_id = '" + IDS.get(1) + "'");
        assertEquals("calf", one(data, "select muscle from sessions where session_id = '" + IDS.get(1) + "'"));
        assertNotEquals(old, written(data).get("session_id=" + IDS.get(1)));
        assertEquals(old, written(data).get("session_id=" + IDS.get(0)));
    }

    @Test
    void aDeletedSessionIsGoneAtOnceAndOneThatLeftByAnotherWayWithTheNextQuestion() throws IOException, SQLException {
        Path data = data("delete");
        one(data, "select count(*) from sessions");
        Path cached = data.resolve("cache/parquet/session_id=" + IDS.get(0));
        assertTrue(Files.exists(cached));
        Ran deleted = Ran.of("sessions", "delete", IDS.get(0), "--yes", "--data", data.toString());
        assertEquals(0, deleted.exitCode(), deleted.err());
        assertFalse(Files.exists(cached));
        Path orphan = data.resolve("cache/parquet/session_id=" + IDS.get(1));
        Files.move(orphan, orphan.resolveSibling("session_id=elsewhere"));
        assertEquals("2", one(data, "select count(*) from sessions"));
        assertFalse(Files.exists(orphan.resolveSibling("session_id=elsewhere")));
        Ran athlete = Ran.of("athlete", "delete", "simulated", "--yes", "--data", data.toString());
        assertEquals(0, athlete.exitCode(), athlete.err());
        assertTrue(written(data).isEmpty());
        Ran empty = sql(data, "select 1");
        assertEquals(1, empty.exitCode());
        assertTrue(empty.err().contains("there is no session to ask in"), empty.err());
    }

    /** A process that was killed has left a half-written session, and a removal that came to its mark only. */
    @Test
    void whatAKilledProcessLeftIsMadeAnew() throws IOException {
        Path data = data("killed");
        String count = one(data, "select count(*) from samples");
        Path cache = data.resolve("cache/parquet");
        Path half = Files.createDirectory(cache.resolve(".part-" + IDS.get(0)));
        Files.writeString(half.resolve("samples.parquet"), "PAR1 half");
        Files.delete(cache.resolve("session_id=" + IDS.get(1)).resolve("made-from"));
        Files.delete(cache.resolve("session_id=" + IDS.get(1)).resolve("samples.parquet"));
        assertEquals(count, one(data, "select count(*) from samples"));
        assertFalse(Files.exists(half));
    }

    @Test
    void aDamagedSessionIsLeftOutAndSaidSo() throws IOException, SQLException {
        Path data = data("damaged");
        change(data, "update frame_block set packed = x'00' where block_id = (select min(block_id) from frame_block)");
        Ran ran = sql(data, "select count(*) from sessions", "--format", "csv");
        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("\r\n2\r\n"), ran.out());
        assertTrue(ran.err().contains("session " + IDS.get(0) + " is left out: "), ran.err());
        assertTrue(Files.notExists(data.resolve("cache/parquet/.part-" + IDS.get(0))));
    }

    @Test
    void queriesReadTheTablesAndNothingElse() throws IOException {
        Path data = data("closed");
        one(data, "select 1");
        Path outside = folder.resolve("outside.csv");
        Path inside = data.resolve("cache/parquet/inside.csv");
        for (String query : List.of(
                "copy (select 1) to '" + outside + "'",
                "copy (select 1) to '" + inside + "'",
                "select 1; copy (select 1) to '" + inside + "'",
                "export database '" + data.resolve("cache/parquet/all") + "'",
                "set enable_external_access = true",
                "create table t as select 1",
                "drop view samples",
                "install httpfs",
                "attach '" + data.resolve("rollscope.sqlite") + "'",
                "select 1; select 2",
                "select * from read_csv('/etc/passwd')",
                "select * from read_text('/etc/passwd')",
                "from '/etc/passwd'",
                "select * from glob('/etc/*')",
                "select * from read_text('" + data.resolve("rollscope.sqlite") + "')",
                "select * from sqlite_scan('" + data.resolve("rollscope.sqlite") + "', 'session')",
                "select * from nothing",
                "selct 1")) {
            Ran ran = sql(data, query);
            assertEquals(1, ran.exitCode(), query + ": " + ran.out());
            assertEquals(1, ran.err().lines().count(), query + ": " + ran.err());
            assertFalse(ran.showsStackTrace(), ran.err());
            assertEquals("", ran.out(), query);
        }
        assertFalse(Files.exists(outside));
        assertFalse(Files.exists(inside));
        assertEquals("3", one(data, "select count(*) from sessions"));
    }

    @Test
    void withoutDuckDbItSaysWhereToGetIt() throws IOException {
        Path data = data("without");
        Ran ran = Ran.of("sql", "select 1", "--data", data.toString());
        assertEquals(3, ran.exitCode());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().contains("duckdb_jdbc-2.0.0.1.jar"), ran.err());
        assertTrue(ran.err().contains("into " + data.resolve("lib") + ", or name it with --duckdb JAR"), ran.err());
        assertFalse(Files.exists(data.resolve("cache")));
        Path real = jarOfDuckDb();
        Files.copy(real, Files.createDirectories(data.resolve("lib")).resolve(real.getFileName()));
        Ran found = Ran.of("sql", "select count(*) as n from sessions", "--data", data.toString());
        assertEquals(0, found.exitCode(), found.err());
        assertTrue(found.out().contains("3"), found.out());
        Path text = Files.writeString(folder.resolve("duckdb_jdbc-no.jar"), "no jar");
        Ran wrong = Ran.of("sql", "select 1", "--data", data.toString(), "--duckdb", text.toString());
        assertEquals(1, wrong.exitCode());
        assertTrue(wrong.err().contains(text + " is not there, or not the jar of DuckDB's"), wrong.err());
    }

    private static Path jarOfDuckDb() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().startsWith("duckdb_jdbc"))
                .findFirst()
                .orElseThrow();
    }
}
