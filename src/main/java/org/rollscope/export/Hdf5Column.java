package org.rollscope.export;

import io.jhdf.WritableDatasetImpl;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import io.jhdf.storage.HdfFileChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;

/** A column of an HDF5 file whose values are fetched when they are written: the library keeps what it is given until it closes the file. */
final class Hdf5Column extends WritableDatasetImpl {
    private static final int CHUNK_ROW_COUNT = 16_384;
    private static final int DEFLATE_LEVEL = 4;

    private final String key;
    private final WritableGroup group;
    private final Column column;
    private final Values values;

    /** Fetches the values of a column. */
    interface Values {
        /** An array of a plain type, or of texts; never empty. */
        Object fetch() throws IOException;
    }

    Hdf5Column(WritableGroup group, Column column, Values values) {
        super(new int[1], column.key(), group);
        this.key = column.key();
        this.group = group;
        this.column = column;
        this.values = values;
    }

    /** Contiguous data would hide damage; a deflated chunk that was damaged cannot be read. */
    static DatasetCreationOptions options(int rowCount) {
        return DatasetCreationOptions.builder()
                .chunkDimensions(Math.min(rowCount, CHUNK_ROW_COUNT))
                .shuffle()
                .deflate(DEFLATE_LEVEL)
                .build();
    }

    @Override
    public long write(HdfFileChannel channel, long position) {
        try {
            Object data = values.fetch();
            WritableDatasetImpl whole = new WritableDatasetImpl(data, key, group, options(Array.getLength(data)));
            whole.putAttribute("description", Hdf5Format.ascii(column.description()));
            if (!column.unit().isEmpty()) {
                whole.putAttribute("units", Hdf5Format.ascii(column.unit()));
            }
            if (!column.words().isEmpty()) {
                whole.putAttribute("words", String.join(",", column.words()));
            }
            return whole.write(channel, position);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
