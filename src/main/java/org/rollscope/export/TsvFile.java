package org.rollscope.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A table as BIDS wants it: tabs between values, a line feed behind each row, {@code n/a} for what is missing.
 *
 * <p>Tabs and line breaks in a text become blanks: the format has no way to write them. <b>Threads.</b> One.
 */
final class TsvFile implements AutoCloseable {
    static final String MISSING = "n/a";

    private final Writer writer;
    private final StringBuilder line = new StringBuilder();
    private boolean lineBegun;

    TsvFile(Path file) throws IOException {
        writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    /** Writes a row of texts. */
    TsvFile row(String... values) throws IOException {
        for (String value : values) {
            cell().append(value.isEmpty() ? MISSING : value.replaceAll("[\\t\\r\\n]+", " "));
        }
        endRow();
        return this;
    }

    /** The next value of a row; what is appended must be free of tabs. */
    StringBuilder cell() {
        if (lineBegun) {
            line.append('\t');
        }
        lineBegun = true;
        return line;
    }

    void endRow() throws IOException {
        writer.append(line).append('\n');
        line.setLength(0);
        lineBegun = false;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
