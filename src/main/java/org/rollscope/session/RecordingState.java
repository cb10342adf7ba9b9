package org.rollscope.session;

import org.jspecify.annotations.Nullable;

/**
 * How the recording of a session stands.
 *
 * @param recording whether what comes in reaches the disk.
 * @param trouble why not, in one line; null while all is well and after the end.
 * @param waitingFrameCount frames that were taken in and are not on the disk yet.
 * @param unrecordedFrameCount frames that could not be kept, and never will be in the archive.
 */
public record RecordingState(
        boolean recording, @Nullable String trouble, long waitingFrameCount, long unrecordedFrameCount) {}
