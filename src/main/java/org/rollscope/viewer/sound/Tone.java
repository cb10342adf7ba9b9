package org.rollscope.viewer.sound;

/** What can be heard. */
public enum Tone {
    /** Pressure or speed is off its target: two low beeps. */
    OFF_TARGET(110),
    /** Tissue let go: three rising notes, a major chord. */
    RELEASE(170);

    /** Samples a second. */
    static final int RATE_HZ = 22_050;

    private static final double LOUDNESS_RATIO = 0.35;
    /** Each note swells and fades for so long, so that it does not click. */
    private static final int EDGE_MS = 12;

    private final int noteMs;

    Tone(int noteMs) {
        this.noteMs = noteMs;
    }

    /** Pitches one after the other; 0 is a rest. */
    private double[] notesHz() {
        return switch (this) {
            case OFF_TARGET -> new double[] {330, 0, 330};
            case RELEASE -> new double[] {523.25, 659.26, 783.99};
        };
    }

    /** The sound: signed samples of 16 bits, low byte first, one channel. */
    byte[] samples() {
        double[] notesHz = notesHz();
        int noteCount = RATE_HZ * noteMs / 1000;
        int edgeCount = RATE_HZ * EDGE_MS / 1000;
        byte[] samples = new byte[2 * noteCount * notesHz.length];
        int at = 0;
        for (double noteHz : notesHz) {
            for (int index = 0; index < noteCount; index++) {
                double edge = Math.min(1, Math.min(index, noteCount - 1 - index) / (double) edgeCount);
                double wave = Math.sin(2 * Math.PI * noteHz * index / RATE_HZ);
                int value = (int) Math.round(Short.MAX_VALUE * LOUDNESS_RATIO * edge * wave);
                samples[at++] = (byte) value;
                samples[at++] = (byte) (value >> 8);
            }
        }
        return samples;
    }
}
