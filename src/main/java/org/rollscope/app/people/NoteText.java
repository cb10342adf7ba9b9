package org.rollscope.app.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.programme.effect.BodyNote;

/** Notes about soreness and range of motion, for people and programs. */
final class NoteText {
    static final double MM_PER_CM = 10;

    private NoteText() {}

    static String line(BodyNote.Observation note) {
        return String.format(
                Locale.ROOT,
                "%4d  %s  %-6s  %-24s %s",
                note.sequence(),
                note.date(),
                note.moment().word(),
                note.place().spoken(),
                value(note));
    }

    private static String value(BodyNote.Observation note) {
        if (note instanceof BodyNote.Soreness sore) {
            return String.format(Locale.ROOT, "soreness %.1f of 10", sore.sorenessNrs());
        }
        if (note instanceof BodyNote.MotionLength length) {
            return String.format(Locale.ROOT, "%s %.1f cm", length.test(), length.lengthMm() / MM_PER_CM);
        }
        BodyNote.MotionAngle angle = (BodyNote.MotionAngle) note;
        return String.format(Locale.ROOT, "%s %.1f deg", angle.test(), Math.toDegrees(angle.angleRad()));
    }

    static ObjectNode node(BodyNote.Observation note) {
        ObjectNode node = JsonOutput.object()
                .put("sequence", note.sequence())
                .put("date", note.date())
                .put("at", note.moment().word())
                .put("muscle", note.muscle().word())
                .put("side", note.side().word());
        if (note instanceof BodyNote.Soreness sore) {
            return node.put("soreness_nrs", sore.sorenessNrs());
        }
        if (note instanceof BodyNote.MotionLength length) {
            return node.put("test", length.test()).put("length_mm", length.lengthMm());
        }
        BodyNote.MotionAngle angle = (BodyNote.MotionAngle) note;
        return node.put("test", angle.test()).put("angle_rad", angle.angleRad());
    }
}
