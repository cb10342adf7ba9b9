package org.rollscope.viewer.wall;

import java.util.Locale;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Alarm;
import org.rollscope.viewer.model.Readout;

/** Why a roller lies at the top, in words with figures. */
final class AlarmWords {
    private AlarmWords() {}

    static String of(Alarm alarm) {
        String ago = Long.toString(alarm.endedAgoMs() / 1000);
        String unit = PressureUnit.shown().word();
        Alarm.Reason reason = alarm.reason();
        if (alarm.kind() == Alarm.Kind.GUARDING) {
            String score = Double.isNaN(reason.scoreRatio())
                    ? Readout.DASH
                    : String.format(Locale.ROOT, "%.2f", reason.scoreRatio());
            return alarm.open() ? Texts.of("wall.guarding", score) : Texts.of("wall.guarding.ended", score, ago);
        }
        // Over-pressure is of the mean, or of one tile over twice the ceiling.
        boolean tile =
                !(reason.highestMeanKpa() > reason.ceilingKpa()) && reason.highestPeakKpa() > 2 * reason.ceilingKpa();
        if (tile) {
            String limit = number(2 * reason.ceilingKpa());
            String highest = number(reason.highestPeakKpa());
            return alarm.open()
                    ? Texts.of("wall.over.tile", limit, highest, unit)
                    : Texts.of("wall.over.tile.ended", limit, highest, ago, unit);
        }
        String limit = number(reason.ceilingKpa());
        String highest = number(reason.highestMeanKpa());
        return alarm.open()
                ? Texts.of("wall.over", limit, highest, unit)
                : Texts.of("wall.over.ended", limit, highest, ago, unit);
    }

    private static String number(double pressureKpa) {
        return PressureUnit.shown().number(pressureKpa);
    }
}
