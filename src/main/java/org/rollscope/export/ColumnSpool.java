package org.rollscope.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.rollscope.session.ArchiveException;

/**
 * The frames of a session turned into columns, in a file that goes when it is closed: for formats that want a column whole, where a long
 * session does not fit into memory.
 *
 * <p><b>Threads.</b> One.
 */
final class ColumnSpool implements AutoCloseable {
    private static final int BLOCK_ROW_COUNT = 4096;

    private final Path file;
    private final FileChannel channel;
    private final SampleTables tables;
    private final List<ByteBuffer> block = new ArrayList<>();
    private final int blockBytes;
    private int gatheredCount;
    private long rowCount;

    private ColumnSpool(Path file, SampleTables tables) throws IOException {
        this.file = file;
        this.tables = tables;
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        int bytes = 0;
        for (Column column : columns()) {
            ByteBuffer values =
                    ByteBuffer.allocate(BLOCK_ROW_COUNT * width(column)).order(ByteOrder.nativeOrder());
            block.add(values);
            bytes += values.capacity();
        }
        blockBytes = bytes;
    }

    /**
     * Reads a session into a spool.
     *
     * @param session which.
     * @param folder where the file lies meanwhile.
     * @param progress told each frame.
     */
    static ColumnSpool of(ExportedSession session, Path folder, ExportJob.Progress progress)
            throws IOException, ArchiveException {
        ColumnSpool spool = new ColumnSpool(folder.resolve(".columns"), session.tables());
        try {
            session.samples().read(row -> {
                spool.add(row);
                progress.frameWritten();
            });
            spool.endBlock();
            return spool;
        } catch (IOException | ArchiveException | RuntimeException failed) {
            spool.close();
            throw failed;
        }
    }

    /** Columns of both tables, samples first. */
    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(tables.samples().columns());
        columns.addAll(tables.raw().columns());
        return columns;
    }

    /** Times and numbers of ticks need eight bytes, everything else four. */
    static boolean isLong(Column column) {
        return column.kind() == Column.Kind.INTEGER
                && (column.key().endsWith("_us") || column.key().equals("sequence"));
    }

    private static int width(Column column) {
        return isLong(column) ? Long.BYTES : Integer.BYTES;
    }

    private void add(SampleRow row) throws IOException {
        int sampleCount = tables.samples().columns().size();
        for (int index = 0; index < block.size(); index++) {
            Column column = index < sampleCount
                    ? tables.samples().columns().get(index)
                    : tables.raw().columns().get(index - sampleCount);
            ByteBuffer values = block.get(index);
            if (index >= sampleCount) {
                put(values, column, row.raw(index - sampleCount));
            } else if (column.kind() == Column.Kind.REAL) {
                values.putFloat((float) row.sample(index));
            } else {
                put(values, column, (long) row.sample(index));
            }
        }
        rowCount++;
        if (++gatheredCount == BLOCK_ROW_COUNT) {
            endBlock();
        }
    }

    private static void put(ByteBuffer values, Column column, long value) {
        if (isLong(column)) {
            values.putLong(value);
        } else {
            values.putInt((int) value);
        }
    }

    private void endBlock() throws IOException {
        for (ByteBuffer values : block) {
            values.clear();
            while (values.hasRemaining()) {
                channel.write(values);
            }
            values.clear();
        }
        gatheredCount = 0;
    }

    /** How many frames there are. */
    long rowCount() {
        return rowCount;
    }

    /** A column of kind REAL. */
    float[] floats(Table table, int columnIndex) throws IOException {
        ByteBuffer bytes = column(table, columnIndex);
        float[] values = new float[(int) rowCount];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    /** A column of whole numbers that need four bytes; a word by its place among the words. */
    int[] ints(Table table, int columnIndex) throws IOException {
        ByteBuffer bytes = column(table, columnIndex);
        int[] values = new int[(int) rowCount];
        bytes.asIntBuffer().get(values);
        return values;
    }

    /** A column of whole numbers that need eight bytes. */
    long[] longs(Table table, int columnIndex) throws IOException {
        ByteBuffer bytes = column(table, columnIndex);
        long[] values = new long[(int) rowCount];
        bytes.asLongBuffer().get(values);
        return values;
    }

    private ByteBuffer column(Table table, int columnIndex) throws IOException {
        int at = table.name().equals(tables.raw().name())
                ? tables.samples().columns().size() + columnIndex
                : columnIndex;
        long offset = 0;
        for (int index = 0; index < at; index++) {
            offset += block.get(index).capacity();
        }
        int width = width(columns().get(at));
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(rowCount * width)).order(ByteOrder.nativeOrder());
        for (long blockAt = offset; bytes.hasRemaining(); blockAt += blockBytes) {
            ByteBuffer part = bytes.slice().limit(Math.min(bytes.remaining(), BLOCK_ROW_COUNT * width));
            int length = part.remaining();
            for (long position = blockAt; part.hasRemaining(); ) {
                int count = channel.read(part, position);
                if (count < 0) {
                    throw new IOException(file + " ends too early");
                }
                position += count;
            }
            bytes.position(bytes.position() + length);
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
