package org.rollscope.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.rollscope.session.PadPressures;

/**
 * Writes one payload straight to bytes, key by key, without a tree in between: a service spends more on saying a figure than
 * on computing it.
 *
 * <p>Numbers are rounded so that payloads stay small, whole ones have no decimal point, NaN is null. <b>Threads.</b> One.
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
    PayloadWriter(JsonFactory factory, boolean binary) {
        this.binary = binary;
        try {
            generator = factory.createGenerator(bytes);
            generator.writeStartObject();
        } catch (IOException failed) {
            throw never(failed);
        }
    }

    /** The finished payload. */
    byte[] finish() {
        try {
            generator.writeEndObject();
            generator.close();
        } catch (IOException failed) {
            throw never(failed);
        }
        return bytes.toByteArray();
    }

    void put(String key, String value) {
        write(() -> generator.writeStringField(key, value));
    }

    void put(String key, long value) {
        write(() -> generator.writeNumberField(key, value));
    }

    void put(String key, boolean value) {
        write(() -> generator.writeBooleanField(key, value));
    }

    void putNull(String key) {
        write(() -> generator.writeNullField(key));
    }

    /** Rounded to hundredths: finer than any sensor of the roller. */
    void hundredths(String key, double value) {
        decimals(key, value, 100);
    }

    /** Rounded to ten thousandths: for ratios. */
    void ratio(String key, double value) {
        decimals(key, value, 10_000);
    }

    /** As it is. */
    void exact(String key, double value) {
        if (Double.isFinite(value)) {
            write(() -> generator.writeNumberField(key, value));
        } else {
            putNull(key);
        }
    }

    /** Milliseconds with as many decimals as the microseconds need, three at most. */
    void milliseconds(String key, long timeUs) {
        name(key);
        scaled(timeUs, 1000);
    }

    private void decimals(String key, double value, int scale) {
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
    private void scaled(long value, int scale) {
        if (value % scale == 0) {
            write(() -> generator.writeNumber(value / scale));
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
        write(() -> generator.writeNumber(digits.toString()));
    }

    void beginObject(String key) {
        write(() -> generator.writeObjectFieldStart(key));
    }

    void endObject() {
        write(generator::writeEndObject);
    }

    void beginArray(String key) {
        write(() -> generator.writeArrayFieldStart(key));
    }

    void endArray() {
        write(generator::writeEndArray);
    }

    void add(String value) {
        write(() -> generator.writeString(value));
    }

    void add(long value) {
        write(() -> generator.writeNumber(value));
    }

    void add(boolean value) {
        write(() -> generator.writeBoolean(value));
    }

    /** Rounded to hundredths; in CBOR single precision, to be rounded again by who reads it. */
    void addHundredths(double value) {
        long hundredths = Math.round(value * 100);
        if (!Double.isFinite(value)) {
            write(generator::writeNull);
        } else if (hundredths % 100 == 0) {
            add(hundredths / 100);
        } else if (binary) {
            write(() -> generator.writeNumber((float) (hundredths / 100.0)));
        } else {
            scaled(hundredths, 100);
        }
    }

    /** Pressures of all tiles as an array; the array's beginning has been written. */
    void addPads(PadPressures pads) {
        for (int padIndex = 0; padIndex < pads.padCount(); padIndex++) {
            addHundredths(pads.pressureKpa(padIndex));
        }
    }

    /** An array of pads inside an array. */
    void addPadArray(PadPressures pads) {
        write(generator::writeStartArray);
        addPads(pads);
        endArray();
    }

    private void name(String key) {
        write(() -> generator.writeFieldName(key));
    }

    /** A step of writing. */
    private interface Step {
        void run() throws IOException;
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (IOException failed) {
            throw never(failed);
        }
    }

    private static IllegalStateException never(IOException failed) {
        return new IllegalStateException("plain values can always be written to memory", failed);
    }
}
