package org.rollscope.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.effect.BodyNote;
import org.rollscope.programme.effect.MotionTest;
import org.rollscope.programme.effect.NoteMoment;
import org.rollscope.programme.progress.Medians;

/**
 * What athletes noted, as BIDS wants assessments: {@code phenotype/TOOL.tsv} and {@code .json}, a file for each thing that is measured with, a
 * row for each participant and a column for each moment and place: the median of the notes, and how many there are.
 *
 * <p>Validators want each participant once in such a file, so single notes have no place in it; they lie beside the data set.
 *
 * <p><b>Source.</b> Brain Imaging Data Structure 1.9.0, phenotypic and assessment data.
 */
final class BidsPhenotype {
    private static final String FOLDER = "phenotype";
    private static final String SORENESS = "soreness";

    private BidsPhenotype() {}

    /** What one thing that is measured with is. */
    private record Tool(String name, String test, Kind kind) implements Comparable<Tool> {
        static Tool of(BodyNote.Observation note) {
            if (note instanceof BodyNote.Soreness) {
                return new Tool(SORENESS, "", Kind.SORENESS);
            }
            boolean angle = note instanceof BodyNote.MotionAngle;
            String test =
                    note instanceof BodyNote.MotionLength length ? length.test() : ((BodyNote.MotionAngle) note).test();
            String name = test.replace('-', '_');
            // A word of one's own may stand for a length and for an angle.
            return new Tool(
                    MotionTest.find(test).isPresent() ? name : name + (angle ? "_angle" : "_length"),
                    test,
                    angle ? Kind.ANGLE : Kind.LENGTH);
        }

        @Override
        public int compareTo(Tool other) {
            return name.compareTo(other.name);
        }

        String says() {
            if (kind == Kind.SORENESS) {
                return "Numerical rating scale of soreness, 0 none to 10 the worst, said by the athlete before and after"
                        + " rolling, a day and two days later.";
            }
            return MotionTest.find(test)
                    .map(known -> "Test " + test + " of range of motion, measured by the athlete; more is more motion. "
                            + known.says())
                    .orElse("Test '" + test
                            + "' of range of motion, a word of the athlete's own; more is more motion.");
        }
    }

    private enum Kind {
        SORENESS("nrs", "1"),
        LENGTH("mm", "mm"),
        ANGLE("rad", "rad");

        private final String suffix;
        private final String units;

        Kind(String suffix, String units) {
            this.suffix = suffix;
            this.units = units;
        }
    }

    /** A moment and a place: two columns. */
    private record Slot(NoteMoment moment, BodyPlace place) {
        static final Comparator<Slot> ORDER =
                Comparator.comparing(Slot::place, BodyPlace.BOTTOM_UP).thenComparing(Slot::moment);

        String key(Tool tool) {
            return tool.name() + "_" + moment.word() + "_" + place.muscle().word() + "_"
                    + place.side().word();
        }
    }

    /** Writes them; no folder when nobody noted anything. */
    static void write(ExportJob job, Path folder, Function<String, String> subject) throws IOException {
        if (!job.hasNotes()) {
            return;
        }
        SortedMap<Tool, SortedSet<Slot>> slots = new TreeMap<>();
        Map<String, Map<Tool, Map<Slot, List<Double>>>> values = new TreeMap<>();
        for (ExportedNotes theirs : job.notes()) {
            for (BodyNote.Observation note : theirs.notes()) {
                Tool tool = Tool.of(note);
                Slot slot = new Slot(note.moment(), note.place());
                slots.computeIfAbsent(tool, none -> new TreeSet<>(Slot.ORDER)).add(slot);
                values.computeIfAbsent(subject.apply(theirs.participantId()), none -> new TreeMap<>())
                        .computeIfAbsent(tool, none -> new TreeMap<>(Slot.ORDER))
                        .computeIfAbsent(slot, none -> new ArrayList<>())
                        .add(value(note));
            }
        }
        List<String> subjects = job.sessions().stream()
                .map(session -> subject.apply(session.record().athleteId()))
                .distinct()
                .toList();
        Path place = Files.createDirectory(folder.resolve(FOLDER));
        for (Map.Entry<Tool, SortedSet<Slot>> entry : slots.entrySet()) {
            Tool tool = entry.getKey();
            try (TsvFile table = new TsvFile(place.resolve(tool.name() + ".tsv"))) {
                table.row(heads(tool, entry.getValue()));
                for (String one : subjects) {
                    table.row(row(
                            one,
                            entry.getValue(),
                            values.getOrDefault(one, Map.of()).getOrDefault(tool, Map.of())));
                }
            }
            ExportJson.write(place.resolve(tool.name() + ".json"), description(tool, entry.getValue()));
        }
    }

    private static double value(BodyNote.Observation note) {
        if (note instanceof BodyNote.Soreness sore) {
            return sore.sorenessNrs();
        }
        return note instanceof BodyNote.MotionLength length
                ? length.lengthMm()
                : ((BodyNote.MotionAngle) note).angleRad();
    }

    private static String[] heads(Tool tool, SortedSet<Slot> slots) {
        List<String> heads = new ArrayList<>(List.of("participant_id"));
        for (Slot slot : slots) {
            heads.add(slot.key(tool) + "_" + tool.kind().suffix);
            heads.add(slot.key(tool) + "_count");
        }
        return heads.toArray(String[]::new);
    }

    private static String[] row(String subject, SortedSet<Slot> slots, Map<Slot, List<Double>> values) {
        List<String> row = new ArrayList<>(List.of(subject));
        for (Slot slot : slots) {
            List<Double> some = values.getOrDefault(slot, List.of());
            row.add(
                    some.isEmpty()
                            ? TsvFile.MISSING
                            : Double.toString(Medians.medianRatio(some.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray())));
            row.add(Integer.toString(some.size()));
        }
        return row.toArray(String[]::new);
    }

    private static ObjectNode description(Tool tool, SortedSet<Slot> slots) {
        ObjectNode document = ExportJson.object();
        document.putObject("MeasurementToolMetadata").put("Description", tool.says());
        document.putObject("participant_id").put("Description", "Pseudonym of the athlete in this data set.");
        for (Slot slot : slots) {
            String where = slot.place().spoken() + ", " + slot.moment().words();
            ObjectNode median = document.putObject(slot.key(tool) + "_" + tool.kind().suffix)
                    .put("LongName", tool.name().replace('_', ' ') + ", " + where)
                    .put(
                            "Description",
                            "Median of the notes of this athlete; the single ones are in sourcedata/documents/notes.csv.")
                    .put("Units", tool.kind().units);
            if (tool.kind() == Kind.SORENESS) {
                median.put("Minimum", 0).put("Maximum", 10);
            }
            document.putObject(slot.key(tool) + "_count")
                    .put("LongName", "notes, " + where)
                    .put("Description", "How many notes that median is of.")
                    .put("Units", "1");
        }
        return document;
    }
}
