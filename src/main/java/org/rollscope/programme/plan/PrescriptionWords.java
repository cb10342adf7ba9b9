package org.rollscope.programme.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is planned at a place, in words, with shares of the personal ceiling: whose pressures they are only the athlete's own machine knows.
 *
 * @param before of the one; empty where it plans nothing there.
 * @param after of the other; empty likewise.
 */
public record PrescriptionWords(String before, String after) {
    /** Only what is not the same in both; all of what stands alone. Null where nothing is planned. */
    public static PrescriptionWords differing(@Nullable Prescription one, @Nullable Prescription other) {
        if (one == null || other == null) {
            return new PrescriptionWords(one == null ? "" : whole(one), other == null ? "" : whole(other));
        }
        List<String> ones = parts(one);
        List<String> others = parts(other);
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (int index = 0; index < ones.size(); index++) {
            if (!ones.get(index).equals(others.get(index))) {
                before.add(ones.get(index));
                after.add(others.get(index));
            }
        }
        if (before.isEmpty() && !one.equals(other)) {
            return new PrescriptionWords("as it was", "otherwise by less than is shown");
        }
        return new PrescriptionWords(String.join(", ", before), String.join(", ", after));
    }

    private static String whole(Prescription planned) {
        return String.join(", ", parts(planned));
    }

    private static List<String> parts(Prescription planned) {
        return List.of(
                planned.dose().sessionsPerWeekCount() + " days a week",
                planned.dose().spotCount() + " spots",
                "hold " + planned.dose().holdMs() / 1000 + " s",
                "preset " + planned.preset().word(),
                String.format(
                        Locale.ROOT,
                        "%.3f to %.3f of the ceiling",
                        planned.intensity().floorRatio(),
                        planned.intensity().ceilingRatio()),
                planned.manner().type().word(),
                planned.manner().tool().word(),
                planned.manner().context().word().replace('_', ' '),
                "since " + planned.sinceDate());
    }
}
