package org.rollscope.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.rollscope.detect.Figures;
import org.rollscope.session.PadPressures;

/**
 * Writes one payload straight to bytes, key by key, without a tree in between: a service spends more on saying a figure than
 * on computing it.
 *
 * <p>Numbers are rounded so that payloads stay small, whole ones have no decimal point, NaN is null. <b>Errors.</b> Memory takes
 * every plain value, so an exception is a mistake of ours. <b>Threads.</b> One.
 */
final class PayloadWriter {
    private static final int USUAL_BYTES = 2048;
    private static final double LARGEST_SCALED = 1e15;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    private final JsonGenerator generator;
    private final boolean binary;

    /**
     * Begins a payload.
     *
     * @param factory of JSON or CBOR.
     * @param binary whether it is CBOR, where a fraction takes single precision rather than digits.
     */
    PayloadWriter(JsonFactory factory, boolean binary) throws IOException {
        this.binary = binary;
        generator = factory.createGenerator(bytes);
        generator.writeStartObject();
    }

    /** The finished payload. */
    byte[] finish() throws IOException {
        generator.writeEndObject();
        generator.close();
        return bytes.toByteArray();
    }

    void put(String key, String value) throws IOException {
        generator.writeStringField(key, value);
    }

    void put(String key, long value) throws IOException {
        generator.writeNumberField(key, value);
    }

    void put(String key, boolean value) throws IOException {
        generator.writeBooleanField(key, value);
    }

    void putNull(String key) throws IOException {
        generator.writeNullField(key);
    }

    /** Rounded to hundredths: finer than any sensor of the roller. */
    void hundredths(String key, double value) throws IOException {
        decimals(key, value, 100);
    }

    /** Rounded to ten thousandths: for ratios. */
    void ratio(String key, double value) throws IOException {
        decimals(key, value, 10_000);
    }

    /** Named numbers, rounded to ten thousandths; those named {@code reasons.X} go into an object of their own. */
    void figures(Figures figures) throws IOException {
        boolean inReasons = false;
        for (Map.Entry<String, Double> figure : figures.values().entrySet()) {
            boolean isReason = figure.getKey().startsWith(Figures.REASON_PREFIX);
            if (isReason && !inReasons) {
                beginObject("reasons");
            } else if (!isReason && inReasons) {
                endObject();
            }
            inReasons = isReason;
            String key = isReason ? figure.getKey().substring(Figures.REASON_PREFIX.length()) : figure.getKey();
            ratio(key, figure.getValue());
        }
        if (inReasons) {
            endObject();
        }
    }

    /** As it is. */
    void exact(String key, double value) throws IOException {
        if (Double.isFinite(value)) {
            generator.writeNumberField(key, value);
        } else {
            putNull(key);
        }
    }

    /** Milliseconds with as many decimals as the microseconds need, three at most. */
    void milliseconds(String key, long timeUs) throws IOException {
        name(key);
        scaled(timeUs, 1000);
    }

    private void decimals(String key, double value, int scale) throws IOException {
        double scaledValue = value * scale;
        if (!Double.isFinite(value)) {
            putNull(key);
        } else if (Math.abs(scaledValue) < LARGEST_SCALED) {
            name(key);
            scaled(Math.round(scaledValue), scale);
        } else {
            exact(key, value);
        }
    }

    /** Writes value / scale, exactly, in as few digits as it needs. */
    private void scaled(long value, int scale) throws IOException {
        if (value % scale == 0) {
            generator.writeNumber(value / scale);
            return;
        }
        StringBuilder digits = new StringBuilder(24);
        long magnitude = Math.abs(value);
        digits.append(value < 0 ? "-" : "").append(magnitude / scale).append('.');
        long rest = magnitude % scale;
        for (int unit = scale / 10; rest > 0; unit /= 10) {
            digits.append((char) ('0' + rest / unit));
            rest %= unit;
        }
        generator.writeNumber(digits.toString());
    }

    void beginObject(String key) throws IOException {
        generator.writeObjectFieldStart(key);
    }

    /** Begins an object within an array. */
    void beginElement() throws IOException {
        generator.writeStartObject();
    }

    void endObject() throws IOException {
        generator.writeEndObject();
    }

    void beginArray(String key) throws IOException {
        generator.writeArrayFieldStart(key);
    }

    void endArray() throws IOException {
        generator.writeEndArray();
    }

    void add(String value) throws IOException {
        generator.writeString(value);
    }

    void add(long value) throws IOException {
        generator.writeNumber(value);
    }

    void add(boolean value) throws IOException {
        generator.writeBoolean(value);
    }

    /** Rounded to hundredths; in CBOR single precision, to be rounded again by who reads it. */
    void addHundredths(double value) throws IOException {
        long hundredths = Math.round(value * 100);
        if (!Double.isFinite(value)) {
            generator.writeNull();
        } else if (hundredths % 100 == 0) {
            add(hundredths / 100);
        } else if (binary) {
            generator.writeNumber((float) (hundredths / 100.0));
        } else {
            scaled(hundredths, 100);
        }
    }

    /** Pressures of all tiles as an array; the array's beginning has been written. */
    void addPads(PadPressures pads) throws IOException {
        for (int padIndex = 0; padIndex < pads.padCount(); padIndex++) {
            addHundredths(pads.pressureKpa(padIndex));
        }
    }

    /** An array of pads inside an array. */
    void addPadArray(PadPressures pads) throws IOException {
        generator.writeStartArray();
        addPads(pads);
        endArray();
    }

    private void name(String key) throws IOException {
        generator.writeFieldName(key);
    }
}
