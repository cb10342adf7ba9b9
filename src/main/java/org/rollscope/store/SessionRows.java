package org.rollscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.LinkCounters;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.protocol.HelloReader;
import org.rollscope.session.Outage;
import org.rollscope.session.SessionDocuments;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.StoredSession;

/** Rows of sessions and events, to and fro. */
final class SessionRows {
    private SessionRows() {}

    /**
     * Inserts a session and returns its number.
     *
     * @param wantedIndex its number, unless somebody else has taken it meanwhile.
     */
    static long insert(Connection connection, long wantedIndex, SessionRecord record, SessionDocuments documents)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into session (session_id, started_at,"
                        + " roller_id, athlete_id, muscle, side, floor_kpa, amber_kpa, ceiling_kpa, ceiling_source, hello,"
                        + " calibration_id, calibration_document_hash, settings_hash, settings_document_hash, software_version,"
                        + " session_index)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, case when exists"
                        + " (select 1 from session where session_index = ?17) then null else ?17 end) returning session_index")) {
            insert.setString(1, record.sessionId());
            insert.setString(2, record.startedAt().toString());
            insert.setString(3, record.rollerId());
            insert.setString(4, record.athleteId());
            insert.setString(5, record.muscle().word());
            insert.setString(6, record.side().word());
            insert.setDouble(7, record.band().floorKpa());
            insert.setDouble(8, record.band().amberKpa());
            insert.setDouble(9, record.band().ceilingKpa());
            insert.setString(10, record.band().source().word());
            insert.setBytes(11, FrameEncoder.hello(record.hello()));
            insert.setString(12, record.calibrationId());
            insert.setString(13, keep(connection, documents.calibrationJson()));
            insert.setString(14, record.settingsHash());
            insert.setString(15, keep(connection, documents.settingsJson()));
            insert.setString(16, record.softwareVersion());
            insert.setLong(17, wantedIndex);
            try (ResultSet row = insert.executeQuery()) {
                return row.getLong(1);
            }
        }
    }

    /** Keeps a document once, however many sessions share it; returns its hash. */
    private static String keep(Connection connection, String content) throws SQLException {
        String hash = DocumentHash.of(content);
        try (PreparedStatement insert = connection.prepareStatement("insert or ignore into document values (?, ?)")) {
            insert.setString(1, hash);
            insert.setString(2, content);
            insert.executeUpdate();
        }
        return hash;
    }

    private static String content(Connection connection, String hash) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select content from document where document_hash = ?")) {
            query.setString(1, hash);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the document " + hash + " is missing");
                }
                return row.getString(1);
            }
        }
    }

    static void insertEvent(Connection connection, long sessionIndex, int eventIndex, RollerEvent event)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, sessionIndex);
            insert.setInt(2, eventIndex);
            insert.setString(3, event.type().word());
            insert.setLong(4, event.startUs());
            insert.setLong(5, event.endUs());
            insert.setLong(6, event.declaredUs());
            insert.setDouble(7, event.evidence().meanPressureKpa());
            insert.setDouble(8, event.evidence().peakPressureKpa());
            insert.setDouble(9, event.evidence().ceilingKpa());
            insert.setDouble(10, event.evidence().confidenceRatio());
            insert.setString(11, event.details().text());
            insert.executeUpdate();
        }
    }

    static void insertOutage(Connection connection, long sessionIndex, Outage outage) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into outage values (?1,"
                        + " (select coalesce(max(outage_index) + 1, 0) from outage where session_index = ?1), ?2, ?3, ?4, ?5, ?6)")) {
            insert.setLong(1, sessionIndex);
            insert.setString(2, outage.kind().word());
            insert.setLong(3, outage.startUs());
            insert.setLong(4, outage.endUs());
            insert.setString(5, outage.reason());
            insert.setLong(6, outage.lostFrameCount());
            insert.executeUpdate();
        }
    }

    static void close(Connection connection, long sessionIndex, StoredSession.Closed closed, long clockStepMs)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update session set end_us = ?, frame_count = ?,"
                + " lost_frame_count = ?, rejected_frame_count = ?, reset_count = ?, received_bytes = ?,"
                + " duration_ms = ?, contact_ms = ?, hold_ms = ?, roll_ms = ?, in_band_ms = ?, over_ceiling_ms = ?,"
                + " hold_count = ?, stroke_count = ?, overpressure_count = ?, mean_pressure_kpa = ?,"
                + " peak_pressure_kpa = ?, pressure_time_kpa_s = ?, median_speed_mm_per_s = ?, clock_step_ms = ?, figures = ?"
                + " where session_index = ?")) {
            LinkCounters link = closed.link();
            SessionSummary summary = closed.summary();
            long[] wholes = {
                closed.endUs(),
                link.frameCount(),
                link.lostFrameCount(),
                link.rejectedFrameCount(),
                link.resetCount(),
                link.receivedBytes(),
                summary.durationMs(),
                summary.contactMs(),
                summary.holdMs(),
                summary.rollMs(),
                summary.inBandMs(),
                summary.overCeilingMs(),
                summary.holdCount(),
                summary.strokeCount(),
                summary.overpressureCount()
            };
            for (int index = 0; index < wholes.length; index++) {
                update.setLong(index + 1, wholes[index]);
            }
            update.setDouble(16, summary.meanPressureKpa());
            update.setDouble(17, summary.peakPressureKpa());
            update.setDouble(18, summary.pressureTimeKpaS());
            update.setDouble(19, summary.medianSpeedMmPerS());
            update.setLong(20, clockStepMs);
            update.setString(21, summary.figures().text());
            update.setLong(22, sessionIndex);
            update.executeUpdate();
        }
    }

    static StoredSession read(Connection connection, ResultSet row) throws SQLException {
        String sessionId = row.getString("session_id");
        BoardHello hello = HelloReader.read(row.getBytes("hello"));
        if (hello == null) {
            throw new SQLException("the board's description of session " + sessionId + " is damaged");
        }
        SessionRecord record = new SessionRecord(
                sessionId,
                Instant.parse(row.getString("started_at")),
                row.getString("roller_id"),
                row.getString("athlete_id"),
                Muscle.ofWord(row.getString("muscle")),
                Side.ofWord(row.getString("side")),
                new PressureBand(
                        row.getDouble("floor_kpa"),
                        row.getDouble("amber_kpa"),
                        row.getDouble("ceiling_kpa"),
                        CeilingSource.ofWord(row.getString("ceiling_source"))),
                hello,
                row.getString("calibration_id"),
                row.getString("software_version"),
                row.getString("settings_hash"));
        SessionDocuments documents = new SessionDocuments(
                content(connection, row.getString("calibration_document_hash")),
                content(connection, row.getString("settings_document_hash")));
        long sessionIndex = row.getLong("session_index");
        return new StoredSession(
                record,
                documents,
                closed(row),
                events(connection, sessionIndex),
                outages(connection, sessionIndex),
                frameCount(connection, sessionIndex),
                row.getLong("clock_step_ms"));
    }

    private static StoredSession.@Nullable Closed closed(ResultSet row) throws SQLException {
        long endUs = row.getLong("end_us");
        if (row.wasNull()) {
            return null;
        }
        return new StoredSession.Closed(
                endUs,
                new LinkCounters(
                        row.getLong("frame_count"),
                        row.getLong("lost_frame_count"),
                        row.getLong("rejected_frame_count"),
                        row.getLong("reset_count"),
                        row.getLong("received_bytes")),
                new SessionSummary(
                        row.getLong("duration_ms"),
                        row.getLong("contact_ms"),
                        row.getLong("hold_ms"),
                        row.getLong("roll_ms"),
                        row.getLong("in_band_ms"),
                        row.getLong("over_ceiling_ms"),
                        row.getInt("hold_count"),
                        row.getInt("stroke_count"),
                        row.getInt("overpressure_count"),
                        row.getDouble("mean_pressure_kpa"),
                        row.getDouble("peak_pressure_kpa"),
                        row.getDouble("pressure_time_kpa_s"),
                        row.getDouble("median_speed_mm_per_s"),
                        Figures.ofText(Objects.requireNonNullElse(row.getString("figures"), ""))));
    }

    private static List<RollerEvent> events(Connection connection, long sessionIndex) throws SQLException {
        List<RollerEvent> events = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select * from event where session_index = ? order by event_index")) {
            query.setLong(1, sessionIndex);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    events.add(RollerEvent.completed(
                            EventType.ofWord(row.getString("type")),
                            row.getLong("start_us"),
                            row.getLong("end_us"),
                            row.getLong("declared_us"),
                            new PressureEvidence(
                                    row.getDouble("mean_pressure_kpa"),
                                    row.getDouble("peak_pressure_kpa"),
                                    row.getDouble("ceiling_kpa"),
                                    row.getDouble("confidence_ratio")),
                            Figures.ofText(row.getString("figures"))));
                }
            }
        }
        return events;
    }

    private static List<Outage> outages(Connection connection, long sessionIndex) throws SQLException {
        List<Outage> outages = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select * from outage where session_index = ? order by outage_index")) {
            query.setLong(1, sessionIndex);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    outages.add(new Outage(
                            Outage.Kind.ofWord(row.getString("kind")),
                            row.getLong("start_us"),
                            row.getLong("end_us"),
                            row.getString("reason"),
                            row.getLong("lost_frame_count")));
                }
            }
        }
        return outages;
    }

    private static long frameCount(Connection connection, long sessionIndex) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select coalesce(sum(frame_count), 0) from frame_block where block_id >= ? and block_id < ?")) {
            query.setLong(1, sessionIndex * ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT);
            query.setLong(2, (sessionIndex + 1) * ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
