package org.rollscope.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One column of a Parquet file on its way: values are gathered, and written as one page for each group of rows.
 *
 * <p><b>Threads.</b> One at a time.
 */
final class ParquetColumn {
    /** Physical types. */
    enum Type {
        INT64(2),
        FLOAT(4),
        DOUBLE(5),
        BYTE_ARRAY(6);

        private final int code;

        Type(int code) {
            this.code = code;
        }
    }

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int CHUNK_BYTES = 8192;
    private static final int OPTIONAL = 1;
    private static final int UTF8 = 0;
    private static final int TIMESTAMP_MICROS = 10;
    private static final int GZIP = 2;
    private static final int PLAIN = 0;
    private static final int RLE = 3;

    private final String name;
    private final Type type;
    private final boolean time;
    private final boolean optional;
    private static final int FIRST_BYTES = 256;

    private byte[] values = new byte[FIRST_BYTES];
    private int valueBytes;
    private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
    private boolean runPresent;
    private int runCount;
    private int rowCount;

    private ParquetColumn(String name, Type type, boolean time, boolean optional) {
        this.name = name;
        this.type = type;
        this.time = time;
        this.optional = optional;
    }

    /** A moment, in microseconds since 1970. */
    static ParquetColumn time(String name) {
        return new ParquetColumn(name, Type.INT64, true, false);
    }

    /** A column of ours. */
    static ParquetColumn of(Column column) {
        Type type =
                switch (column.kind()) {
                    case INTEGER -> Type.INT64;
                    case REAL -> Type.FLOAT;
                    case DOUBLE -> Type.DOUBLE;
                    case WORD, TEXT -> Type.BYTE_ARRAY;
                };
        boolean optional = column.kind() != Column.Kind.INTEGER && column.kind() != Column.Kind.WORD;
        return new ParquetColumn(column.key(), type, false, optional);
    }

    void add(long value) {
        present(true);
        putLong(value);
    }

    /** NaN is a value that is missing. */
    void add(float value) {
        boolean known = !Float.isNaN(value);
        present(known);
        if (known) {
            putInt(Float.floatToRawIntBits(value));
        }
    }

    /** NaN is a value that is missing. */
    void add(double value) {
        boolean known = !Double.isNaN(value);
        present(known);
        if (known) {
            putLong(Double.doubleToRawLongBits(value));
        }
    }

    /** Null is a value that is missing. */
    void add(@Nullable String value) {
        present(value != null);
        if (value != null) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            putInt(bytes.length);
            int atBytes = room(bytes.length);
            System.arraycopy(bytes, 0, values, atBytes, bytes.length);
        }
    }

    private void putInt(int value) {
        int atBytes = room(Integer.BYTES); // may lay the values out anew
        INTS.set(values, atBytes, value);
    }

    private void putLong(long value) {
        int atBytes = room(Long.BYTES);
        LONGS.set(values, atBytes, value);
    }

    /** Makes room for so many bytes, and gives the place where they begin. */
    private int room(int bytes) {
        int atBytes = valueBytes;
        valueBytes += bytes;
        if (valueBytes > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, valueBytes));
        }
        return atBytes;
    }

    /** A value of a small table. */
    void addAny(@Nullable Object value) {
        switch (type) {
            case INT64 -> add((Long) Objects.requireNonNull(value, name));
            case FLOAT -> add(value == null ? Float.NaN : ((Double) value).floatValue());
            case DOUBLE -> add(value == null ? Double.NaN : (Double) value);
            case BYTE_ARRAY -> add((String) value);
        }
    }

    private void present(boolean known) {
        if (!known && !optional) {
            throw new IllegalArgumentException("the column " + name + " must have a value in every row");
        }
        rowCount++;
        if (runCount > 0 && known == runPresent) {
            runCount++;
            return;
        }
        endRun();
        runPresent = known;
        runCount = 1;
    }

    private void endRun() {
        if (runCount > 0) {
            long header = (long) runCount << 1;
            while (header > 0x7F) {
                levels.write((int) ((header & 0x7F) | 0x80));
                header >>>= 7;
            }
            levels.write((int) header);
            levels.write(runPresent ? 1 : 0);
        }
        runCount = 0;
    }

    /** How the column stands in the schema. */
    void describe(ThriftCompact footer) {
        footer.begin().i32(1, type.code).i32(3, optional ? OPTIONAL : 0).text(4, name);
        if (type == Type.BYTE_ARRAY) {
            footer.i32(6, UTF8);
        } else if (time) {
            footer.i32(6, TIMESTAMP_MICROS);
        }
        footer.end();
    }

    /**
     * Where a page stands in the file.
     *
     * @param offsetBytes of its header.
     * @param plainBytes header and values before compression.
     * @param storedBytes header and values as they lie there.
     * @param rowCount rows.
     */
    record Chunk(long offsetBytes, long plainBytes, long storedBytes, long rowCount) {}

    /** A page that is packed and not yet written. */
    static final class Page {
        private final byte[] header;
        private final byte[] stored;
        private final int plainBytes;
        private final int rowCount;

        private Page(byte[] header, byte[] stored, int plainBytes, int rowCount) {
            this.header = header;
            this.stored = stored;
            this.plainBytes = plainBytes;
            this.rowCount = rowCount;
        }

        /** Writes the page to its place. */
        Chunk write(OutputStream out, long offsetBytes) throws IOException {
            out.write(header);
            out.write(stored);
            return new Chunk(
                    offsetBytes, header.length + (long) plainBytes, header.length + (long) stored.length, rowCount);
        }
    }

    /** Packs the gathered values as a page and forgets them; may run beside other columns. */
    Page pack() {
        byte[] runs = new byte[0];
        if (optional) {
            endRun();
            byte[] plainRuns = levels.toByteArray();
            runs = new byte[Integer.BYTES + plainRuns.length];
            INTS.set(runs, 0, plainRuns.length);
            System.arraycopy(plainRuns, 0, runs, Integer.BYTES, plainRuns.length);
        }
        byte[] stored = compressed(runs);
        int plainBytes = runs.length + valueBytes;
        byte[] header = new ThriftCompact()
                .begin()
                .i32(1, 0)
                .i32(2, plainBytes)
                .i32(3, stored.length)
                .beginField(5)
                .i32(1, rowCount)
                .i32(2, PLAIN)
                .i32(3, RLE)
                .i32(4, RLE)
                .end()
                .end()
                .bytes();
        Page page = new Page(header, stored, plainBytes, rowCount);
        valueBytes = 0;
        levels.reset();
        runCount = 0;
        rowCount = 0;
        return page;
    }

    private byte[] compressed(byte[] runs) {
        ByteArrayOutputStream stored = new ByteArrayOutputStream(valueBytes / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(stored, CHUNK_BYTES) {
            {
                // Half the time of the usual level for a few percent of size.
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(runs);
            gzip.write(values, 0, valueBytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes everything", impossible);
        }
        return stored.toByteArray();
    }

    /** How a page stands in the footer. */
    void describe(ThriftCompact footer, Chunk chunk) {
        footer.begin()
                .i64(2, chunk.offsetBytes())
                .beginField(3)
                .i32(1, type.code)
                .list(2, ThriftCompact.I32, 2)
                .element(PLAIN)
                .element(RLE)
                .list(3, ThriftCompact.BINARY, 1)
                .element(name)
                .i32(4, GZIP)
                .i64(5, chunk.rowCount())
                .i64(6, chunk.plainBytes())
                .i64(7, chunk.storedBytes())
                .i64(9, chunk.offsetBytes())
                .end()
                .end();
    }
}
