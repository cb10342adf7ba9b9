package org.rollscope.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A flat Parquet file: plain values, compressed with gzip, a page for each column and group of rows.
 *
 * <p><b>Source.</b> Apache Parquet format 2.9, data page version 1. <b>Threads.</b> One caller; columns are compressed side by side.
 */
final class ParquetFile implements AutoCloseable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final List<ParquetColumn> columns;
    private final Map<String, String> facts;
    private final String creator;
    private final int groupRowCount;
    private final List<List<ParquetColumn.Chunk>> groups = new ArrayList<>();
    private long atBytes = MAGIC.length;
    private long rowCount;
    private int gatheredCount;

    /**
     * Begins a file.
     *
     * @param file where.
     * @param columns its columns; values are added to them, row by row.
     * @param facts what else is to be known, by name.
     * @param creator who writes.
     * @param groupRowCount rows that are gathered in memory.
     */
    ParquetFile(Path file, List<ParquetColumn> columns, Map<String, String> facts, String creator, int groupRowCount)
            throws IOException {
        this.columns = List.copyOf(columns);
        this.facts = facts;
        this.creator = creator;
        this.groupRowCount = groupRowCount;
        out = new BufferedOutputStream(Files.newOutputStream(file));
        out.write(MAGIC);
    }

    /** A row is whole: each column has its value. */
    void endRow() throws IOException {
        rowCount++;
        if (++gatheredCount == groupRowCount) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        if (gatheredCount == 0) {
            return;
        }
        List<ParquetColumn.Chunk> chunks = new ArrayList<>();
        // Compression is most of the work, and no column needs another's.
        List<ParquetColumn.Page> pages =
                columns.parallelStream().map(ParquetColumn::pack).toList();
        for (ParquetColumn.Page page : pages) {
            ParquetColumn.Chunk chunk = page.write(out, atBytes);
            atBytes += chunk.storedBytes();
            chunks.add(chunk);
        }
        groups.add(chunks);
        gatheredCount = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            endGroup();
            byte[] footer = footer();
            out.write(footer);
            for (int shift = 0; shift < 32; shift += 8) {
                out.write(footer.length >> shift);
            }
            out.write(MAGIC);
        }
    }

    private byte[] footer() {
        ThriftCompact footer = new ThriftCompact().begin().i32(1, 1).list(2, ThriftCompact.STRUCT, columns.size() + 1);
        footer.begin().text(4, "rollscope").i32(5, columns.size()).end();
        columns.forEach(column -> column.describe(footer));
        footer.i64(3, rowCount).list(4, ThriftCompact.STRUCT, groups.size());
        for (List<ParquetColumn.Chunk> chunks : groups) {
            footer.begin().list(1, ThriftCompact.STRUCT, chunks.size());
            for (int index = 0; index < chunks.size(); index++) {
                columns.get(index).describe(footer, chunks.get(index));
            }
            footer.i64(
                            2,
                            chunks.stream()
                                    .mapToLong(ParquetColumn.Chunk::plainBytes)
                                    .sum())
                    .i64(3, chunks.get(0).rowCount())
                    .end();
        }
        footer.list(5, ThriftCompact.STRUCT, facts.size());
        facts.forEach(
                (name, value) -> footer.begin().text(1, name).text(2, value).end());
        return footer.text(6, creator).end().bytes();
    }
}
