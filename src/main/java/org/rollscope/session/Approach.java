package org.rollscope.session;

import java.util.EnumMap;
import java.util.Map;

/**
 * How fast the pressure rises while a limb comes down: the frames of a contact from its onset until most of its pressure is there.
 *
 * <p><b>Threads.</b> One.
 */
final class Approach {
    /** Most of a contact's pressure; chosen by us, decision record 0026. */
    private static final double MOST_RATIO = 0.9;

    private final Series slopesKpaPerS = new Series();

    /** Takes in a frame of the contact. */
    void accept(double slopeKpaPerS) {
        slopesKpaPerS.add(slopeKpaPerS);
    }

    /**
     * What the approach was like.
     *
     * @param contact what the contact amounted to.
     * @param pressuresKpa its mean pressure, frame by frame.
     */
    Map<Metric, Double> measures(Measures contact, Series pressuresKpa) {
        double mostKpa = MOST_RATIO * contact.value(Metric.MEAN_PRESSURE_KPA);
        Series all = new Series();
        Series rising = new Series();
        for (int index = 0; index < slopesKpaPerS.count(); index++) {
            all.add(slopesKpaPerS.value(index));
            if (slopesKpaPerS.value(index) > 0) {
                rising.add(slopesKpaPerS.value(index));
            }
            if (pressuresKpa.value(index) >= mostKpa) {
                break;
            }
        }
        Map<Metric, Double> measures = new EnumMap<>(Metric.class);
        measures.put(Metric.APPROACH_MAX_KPA_PER_S, all.max());
        measures.put(Metric.APPROACH_MEDIAN_KPA_PER_S, rising.median());
        return measures;
    }
}
