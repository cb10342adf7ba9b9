package org.rollscope.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One column of a Parquet file on its way: values are gathered, and written as one page for each group of rows.
 *
 * <p><b>Threads.</b> One.
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
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
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
        little(value, Long.BYTES);
    }

    /** NaN is a value that is missing. */
    void add(float value) {
        boolean known = !Float.isNaN(value);
        present(known);
        if (known) {
            little(Float.floatToRawIntBits(value), Float.BYTES);
        }
    }

    /** NaN is a value that is missing. */
    void add(double value) {
        boolean known = !Double.isNaN(value);
        present(known);
        if (known) {
            little(Double.doubleToRawLongBits(value), Double.BYTES);
        }
    }

    /** Null is a value that is missing. */
    void add(@Nullable String value) {
        present(value != null);
        if (value != null) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            little(bytes.length, Integer.BYTES);
            values.writeBytes(bytes);
        }
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

    private void little(long value, int bytes) {
        for (int shift = 0; shift < 8 * bytes; shift += 8) {
            values.write((int) (value >> shift));
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

    /** Writes the gathered values as a page and forgets them. */
    Chunk write(OutputStream out, long offsetBytes) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream(values.size() + 16);
        if (optional) {
            endRun();
            byte[] runs = levels.toByteArray();
            for (int shift = 0; shift < 32; shift += 8) {
                page.write(runs.length >> shift);
            }
            page.writeBytes(runs);
        }
        page.writeBytes(values.toByteArray());
        byte[] stored = compressed(page);
        byte[] header = new ThriftCompact()
                .begin()
                .i32(1, 0)
                .i32(2, page.size())
                .i32(3, stored.length)
                .beginField(5)
                .i32(1, rowCount)
                .i32(2, PLAIN)
                .i32(3, RLE)
                .i32(4, RLE)
                .end()
                .end()
                .bytes();
        out.write(header);
        out.write(stored);
        Chunk chunk = new Chunk(
                offsetBytes, header.length + (long) page.size(), header.length + (long) stored.length, rowCount);
        values.reset();
        levels.reset();
        runCount = 0;
        rowCount = 0;
        return chunk;
    }

    private static byte[] compressed(ByteArrayOutputStream page) throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream(page.size() / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(stored) {
            {
                // Half the time of the usual level for a few percent of size.
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            page.writeTo(gzip);
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
