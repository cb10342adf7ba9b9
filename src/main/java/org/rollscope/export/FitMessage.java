package org.rollscope.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One message of a FIT file: its number, and fields with their values as bytes.
 *
 * <p><b>Source.</b> Flexible and Interoperable Data Transfer protocol 2.0, as its open readers take it: little-endian, base types by their codes.
 */
final class FitMessage {
    private static final int TEXT = 0x07;
    private static final int UINT8 = 0x02;
    private static final int UINT16 = 0x84;
    private static final int UINT32 = 0x86;
    private static final int BYTES = 0x0D;
    /** Base type of numbers in single precision. */
    static final int FLOAT32 = 0x88;

    /** A field: number, base type (or the developer's index), value. */
    private record Field(int number, int code, List<Byte> value) {}

    private final int globalNumber;
    private final List<Field> fields = new ArrayList<>();
    private final List<Field> developerFields = new ArrayList<>();

    FitMessage(int globalNumber) {
        this.globalNumber = globalNumber;
    }

    /** A word of a list, by its number. */
    FitMessage choice(int number, int value) {
        return add(fields, number, 0, value, 1);
    }

    FitMessage uint8(int number, int value) {
        return add(fields, number, UINT8, value, 1);
    }

    FitMessage uint16(int number, int value) {
        return add(fields, number, UINT16, value, 2);
    }

    FitMessage uint32(int number, long value) {
        return add(fields, number, UINT32, value, 4);
    }

    FitMessage text(int number, String value) {
        return put(fields, number, TEXT, Arrays.copyOf(utf8(value), utf8(value).length + 1));
    }

    FitMessage bytes(int number, byte[] value) {
        return put(fields, number, BYTES, value);
    }

    /** A field of our own, described by a {@code field_description}. */
    FitMessage ownFloat(int number, float value) {
        return add(developerFields, number, 0, Integer.toUnsignedLong(Float.floatToRawIntBits(value)), 4);
    }

    /** The same for small whole numbers. */
    FitMessage ownUint8(int number, int value) {
        return add(developerFields, number, 0, value, 1);
    }

    private FitMessage add(List<Field> into, int number, int code, long value, int length) {
        byte[] bytes = new byte[length];
        for (int index = 0; index < length; index++) {
            bytes[index] = (byte) (value >> (8 * index));
        }
        return put(into, number, code, bytes);
    }

    private FitMessage put(List<Field> into, int number, int code, byte[] value) {
        List<Byte> copy = new ArrayList<>();
        for (byte one : value) {
            copy.add(one);
        }
        into.add(new Field(number, code, copy));
        return this;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What must be said before messages of this form: the same for all of one form. */
    byte[] definition(int localNumber) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x40 | localNumber | (developerFields.isEmpty() ? 0 : 0x20));
        out.write(0);
        out.write(0);
        out.write(globalNumber);
        out.write(globalNumber >> 8);
        out.write(fields.size());
        for (Field field : fields) {
            out.write(field.number());
            out.write(field.value().size());
            out.write(field.code());
        }
        if (!developerFields.isEmpty()) {
            out.write(developerFields.size());
            for (Field field : developerFields) {
                out.write(field.number());
                out.write(field.value().size());
                out.write(0);
            }
        }
        return out.toByteArray();
    }

    /** The message itself. */
    byte[] values(int localNumber) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(localNumber);
        for (List<Field> group : List.of(fields, developerFields)) {
            group.forEach(field -> field.value().forEach(out::write));
        }
        return out.toByteArray();
    }
}
