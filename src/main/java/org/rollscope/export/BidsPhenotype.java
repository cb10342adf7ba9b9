package org.rollscope.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.effect.BodyNote;
import org.rollscope.programme.effect.MotionTest;
import org.rollscope.programme.effect.NoteMoment;

/**
 * What athletes noted, as BIDS wants assessments: {@code phenotype/TOOL.tsv} and {@code .json}, a file for each thing that is measured with.
 *
 * <p><b>Source.</b> Brain Imaging Data Structure 1.9.0, phenotypic and assessment data.
 */
final class BidsPhenotype {
    private static final String FOLDER = "phenotype";
    private static final String SORENESS = "soreness";

    private BidsPhenotype() {}

    /** Writes them; no folder when nobody noted anything. */
    static void write(ExportJob job, Path folder, Function<String, String> subject) throws IOException {
        Map<String, BodyNote.Observation> tools = new TreeMap<>();
        job.notes().forEach(theirs -> theirs.notes().forEach(note -> tools.putIfAbsent(tool(note), note)));
        if (tools.isEmpty()) {
            return;
        }
        Path place = Files.createDirectory(folder.resolve(FOLDER));
        for (Map.Entry<String, BodyNote.Observation> tool : tools.entrySet()) {
            writeTable(job, place.resolve(tool.getKey() + ".tsv"), tool.getKey(), subject);
            ExportJson.write(place.resolve(tool.getKey() + ".json"), description(tool.getValue()));
        }
    }

    /** Name of what it was measured with; a word of one's own says in what, for it may stand for both. */
    private static String tool(BodyNote.Observation note) {
        if (note instanceof BodyNote.Soreness) {
            return SORENESS;
        }
        String test = test(note);
        String name = test.replace('-', '_');
        return MotionTest.find(test).isPresent()
                ? name
                : name + (note instanceof BodyNote.MotionAngle ? "_angle" : "_length");
    }

    private static String test(BodyNote.Observation note) {
        return note instanceof BodyNote.MotionLength length ? length.test() : ((BodyNote.MotionAngle) note).test();
    }

    private static String column(BodyNote.Observation note) {
        return note instanceof BodyNote.Soreness
                ? "soreness_nrs"
                : note instanceof BodyNote.MotionLength ? "length_mm" : "angle_rad";
    }

    private static double value(BodyNote.Observation note) {
        if (note instanceof BodyNote.Soreness sore) {
            return sore.sorenessNrs();
        }
        return note instanceof BodyNote.MotionLength length
                ? length.lengthMm()
                : ((BodyNote.MotionAngle) note).angleRad();
    }

    private static void writeTable(ExportJob job, Path file, String tool, Function<String, String> subject)
            throws IOException {
        try (TsvFile table = new TsvFile(file)) {
            boolean begun = false;
            for (ExportedNotes theirs : job.notes()) {
                for (BodyNote.Observation note : theirs.notes()) {
                    if (!tool(note).equals(tool)) {
                        continue;
                    }
                    if (!begun) {
                        table.row(
                                "participant_id",
                                "note_index",
                                "date",
                                "rolled_on",
                                "moment",
                                "muscle",
                                "side",
                                column(note));
                        begun = true;
                    }
                    table.row(
                            subject.apply(theirs.participantId()),
                            Integer.toString(note.sequence()),
                            note.date(),
                            note.rolledOn().toString(),
                            note.moment().word(),
                            note.muscle().word(),
                            note.side().word(),
                            Double.toString(value(note)));
                }
            }
        }
    }

    private static ObjectNode description(BodyNote.Observation note) {
        ObjectNode document = ExportJson.object();
        document.putObject("MeasurementToolMetadata").put("Description", instrument(note));
        column(document, "participant_id", "Pseudonym of the athlete in this data set.");
        column(document, "note_index", "Running number among all notes of the athlete; those taken back are left out.");
        column(document, "date", "Day on which it was felt or measured, as the athlete said it, ISO 8601.");
        column(
                document,
                "rolled_on",
                "Day of the rolling that it belongs to: date, a day before it for moment 24h, two days for 48h.");
        ObjectNode moments = column(document, "moment", "When, by the rolling that it belongs to.")
                .putObject("Levels");
        Arrays.stream(NoteMoment.values()).forEach(moment -> moments.put(moment.word(), moment.words()));
        ObjectNode muscles =
                column(document, "muscle", "Muscle that was rolled.").putObject("Levels");
        Arrays.stream(Muscle.values())
                .forEach(muscle -> muscles.put(muscle.word(), muscle.word().replace('_', ' ')));
        ObjectNode sides = column(document, "side", "Side of the body.").putObject("Levels");
        List.of(Side.values()).forEach(side -> sides.put(side.word(), side.word()));
        ObjectNode value = column(document, column(note), said(note));
        if (note instanceof BodyNote.Soreness) {
            value.put("LongName", "Soreness on a numerical rating scale")
                    .put("Units", "1")
                    .put("Minimum", 0)
                    .put("Maximum", 10);
        } else {
            value.put("LongName", "Range of motion, " + test(note))
                    .put("Units", note instanceof BodyNote.MotionAngle ? "rad" : "mm");
        }
        return document;
    }

    private static ObjectNode column(ObjectNode document, String key, String description) {
        return document.putObject(key).put("Description", description);
    }

    private static String said(BodyNote.Observation note) {
        return note instanceof BodyNote.Soreness
                ? "How sore the muscle is, 0 none to 10 the worst."
                : "Range of motion; more is more motion. Below 0 where the mark or the zero of the joint is not reached.";
    }

    private static String instrument(BodyNote.Observation note) {
        if (note instanceof BodyNote.Soreness) {
            return "Numerical rating scale of soreness, 0 to 10, said by the athlete before and after rolling, a day and two days later.";
        }
        String test = test(note);
        return MotionTest.find(test)
                .map(known -> "Test " + test + " of range of motion, measured by the athlete. " + known.says())
                .orElse("Test '" + test + "' of range of motion: a word of the athlete's own.");
    }
}
