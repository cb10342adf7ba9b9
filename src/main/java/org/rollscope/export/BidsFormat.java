package org.rollscope.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollscope.session.ArchiveException;

/**
 * A Motion-BIDS data set: one subject for each athlete, one session of BIDS for each of ours.
 *
 * <p><b>Source.</b> Brain Imaging Data Structure 1.9.0, Motion.
 */
public final class BidsFormat implements ExportFormat {
    private static final String VERSION = "1.9.0";

    @Override
    public String word() {
        return "bids";
    }

    /** BIDS leaves this folder to others. */
    @Override
    public Path documents(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve("sourcedata"));
    }

    @Override
    public String texts() {
        return "UTF-8. Title and authors stand whole in dataset_description.json, the note in README. In tables "
                + "(TSV) tabs and line breaks become blanks: the format cannot write them.";
    }

    @Override
    public void write(ExportJob job, Path folder) throws IOException, ArchiveException, ExportException {
        ExportJson.write(folder.resolve("dataset_description.json"), description(job));
        Files.writeString(
                folder.resolve("README"), ReadMe.of(job, this).replace("documents/", "sourcedata/documents/"));
        Files.writeString(folder.resolve(".bidsignore"), BundleFolder.SUMS + "\n");
        writeParticipants(job, folder);
        BidsPhenotype.write(job, folder, BidsFormat::subject);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (ExportedSession session : job.sessions()) {
            int number = counts.merge(subject(session), 1, Integer::sum);
            String name = String.format(Locale.ROOT, "ses-%02d", number);
            new BidsSession(session, subject(session), name, job.softwareVersion())
                    .write(folder.resolve(subject(session)).resolve(name), job.progress());
            writeSessions(job, folder, subject(session));
        }
    }

    private static ObjectNode description(ExportJob job) {
        ObjectNode description = ExportJson.object()
                .put("Name", job.texts().title())
                .put("BIDSVersion", VERSION)
                .put("DatasetType", "raw")
                .put("License", "not stated");
        job.texts().authors().forEach(description.putArray("Authors")::add);
        description.putArray("GeneratedBy").addObject().put("Name", "Rollscope").put("Version", job.softwareVersion());
        return description;
    }

    /** Labels of BIDS are letters and digits. */
    private static String subject(String participantId) {
        return "sub-" + participantId.replaceAll("[^A-Za-z0-9]", "");
    }

    private static String subject(ExportedSession session) {
        return subject(session.record().athleteId());
    }

    private static void writeParticipants(ExportJob job, Path folder) throws IOException {
        List<String> subjects =
                job.sessions().stream().map(BidsFormat::subject).distinct().toList();
        try (TsvFile participants = new TsvFile(folder.resolve("participants.tsv"))) {
            participants.row("participant_id");
            for (String subject : subjects) {
                participants.row(subject);
            }
        }
        ObjectNode described = ExportJson.object();
        described.putObject("participant_id").put("Description", "Pseudonym of the athlete in this data set.");
        ExportJson.write(folder.resolve("participants.json"), described);
    }

    /** Which session of ours is which of the data set. */
    private static void writeSessions(ExportJob job, Path folder, String subject) throws IOException {
        Path place = folder.resolve(subject).resolve(subject + "_sessions.tsv");
        try (TsvFile sessions = new TsvFile(place)) {
            sessions.row(
                    "session_id",
                    "acq_time",
                    "rollscope_session_id",
                    "muscle",
                    "side",
                    "floor_kpa",
                    "ceiling_kpa",
                    "ceiling_source");
            int number = 0;
            for (ExportedSession session : job.sessions()) {
                if (subject(session).equals(subject)) {
                    number++;
                    sessions.row(
                            String.format(Locale.ROOT, "ses-%02d", number),
                            BidsSession.acquired(session),
                            session.sessionId(),
                            session.record().muscle().word(),
                            session.record().side().word(),
                            Double.toString(session.record().band().floorKpa()),
                            Double.toString(session.record().band().ceilingKpa()),
                            session.record().band().source().word());
                }
            }
        }
        ObjectNode described = ExportJson.object();
        described.putObject("rollscope_session_id").put("Description", "Name of the session in sourcedata.");
        described.putObject("muscle").put("Description", "Muscle that was rolled.");
        described.putObject("side").put("Description", "Side of the body.");
        described
                .putObject("floor_kpa")
                .put("Description", "Lower end of the personal band.")
                .put("Units", "kPa");
        described
                .putObject("ceiling_kpa")
                .put("Description", "Upper end of the personal band.")
                .put("Units", "kPa");
        described.putObject("ceiling_source").put("Description", "Where the ceiling comes from.");
        ExportJson.write(place.resolveSibling(subject + "_sessions.json"), described);
    }
}
