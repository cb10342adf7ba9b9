package org.rollscope.device.pi;

import java.util.function.IntUnaryOperator;

/** A converter after its data sheet (DS21295D, figure 5-1), bit by bit. */
final class SimulatedMcp3008 implements AdcBus {
    private static final int NOTHING_YET = -1;

    private final String name;
    /** Counts of each channel, as the voltage of its input would give. */
    private final IntUnaryOperator inputs;

    boolean absent;
    boolean failing;
    boolean closed;

    SimulatedMcp3008(String name, IntUnaryOperator inputs) {
        this.name = name;
        this.inputs = inputs;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void exchange(byte[] sent, byte[] received) throws BusException {
        if (failing) {
            throw new BusException("a transfer on " + name + " failed");
        }
        int clocksSinceStart = NOTHING_YET;
        int command = 0;
        int counts = 0;
        for (int bitIndex = 0; bitIndex < 8 * sent.length; bitIndex++) {
            int in = sent[bitIndex / 8] >> 7 - bitIndex % 8 & 1;
            int out = 1; // the line is pulled up where nobody drives it
            if (clocksSinceStart == NOTHING_YET) {
                clocksSinceStart = in == 1 ? 0 : NOTHING_YET;
            } else {
                clocksSinceStart++;
                if (clocksSinceStart <= 4) {
                    command = command << 1 | in;
                }
                if (clocksSinceStart == 5) {
                    boolean singleEnded = (command & 8) != 0;
                    counts = singleEnded ? inputs.applyAsInt(command & 7) : 0;
                }
                if (clocksSinceStart == 6) {
                    out = 0; // the null bit
                } else if (clocksSinceStart > 6 && clocksSinceStart <= 16) {
                    out = counts >> 16 - clocksSinceStart & 1;
                }
            }
            int mask = 1 << 7 - bitIndex % 8;
            boolean high = absent || out == 1;
            received[bitIndex / 8] = (byte) (high ? received[bitIndex / 8] | mask : received[bitIndex / 8] & ~mask);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
