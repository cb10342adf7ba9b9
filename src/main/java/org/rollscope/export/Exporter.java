package org.rollscope.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.Outage;

/** Writes sessions in some formats, with all that must lie beside them, or nothing at all. */
public final class Exporter {
    /** Every format, in the order in which people are told of them. */
    public static final List<ExportFormat> FORMATS = List.of(
            new CsvFormat(),
            new BidsFormat(),
            new ParquetFormat(),
            new FitFormat(),
            EdfFormat.edf(),
            EdfFormat.bdf(),
            new Hdf5Format(),
            new MatFormat());

    private Exporter() {}

    /**
     * Writes a job.
     *
     * @param job what.
     * @param formats how; with more than one each has a folder of its own.
     * @param target folder that appears when all is written.
     * @throws ExportException when it cannot be written, in words; nothing stands there then.
     * @throws ArchiveException when a session cannot be read.
     */
    public static void export(ExportJob job, List<ExportFormat> formats, Path target)
            throws ExportException, ArchiveException {
        try (BundleFolder bundle = BundleFolder.begin(target)) {
            for (ExportFormat format : formats) {
                Path folder = formats.size() == 1
                        ? bundle.path()
                        : Files.createDirectory(bundle.path().resolve(format.word()));
                format.write(job, folder);
                describe(job, format, format.documents(folder));
            }
            bundle.finish();
        } catch (IOException failed) {
            throw new ExportException(target + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    private static void describe(ExportJob job, ExportFormat format, Path folder) throws IOException {
        Path documents = Files.createDirectories(folder.resolve("documents"));
        Path readMe = folder.resolve("README.txt");
        Files.writeString(readMe, ReadMe.of(job, format));
        ExportJson.write(documents.resolve("data-dictionary.json"), DataDictionary.of(job, format));
        if (!format.holdsTables()) {
            CsvFile.write(documents.resolve("sessions.csv"), SessionTable.of(job));
            CsvFile.write(documents.resolve("sides.csv"), SideTable.of(job.sessions()));
        }
        if (job.hasNotes() && !format.holdsNotes()) {
            CsvFile.write(documents.resolve("notes.csv"), NoteTable.of(job));
        }
        for (ExportedSession session : job.sessions()) {
            Path place = Files.createDirectory(documents.resolve(session.sessionId()));
            Files.writeString(place.resolve("session.json"), session.documents().session());
            Files.writeString(
                    place.resolve("calibration.json"), session.documents().calibration());
            Files.writeString(
                    place.resolve("settings.json"), session.documents().settings());
            ExportJson.write(place.resolve("loss.json"), loss(session));
            if (!format.holdsTables()) {
                CsvFile.write(place.resolve("spans.csv"), SpanTable.of(session.spans()));
            }
        }
    }

    private static ObjectNode loss(ExportedSession session) {
        ObjectNode loss = ExportJson.object()
                .put("schema", "rollscope.loss/1")
                .put("frame_count", session.frameCount())
                .put("received_frame_count", session.link().frameCount())
                .put("lost_frame_count", session.link().lostFrameCount())
                .put("rejected_frame_count", session.link().rejectedFrameCount())
                .put("reset_count", session.link().resetCount());
        ArrayNode outages = loss.putArray("outages");
        for (Outage outage : session.outages()) {
            outages.addObject()
                    .put("kind", outage.kind().word())
                    .put("start_us", outage.startUs())
                    .put("end_us", outage.endUs())
                    .put("reason", outage.reason())
                    .put("lost_frame_count", outage.lostFrameCount());
        }
        return loss;
    }
}
