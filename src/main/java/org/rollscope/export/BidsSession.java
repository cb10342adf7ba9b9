package org.rollscope.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.PadGeometry;
import org.rollscope.session.ArchiveException;

/** The files of one session in a BIDS data set. */
final class BidsSession {
    private static final String TASK = "foamroll";
    private static final String SYSTEM = "roller";
    private static final DateTimeFormatter ACQUIRED = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ExportedSession session;
    private final String subject;
    private final String name;
    private final String softwareVersion;
    private final List<BidsChannels.Channel> channels;
    private long lastTimeUs;
    private long frameCount;

    /**
     * A session that is not yet written.
     *
     * @param session which.
     * @param subject its folder, "sub-..." .
     * @param name its folder within, "ses-..." .
     * @param softwareVersion who exports.
     */
    BidsSession(ExportedSession session, String subject, String name, String softwareVersion) {
        this.session = session;
        this.subject = subject;
        this.name = name;
        this.softwareVersion = softwareVersion;
        channels = BidsChannels.of(session.tables());
    }

    /** Start of a session as BIDS writes it. */
    static String acquired(ExportedSession session) {
        return ACQUIRED.format(session.record().startedAt());
    }

    void write(Path folder, ExportJob.Progress progress) throws IOException, ArchiveException {
        Path motion = Files.createDirectories(folder.resolve("motion"));
        String stem = subject + "_" + name + "_task-" + TASK + "_tracksys-" + SYSTEM + "_";
        writeFrames(motion.resolve(stem + "motion.tsv"), progress);
        ExportJson.write(motion.resolve(stem + "motion.json"), description());
        writeChannels(motion.resolve(stem + "channels.tsv"));
        ExportJson.write(motion.resolve(stem + "channels.json"), channelLevels());
        SmallTable events = EventTable.of(session.events());
        writeEvents(motion.resolve(stem + "events.tsv"), events);
        ExportJson.write(motion.resolve(stem + "events.json"), eventColumns(events.table()));
        try (TsvFile scans = new TsvFile(folder.resolve(subject + "_" + name + "_scans.tsv"))) {
            scans.row("filename", "acq_time").row("motion/" + stem + "motion.tsv", acquired(session));
        }
    }

    private void writeFrames(Path file, ExportJob.Progress progress) throws IOException, ArchiveException {
        try (TsvFile frames = new TsvFile(file)) {
            session.samples().read(row -> {
                for (BidsChannels.Channel channel : channels) {
                    append(frames.cell(), channel, row);
                }
                frames.endRow();
                lastTimeUs = row.timeUs();
                frameCount++;
                progress.frameWritten();
            });
        }
    }

    private static void append(StringBuilder cell, BidsChannels.Channel channel, SampleRow row) {
        switch (channel.source()) {
            case LATENCY -> seconds(cell, row.timeUs());
            case RAW -> cell.append(row.raw(channel.index()));
            case SAMPLES -> {
                double value = row.sample(channel.index());
                if (Double.isNaN(value)) {
                    cell.append(TsvFile.MISSING);
                } else if (value == Math.rint(value) && Math.abs(value) < 1e9) {
                    cell.append((long) value);
                } else {
                    cell.append((float) value);
                }
            }
        }
    }

    /** All six decimals, without the noise of a division. */
    private static void seconds(StringBuilder cell, long timeUs) {
        String micros = Long.toString(1_000_000 + timeUs % 1_000_000);
        cell.append(timeUs / 1_000_000).append('.').append(micros, 1, 7);
    }

    private static String seconds(long timeUs) {
        StringBuilder text = new StringBuilder();
        seconds(text, timeUs);
        return text.toString();
    }

