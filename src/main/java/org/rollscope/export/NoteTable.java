package org.rollscope.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.programme.effect.BodyNote;
import org.rollscope.programme.effect.MotionTest;
import org.rollscope.programme.effect.NoteMoment;

/** Soreness and range of motion as athletes noted them, one row each; what was taken back is not among them. */
final class NoteTable {
    static final String NAME = "notes";

    static final List<String> MOMENTS =
            Arrays.stream(NoteMoment.values()).map(NoteMoment::word).toList();

    private static final List<Column> COLUMNS = List.of(
            Column.text("participant_id", "Pseudonym of the athlete in this export."),
            Column.integer(
                    "note_index", "", "Running number among the athlete's notes; those taken back are left out."),
            Column.text("date", "Day on which it was felt or measured, as the athlete said it, ISO 8601."),
            Column.text("rolled_on", "Day of the rolling that it belongs to.")
                    .from("date; a day before it for moment 24h, two days for 48h"),
            Column.word("moment", "When, by the rolling that it belongs to.", MOMENTS),
            Column.text("muscle", "Muscle."),
            Column.text("side", "Side of the body."),
            Column.word("measure", "What was noted.", List.of("soreness", "motion_length", "motion_angle")),
            Column.text(
                    "test",
                    "How a range of motion was measured, one of " + MotionTest.words()
                            + ", or a word of the athlete's own; empty for soreness."),
            Column.precise("soreness_nrs", "", "Soreness, 0 none to 10 the worst; empty for a range of motion."),
            Column.precise("length_mm", "mm", "Range of motion that is a length; more is more motion."),
            Column.precise("angle_rad", "rad", "Range of motion that is an angle; more is more motion."));

    private NoteTable() {}

    /** All notes of a job; no rows when nobody noted anything. */
    static SmallTable of(ExportJob job) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ExportedNotes theirs : job.notes()) {
            theirs.notes().forEach(note -> rows.add(row(theirs.participantId(), note)));
        }
        return new SmallTable(
                new Table(NAME, "One note of an athlete about soreness or range of motion.", COLUMNS), rows);
    }

    private static List<@Nullable Object> row(String participantId, BodyNote.Observation note) {
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                participantId,
                (long) note.sequence(),
                note.date(),
                note.rolledOn().toString(),
                note.moment().word(),
                note.muscle().word(),
                note.side().word()));
        if (note instanceof BodyNote.Soreness sore) {
            row.addAll(Arrays.asList("soreness", null, sore.sorenessNrs(), null, null));
        } else if (note instanceof BodyNote.MotionLength length) {
            row.addAll(Arrays.asList("motion_length", length.test(), null, length.lengthMm(), null));
        } else {
            BodyNote.MotionAngle angle = (BodyNote.MotionAngle) note;
            row.addAll(Arrays.asList("motion_angle", angle.test(), null, null, angle.angleRad()));
        }
        return row;
    }
}
