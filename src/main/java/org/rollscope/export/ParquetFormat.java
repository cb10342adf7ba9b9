package org.rollscope.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollscope.session.ArchiveException;

/** A folder of Parquet files for each session, named so that query engines see the session as a column. */
public final class ParquetFormat implements ExportFormat {
    /** Some 12 MB of values of a roller with 48 pads. */
    private static final int GROUP_ROW_COUNT = 20_000;
    /** Before the id of a session, so that query engines see a column session_id. */
    static final String FOLDER_PREFIX = "session_id=";

    @Override
    public String word() {
        return "parquet";
    }

    @Override
    public boolean holdsTables() {
        return true;
    }

    @Override
    public boolean holdsNotes() {
        return true;
    }

    @Override
    public String texts() {
        return "UTF-8, whole, with every sign; no apostrophe is added.";
    }

    @Override
    public void write(ExportJob job, Path folder) throws IOException, ArchiveException, ExportException {
        String creator = "rollscope version " + job.softwareVersion();
        writeSmall(folder.resolve("sessions.parquet"), SessionTable.of(job), Map.of(), creator);
        writeSmall(folder.resolve("sides.parquet"), SideTable.of(job.sessions()), Map.of(), creator);
        if (job.hasNotes()) {
            writeSmall(folder.resolve("notes.parquet"), NoteTable.of(job), Map.of(), creator);
        }
        for (ExportedSession session : job.sessions()) {
            Path place = Files.createDirectory(folder.resolve(FOLDER_PREFIX + session.sessionId()));
            writeSession(session, place, creator, job.progress());
        }
    }

    /** Writes the tables of one session into a folder of its own. */
    static void writeSession(ExportedSession session, Path place, String creator, ExportJob.Progress progress)
            throws IOException, ArchiveException {
        Map<String, String> facts = facts(session);
        writeSmall(place.resolve("events.parquet"), EventTable.of(session.events()), facts, creator);
        writeSmall(place.resolve("spans.parquet"), SpanTable.of(session.spans()), facts, creator);
        writeFrames(session, place, facts, creator, progress);
    }

    private static Map<String, String> facts(ExportedSession session) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("session_id", session.sessionId());
        facts.put("participant_id", session.record().athleteId());
        facts.put("started_at", session.record().startedAt().toString());
        facts.put("calibration_id", session.record().calibrationId());
        facts.put("settings_hash", session.record().settingsHash());
        facts.put("software_version", session.record().softwareVersion());
        return facts;
    }

    private static Map<String, String> withUnits(Map<String, String> facts, Table table) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        table.columns().stream()
                .filter(column -> !column.unit().isEmpty())
                .forEach(column -> more.put("unit." + column.key(), column.unit()));
        return more;
    }

    private static List<ParquetColumn> columns(Table table) {
        return new ArrayList<>(table.columns().stream().map(ParquetColumn::of).toList());
    }

    static void writeSmall(Path file, SmallTable small, Map<String, String> facts, String creator) throws IOException {
        List<ParquetColumn> columns = columns(small.table());
        try (ParquetFile parquet =
                new ParquetFile(file, columns, withUnits(facts, small.table()), creator, GROUP_ROW_COUNT)) {
            for (List<@Nullable Object> row : small.rows()) {
                for (int index = 0; index < columns.size(); index++) {
                    columns.get(index).addAny(row.get(index));
                }
                parquet.endRow();
            }
        }
    }

    private static void writeFrames(
            ExportedSession session, Path place, Map<String, String> facts, String creator, ExportJob.Progress progress)
            throws IOException, ArchiveException {
        SampleTables tables = session.tables();
        List<Column> described = tables.samples().columns();
        List<ParquetColumn> samples = columns(tables.samples());
        ParquetColumn moment = ParquetColumn.time("t");
        List<ParquetColumn> withMoment = new ArrayList<>(samples);
        withMoment.add(0, moment);
        List<ParquetColumn> raw = columns(tables.raw());
        long startUs = ChronoUnit.MICROS.between(Instant.EPOCH, session.record().startedAt());
        try (ParquetFile sampleFile = new ParquetFile(
                        place.resolve("samples.parquet"),
                        withMoment,
                        withUnits(facts, tables.samples()),
                        creator,
                        GROUP_ROW_COUNT);
                ParquetFile rawFile = new ParquetFile(
                        place.resolve("raw.parquet"), raw, withUnits(facts, tables.raw()), creator, GROUP_ROW_COUNT)) {
            session.samples().read(row -> {
                moment.add(startUs + row.timeUs());
                for (int index = 0; index < samples.size(); index++) {
                    add(samples.get(index), described.get(index), row.sample(index));
                }
                sampleFile.endRow();
                for (int index = 0; index < raw.size(); index++) {
                    raw.get(index).add(row.raw(index));
                }
                rawFile.endRow();
                progress.frameWritten();
            });
        }
    }

    private static void add(ParquetColumn into, Column column, double value) {
        switch (column.kind()) {
            case INTEGER -> into.add((long) value);
            case WORD -> into.add(column.words().get((int) value));
            case REAL -> into.add((float) value);
            case DOUBLE -> into.add(value);
            case TEXT -> throw new IllegalArgumentException("samples have no texts");
        }
    }
}