    private ObjectNode description() {
        double durationS = lastTimeUs / 1e6;
        ObjectNode description = ExportJson.object()
                .put("TaskName", TASK)
                .put("TaskDescription", "Rolling and holding a muscle on a foam roller.")
                .put("TrackingSystemName", SYSTEM)
                .put("SamplingFrequency", session.record().hello().rateHz())
                .put("TrackedPointsCount", 1)
                .put("MotionChannelCount", channels.size());
        if (frameCount > 1) {
            description.put("SamplingFrequencyEffective", (frameCount - 1) / durationS);
        }
        for (String type : List.of("ACCEL", "GYRO", "LATENCY", BidsChannels.MISC)) {
            description.put(type + "ChannelCount", BidsChannels.count(channels, type));
        }
        return description
                .put("RecordingDuration", durationS)
                .put("MissingValues", TsvFile.MISSING)
                .put("Manufacturer", "The Rollscope contributors")
                .put("ManufacturersModelName", model())
                .put("DeviceSerialNumber", session.record().hello().boardSerial())
                .put(
                        "SoftwareVersions",
                        "recorded by " + session.record().softwareVersion() + ", exported by " + softwareVersion
                                + firmware(session.record().hello()));
    }

    private static String firmware(BoardHello hello) {
        return hello.sampledByHost()
                ? ", no firmware: the host read the sensors itself, and times are those of its clock"
                : ", firmware " + hello.firmwareVersion();
    }

    private String model() {
        int geometryId = session.record().hello().geometryId();
        return PadGeometry.isKnown(geometryId)
                ? PadGeometry.of(geometryId).name() + " "
                        + PadGeometry.of(geometryId).tool().word()
                : "roller of geometry " + geometryId;
    }

    private void writeChannels(Path file) throws IOException {
        String rateHz = Integer.toString(session.record().hello().rateHz());
        try (TsvFile table = new TsvFile(file)) {
            table.row(
                    "name",
                    "component",
                    "type",
                    "tracked_point",
                    "units",
                    "reference_frame",
                    "sampling_frequency",
                    "description");
            for (BidsChannels.Channel channel : channels) {
                boolean moves = channel.type().equals("ACCEL") || channel.type().equals("GYRO");
                table.row(
                        channel.name(),
                        channel.component(),
                        channel.type(),
                        "roller",
                        channel.units(),
                        moves ? "roller" : TsvFile.MISSING,
                        rateHz,
                        channel.description());
            }
        }
    }

    private static ObjectNode channelLevels() {
        ObjectNode levels = ExportJson.object();
        levels.putObject("reference_frame")
                .put("Description", "Axes in which a vector is told.")
                .putObject("Levels")
                .putObject("roller")
                .put(
                        "Description",
                        "Axes of the roller itself, which turn with it: z along its axis, x through the first column of"
                                + " pads, y so that they are right-handed.");
        return levels;
    }

    private static void writeEvents(Path file, SmallTable events) throws IOException {
        List<Column> columns = events.table().columns();
        int startIndex = events.table().indexOf("start_us");
        int endIndex = events.table().indexOf("end_us");
        try (TsvFile table = new TsvFile(file)) {
            table.cell().append("onset");
            table.cell().append("duration");
            table.cell().append("trial_type");
            columns.stream().skip(1).forEach(column -> table.cell().append(column.key()));
            table.endRow();
            // BIDS wants them by their onset, not by when they could be known.
            List<List<@Nullable Object>> rows = new ArrayList<>(events.rows());
            rows.sort(Comparator.comparingLong(row -> (Long) Objects.requireNonNull(row.get(startIndex))));
            for (List<@Nullable Object> row : rows) {
                long startUs = (Long) Objects.requireNonNull(row.get(startIndex));
                long endUs = (Long) Objects.requireNonNull(row.get(endIndex));
                table.cell().append(seconds(startUs));
                table.cell().append(seconds(endUs - startUs));
                for (Object value : row) {
                    table.cell().append(value == null ? TsvFile.MISSING : value);
                }
                table.endRow();
            }
        }
    }

    private static ObjectNode eventColumns(Table table) {
        ObjectNode described = ExportJson.object();
        for (Column column : table.columns()) {
            boolean isType = column.key().equals("type");
            ObjectNode node = described
                    .putObject(isType ? "trial_type" : column.key())
                    .put("Description", column.description() + (isType ? " Decided by software, see sourcedata." : ""));
            if (!column.unit().isEmpty()) {
                node.put("Units", column.unit());
            }
        }
        return described;
    }
}
