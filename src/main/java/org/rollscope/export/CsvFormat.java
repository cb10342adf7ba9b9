package org.rollscope.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rollscope.session.ArchiveException;

/** Tables as CSV with a Frictionless data package that says what each column is. */
public final class CsvFormat implements ExportFormat {
    @Override
    public String word() {
        return "csv";
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
        return "UTF-8; a text with a comma, a quote or a line break is quoted (RFC 4180). A text that begins with = "
                + "+ - @, a tab or a line break has an apostrophe before it, for spreadsheets would take it for a "
                + "formula: take one leading apostrophe away to have the text.";
    }

    @Override
    public void write(ExportJob job, Path folder) throws IOException, ArchiveException, ExportException {
        DataPackage described = new DataPackage(job);
        SmallTable sessions = SessionTable.of(job);
        CsvFile.write(folder.resolve("sessions.csv"), sessions);
        described.add("sessions", "sessions.csv", sessions.table(), "session_id");
        SmallTable sides = SideTable.of(job.sessions());
        CsvFile.write(folder.resolve("sides.csv"), sides);
        described.add("sides", "sides.csv", sides.table(), "");
        if (job.hasNotes()) {
            SmallTable notes = NoteTable.of(job);
            CsvFile.write(folder.resolve("notes.csv"), notes);
            described.add(NoteTable.NAME, "notes.csv", notes.table(), "");
        }
        for (ExportedSession session : job.sessions()) {
            String id = session.sessionId();
            Path place = Files.createDirectories(folder.resolve(id));
            SmallTable events = EventTable.of(session.events());
            CsvFile.write(place.resolve("events.csv"), events);
            described.add(id + "-events", id + "/events.csv", events.table(), "");
            SmallTable spans = SpanTable.of(session.spans());
            CsvFile.write(place.resolve("spans.csv"), spans);
            described.add(id + "-spans", id + "/spans.csv", spans.table(), "");
            writeFrames(session, place, job.progress());
            described.add(id + "-samples", id + "/samples.csv", session.tables().samples(), "time_us");
            described.add(id + "-raw", id + "/raw.csv", session.tables().raw(), "time_us");
        }
        described.write(folder.resolve("datapackage.json"));
    }

    private static void writeFrames(ExportedSession session, Path place, ExportJob.Progress progress)
            throws IOException, ArchiveException, ExportException {
        SampleTables tables = session.tables();
        try (CsvFile samples = new CsvFile(place.resolve("samples.csv"), tables.samples());
                CsvFile raw = new CsvFile(place.resolve("raw.csv"), tables.raw())) {
            session.samples().read(row -> {
                samples.sample(row);
                raw.raw(row);
                progress.frameWritten();
            });
        }
    }
}
