package org.rollscope.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollscope.frame.PadGeometry;

/** How large one tile of each tool is, for formulas: with the words that stand beside a session, so that another lab can look it up. */
final class TileAreas {
    private TileAreas() {}

    /** As {@code 1020 for geometry 1 (roller, 48 pads), ...}; six digits, which single precision needs. */
    static String words() {
        List<String> words = new ArrayList<>();
        for (PadGeometry geometry : PadGeometry.all()) {
            words.add(String.format(
                    Locale.ROOT,
                    "%s for geometry %d (%s, %d pads)",
                    digits(geometry.tileAreaMm2()),
                    geometry.geometryId(),
                    PadGeometry.toolWord(geometry.geometryId()),
                    geometry.padCount()));
        }
        return String.join(", ", words);
    }

    private static String digits(double areaMm2) {
        return areaMm2 == Math.rint(areaMm2)
                ? String.format(Locale.ROOT, "%.0f", areaMm2)
                : String.format(Locale.ROOT, "%.3f", areaMm2);
    }
}
