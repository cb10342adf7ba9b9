package org.rollscope.store;

/** What a packed block says, column by column, before it becomes frames. */
final class BlockColumns {
    /** Stands among the steps of the sequence for one that lies among the escapes, with its step of time. */
    static final int ESCAPE_COUNTS = 0xFFFF;

    /** Time from tick to tick. */
    long nominalUs;
    /** Ticks without a frame before each; 0 for the first. */
    short[] seqSteps;
    /** How much later than nominal each came; 0 for the first. */
    short[] timeSteps;
    /** As sent. */
    short[] flags;
    /** Acceleration, turn rate, pads. */
    short[][] values;
    /** Of each escaped frame the step of the sequence and that of time. */
    long[] escapes = new long[0];

    BlockColumns(int frameCount, int columnCount) {
        seqSteps = new short[frameCount];
        timeSteps = new short[frameCount];
        flags = new short[frameCount];
        values = new short[columnCount][];
    }

    /** How many frames are escaped. */
    int escapedCount() {
        int count = 0;
        for (int index = 1; index < seqSteps.length; index++) {
            count += (seqSteps[index] & ESCAPE_COUNTS) == ESCAPE_COUNTS ? 1 : 0;
        }
        return count;
    }
}
