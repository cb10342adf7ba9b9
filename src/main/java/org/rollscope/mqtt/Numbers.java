package org.rollscope.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.rollscope.session.PadPressures;

/** How numbers are written: rounded so that payloads stay small, whole ones without a decimal point, NaN as null. */
final class Numbers {
    private Numbers() {}

    /** Rounded to hundredths: finer than any sensor of the roller. */
    static void hundredths(ObjectNode object, String key, double value) {
        decimals(object, key, value, 2);
    }

    /** Rounded to ten thousandths: for ratios. */
    static void ratio(ObjectNode object, String key, double value) {
        decimals(object, key, value, 4);
    }

    /** As it is. */
    static void exact(ObjectNode object, String key, double value) {
        if (Double.isFinite(value)) {
            object.put(key, value);
        } else {
            object.putNull(key);
        }
    }

    /** Milliseconds with as many decimals as the microseconds need, three at most. */
    static void milliseconds(ObjectNode object, String key, long timeUs) {
        put(object, key, BigDecimal.valueOf(timeUs, 3));
    }

    private static void decimals(ObjectNode object, String key, double value, int decimalCount) {
        if (!Double.isFinite(value)) {
            object.putNull(key);
            return;
        }
        double factor = Math.pow(10, decimalCount);
        double scaled = value * factor;
        if (Math.abs(scaled) < 1e15) {
            put(object, key, BigDecimal.valueOf(Math.round(scaled), decimalCount));
        } else {
            object.put(key, value);
        }
    }

    private static void put(ObjectNode object, String key, BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() <= 0) {
            object.put(key, value.longValue());
        } else {
            object.put(key, stripped);
        }
    }

    /** Pressures in an array, hundredths of a kilopascal. */
    static void pads(ArrayNode array, PadPressures pads) {
        for (int padIndex = 0; padIndex < pads.padCount(); padIndex++) {
            float pressureKpa = pads.pressureKpa(padIndex);
            if (!Float.isFinite(pressureKpa)) {
                array.addNull();
                continue;
            }
            long hundredths = Math.round(pressureKpa * 100.0);
            if (hundredths % 100 == 0) {
                array.add(hundredths / 100);
            } else {
                array.add((float) (hundredths / 100.0));
            }
        }
    }

    /** Reads what {@link #pads} wrote. */
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

    /** Columns of numbers in hundredths, single precision, whole ones as integers; NaN as null. */
    static void addHundredths(ArrayNode column, double value) {
        if (!Double.isFinite(value)) {
            column.addNull();
            return;
        }
        double rounded = Math.rint(value * 100) / 100;
        if (rounded == Math.rint(rounded) && Math.abs(rounded) < 1e9) {
            column.add((long) rounded);
        } else {
            column.add((float) rounded);
        }
    }

    /** Reads one number that {@link #addHundredths} wrote. */
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
