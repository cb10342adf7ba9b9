package org.rollscope.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes structures in the compact protocol of Thrift, in which Parquet keeps its headers.
 *
 * <p><b>Source.</b> Apache Thrift, compact protocol encoding. <b>Threads.</b> One.
 */
final class ThriftCompact {
    /** Code of 32-bit whole numbers in lists. */
    static final int I32 = 5;
    /** Code of texts in lists. */
    static final int BINARY = 8;
    /** Code of structures in lists. */
    static final int STRUCT = 12;

    private static final int I64 = 6;
    private static final int LIST = 9;
    private static final int SHORT_LIST = 15;
    private static final int LARGEST_DELTA = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outerFields = new ArrayDeque<>();
    private int lastField;

    /** Begins a structure; at the start of all, and of each element of a list of structures. */
    ThriftCompact begin() {
        outerFields.push(lastField);
        lastField = 0;
        return this;
    }

    /** Begins a structure that is a field. */
    ThriftCompact beginField(int field) {
        header(field, STRUCT);
        return begin();
    }

    /** Ends the structure. */
    ThriftCompact end() {
        out.write(0);
        lastField = outerFields.pop();
        return this;
    }

    ThriftCompact i32(int field, int value) {
        header(field, I32);
        return element(value);
    }

    ThriftCompact i64(int field, long value) {
        header(field, I64);
        varint((value << 1) ^ (value >> 63));
        return this;
    }

    ThriftCompact text(int field, String value) {
        header(field, BINARY);
        return element(value);
    }

    /** Begins a list; its elements follow. */
    ThriftCompact list(int field, int elementCode, int size) {
        header(field, LIST);
        if (size < SHORT_LIST) {
            out.write((size << 4) | elementCode);
        } else {
            out.write((SHORT_LIST << 4) | elementCode);
            varint(size);
        }
        return this;
    }

    /** A number in a list. */
    ThriftCompact element(int value) {
        varint(Integer.toUnsignedLong((value << 1) ^ (value >> 31)));
        return this;
    }

    /** A text in a list. */
    ThriftCompact element(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private void header(int field, int code) {
        int delta = field - lastField;
        if (delta > 0 && delta <= LARGEST_DELTA) {
            out.write((delta << 4) | code);
        } else {
            out.write(code);
            varint(Integer.toUnsignedLong((field << 1) ^ (field >> 31)));
        }
        lastField = field;
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
