package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rollscope.store.SqliteFleetArchive;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;

/** Looks into a fleet file as anybody may, also while its recorder runs. */
final class FleetFile {
    private static final MetricsCodec CODEC = new MetricsCodec();

    private FleetFile() {}

    /** What tells messages apart. */
    static String key(String rollerId, MetricsMessage message) {
        if (message instanceof MetricsMessage.Event event) {
            return rollerId + " " + event.eventId() + " "
                    + event.event().phase().word();
        }
        return rollerId + " summary " + ((MetricsMessage.Summary) message).sessionId();
    }

    /** A question about a file. */
    private interface Question {
        void ask(Statement statement) throws SQLException;
    }

    /** The keys of the rows alone, for who asks again and again; none where there is no file yet. */
    static Set<String> keys(Path folder) {
        Set<String> keys = new HashSet<>();
        if (!look(folder, statement -> {
            try (ResultSet row = statement.executeQuery("select roller_id || ' ' || event_id || ' ' || phase from event"
                    + " union all select roller_id || ' summary ' || session_id from summary")) {
                while (row.next()) {
                    keys.add(row.getString(1));
                }
            }
        })) {
            keys.clear();
        }
        return keys;
    }

    /** The rows of a data folder's file, read back from their payloads; none where there is no file yet. */
    static Map<String, MetricsMessage> rows(Path folder) {
        Map<String, MetricsMessage> rows = new HashMap<>();
        if (!look(folder, statement -> {
            read(statement, "select roller_id, event_id || ' ' || phase, payload from event", Topic.EVENT, rows);
            read(statement, "select roller_id, 'summary ' || session_id, payload from summary", Topic.SUMMARY, rows);
        })) {
            rows.clear();
        }
        return rows;
    }

    /** False when there is no file yet, or its tables are being made. */
    private static boolean look(Path folder, Question question) {
        Path file = folder.resolve(SqliteFleetArchive.FILE_NAME);
        if (!Files.exists(file)) {
            return false;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 5000");
            question.ask(statement);
            return true;
        } catch (SQLException beginning) {
            return false;
        }
    }

    private static void read(Statement statement, String sql, Topic topic, Map<String, MetricsMessage> rows)
            throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Decoded.Message decoded =
                        (Decoded.Message) CODEC.decode(topic, row.getString(3).getBytes(StandardCharsets.UTF_8));
                String key = row.getString(1) + " " + row.getString(2);
                assertNull(rows.put(key, decoded.message()), key);
            }
        }
    }
}
