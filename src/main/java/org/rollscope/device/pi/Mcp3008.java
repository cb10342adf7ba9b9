package org.rollscope.device.pi;

/**
 * Eight pads on one converter of ten bits.
 *
 * <p><b>Source.</b> MCP3004/3008 data sheet DS21295D, sections 5.0 (serial communication) and 6.1 (with eight-bit ports): leading
 * zeros, a start bit, "single-ended" and three channel bits go in; the input is sampled from the fourth to the fifth clock after
 * the start bit; a null bit and ten bits come out, highest first. <b>Units.</b> Counts, 0 to 1023. <b>Threads.</b> One.
 */
final class Mcp3008 implements AutoCloseable {
    static final int CHANNEL_COUNT = 8;
    static final int ADC_BITS = 10;
    /** Bytes of one conversion on the line. */
    static final int TRANSFER_BYTES = 3;
    /** Fastest clock at a supply of 2.7 V; 3.6 MHz are allowed only at 5 V (DS21295D, electrical specifications). */
    static final int FASTEST_CLOCK_HZ = 1_350_000;
    /** Slowest clock: the sampled voltage leaks away within 1.2 ms (section 6.2), and a scan must fit into its period. */
    static final int SLOWEST_CLOCK_HZ = 100_000;

    private static final byte START_BITS = 0x01;
    private static final int SINGLE_ENDED_BITS = 0x80;
    private static final int CHANNEL_SHIFT_BITS = 4;
    private static final int NULL_BITS = 0x04;
    private static final int HIGHEST_TWO_BITS = 0x03;

    private final AdcBus bus;
    private final byte[] sent = {START_BITS, 0, 0};
    private final byte[] received = new byte[TRANSFER_BYTES];

    Mcp3008(AdcBus bus) {
        this.bus = bus;
    }

    /**
     * Converts one channel.
     *
     * @param channelIndex 0 to 7.
     * @return counts.
     * @throws BusException when the transfer failed or nobody pulled the null bit low.
     */
    int counts(int channelIndex) throws BusException {
        sent[1] = (byte) (SINGLE_ENDED_BITS | channelIndex << CHANNEL_SHIFT_BITS);
        bus.exchange(sent, received);
        if ((received[1] & NULL_BITS) != 0) {
            throw new BusException("no converter answers on " + bus.name()
                    + " (its null bit reads high); check its supply and its wires");
        }
        return (received[1] & HIGHEST_TWO_BITS) << Byte.SIZE | Byte.toUnsignedInt(received[2]);
    }

    @Override
    public void close() {
        bus.close();
    }
}
