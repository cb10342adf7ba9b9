package org.rollscope.export;

import java.io.IOException;
import org.rollscope.session.ArchiveException;

/** The frames of one session, in order; may be read again. */
public interface SampleSource {
    /**
     * Reads all frames.
     *
     * @param sink takes each; the row is filled anew for the next.
     * @throws ArchiveException when a block of the archive is damaged; the rows before it have been given.
     * @throws IOException from the sink.
     */
    void read(Sink sink) throws ArchiveException, IOException;

    /** Takes rows. */
    interface Sink {
        /** The next frame. */
        void row(SampleRow row) throws IOException;
    }
}
