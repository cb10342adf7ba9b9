package org.rollscope.viewer.wall;

import java.util.Locale;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Alarm;
import org.rollscope.viewer.model.Readout;

/** Why a roller lies at the top, in words with figures. */
final class AlarmWords {
    private AlarmWords() {}

    static String of(Alarm alarm) {
        String ago = Long.toString(alarm.endedAgoMs() / 1000);
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
            String limit = whole(2 * reason.ceilingKpa());
            String highest = whole(reason.highestPeakKpa());
            return alarm.open()
                    ? Texts.of("wall.over.tile", limit, highest)
                    : Texts.of("wall.over.tile.ended", limit, highest, ago);
        }
        String limit = whole(reason.ceilingKpa());
        String highest = whole(reason.highestMeanKpa());
        return alarm.open() ? Texts.of("wall.over", limit, highest) : Texts.of("wall.over.ended", limit, highest, ago);
    }

    private static String whole(double value) {
        return Double.isFinite(value) ? Long.toString(Math.round(value)) : Readout.DASH;
    }
}
