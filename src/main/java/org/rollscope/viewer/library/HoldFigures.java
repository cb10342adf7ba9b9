package org.rollscope.viewer.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;

/**
 * What the holds of a session amounted to, from its events alone.
 *
 * @param holdCount holds.
 * @param meanPressureKpa mean pressure of all of them, each by its length; NaN without holds.
 * @param medianReleaseAfterMs median time to the first release of those that had one; NaN without.
 */
public record HoldFigures(int holdCount, double meanPressureKpa, double medianReleaseAfterMs) {
    /** Of the events of one session. */
    public static HoldFigures of(List<RollerEvent> events) {
        List<RollerEvent> holds =
                events.stream().filter(event -> event.type() == EventType.HOLD).toList();
        double pressureTimeKpaS = 0;
        double lengthUs = 0;
        List<Double> releasesMs = new ArrayList<>();
        for (RollerEvent hold : holds) {
            long holdUs = hold.endUs() - hold.startUs();
            lengthUs += holdUs;
            pressureTimeKpaS += hold.evidence().meanPressureKpa() * holdUs;
            events.stream()
                    .filter(event -> event.type() == EventType.RELEASE
                            && event.startUs() >= hold.startUs()
                            && event.startUs() <= hold.endUs())
                    .mapToDouble(event -> (event.startUs() - hold.startUs()) / 1000.0)
                    .min()
                    .ifPresent(releasesMs::add);
        }
        return new HoldFigures(
                holds.size(), lengthUs > 0 ? pressureTimeKpaS / lengthUs : Double.NaN, median(releasesMs));
    }

    /** As in the table of metrics: of an even number the mean of the two in the middle. */
    private static double median(List<Double> valuesMs) {
        if (valuesMs.isEmpty()) {
            return Double.NaN;
        }
        Collections.sort(valuesMs);
        int middle = valuesMs.size() / 2;
        return valuesMs.size() % 2 == 1 ? valuesMs.get(middle) : (valuesMs.get(middle - 1) + valuesMs.get(middle)) / 2;
    }
}
