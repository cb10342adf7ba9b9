package org.rollscope.viewer.review;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.library.TimeWindow;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;

/** What the cursors say, in words. */
final class ReadoutText {
    private static final String DASH = "\u2013";

    private ReadoutText() {}

    /** A pressure with one digit. */
    static String pressure(double pressureKpa) {
        return Double.isFinite(pressureKpa)
                ? String.format(
                        Locale.ROOT,
                        "%.1f %s",
                        PressureUnit.shown().of(pressureKpa),
                        PressureUnit.shown().word())
                : DASH;
    }

    static String number(double value, String format) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : DASH;
    }

    /** At a cursor; says so where frames are missing. */
    static String at(ReviewModel model, String number, @Nullable Long timeUs) {
        if (timeUs == null) {
            return "";
        }
        Reading reading = model.reading(timeUs);
        if (reading == null) {
            return Texts.of("review.readout.none", number, Clock.text(timeUs, 3));
        }
        return Texts.of(
                "review.readout",
                number,
                Clock.text(reading.timeUs(), 3),
                pressure(reading.meanKpa()),
                pressure(reading.peakKpa()),
                number(Math.rint(reading.speedMmPerS()) + 0.0, "%.0f"),
                Texts.of("state." + reading.activity().word()));
    }

    /** Between the cursors. */
    static String between(ReviewModel model) {
        Difference difference = model.difference();
        if (difference == null) {
            return Texts.of("review.readout.hint");
        }
        String step = Double.isFinite(difference.meanStepKpa())
                ? String.format(
                        Locale.ROOT,
                        "%+.1f %s",
                        PressureUnit.shown().of(difference.meanStepKpa()),
                        PressureUnit.shown().word())
                : DASH;
        return Texts.of(
                "review.readout.difference",
                String.format(Locale.ROOT, "%.3f", difference.lengthUs() / 1e6),
                step,
                pressure(difference.meanKpa()),
                pressure(difference.peakKpa()),
                Integer.toString(difference.frameCount()),
                difference.gapCount());
    }

    /** What a note is about, in words. */
    static String notePlace(ReviewModel model) {
        TimeWindow place = placeOfNote(model);
        return model.selectsBetweenCursors()
                ? Texts.of("review.note.span", Clock.text(place.fromUs(), 2), Clock.text(place.toUs(), 2))
                : Texts.of("review.note.moment", Clock.text(place.fromUs(), 2));
    }

    /** What a note is about: the stretch between the cursors, the cursor's moment, or the middle of what is shown. */
    static TimeWindow placeOfNote(ReviewModel model) {
        if (model.selectsBetweenCursors()) {
            return model.selection();
        }
        Long cursorUs = model.cursorUs();
        long atUs = cursorUs == null ? model.window().fromUs() + model.window().lengthUs() / 2 : cursorUs;
        return TimeWindow.between(atUs, atUs);
    }
}
