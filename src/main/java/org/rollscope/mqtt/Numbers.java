package org.rollscope.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import org.rollscope.session.PadPressures;

/** How the numbers of a {@link PayloadWriter} are read. */
final class Numbers {
    private Numbers() {}

    /** Reads what {@link PayloadWriter#addPads} wrote. */
    static PadPressures readPads(JsonNode array) throws UnreadablePayloadException {
        float[] pressureKpa = new float[array.size()];
        for (int padIndex = 0; padIndex < pressureKpa.length; padIndex++) {
            JsonNode pad = array.get(padIndex);
            if (pad.isNull()) {
                pressureKpa[padIndex] = Float.NaN;
            } else if (pad.isNumber() && Float.isFinite(pad.floatValue())) {
                pressureKpa[padIndex] = pad.floatValue();
            } else {
                throw new UnreadablePayloadException("pad_pressure_kpa has a value that is not a number");
            }
        }
        return PadPressures.of(pressureKpa);
    }

    /** Reads one number that {@link PayloadWriter#addHundredths} wrote. */
    static double readHundredths(JsonNode value, String key) throws UnreadablePayloadException {
        if (value.isNull()) {
            return Double.NaN;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new UnreadablePayloadException(key + " has a value that is not a number");
        }
        return Math.rint(value.doubleValue() * 100) / 100;
    }
}
