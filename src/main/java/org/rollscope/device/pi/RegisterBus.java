package org.rollscope.device.pi;

/**
 * The line to one chip that is a file of eight-bit registers (I2C).
 *
 * <p><b>Threads.</b> One.
 */
interface RegisterBus extends AutoCloseable {
    /** What people read: the device's path and the chip's address. */
    String name();

    /**
     * Reads registers that follow each other, in one burst.
     *
     * @param registerIndex the first.
     * @param into one byte each.
     * @throws BusException when the chip did not answer.
     */
    void read(int registerIndex, byte[] into) throws BusException;

    /**
     * Writes one register.
     *
     * @param registerIndex which.
     * @param valueBits its new content, the low eight bits.
     * @throws BusException when the chip did not answer.
     */
    void write(int registerIndex, int valueBits) throws BusException;

    @Override
    void close();
}
