package org.rollscope.device.pi;

/**
 * The line to one converter, which takes bytes in while it gives bytes out (SPI, mode 0, one chip select).
 *
 * <p><b>Threads.</b> One.
 */
interface AdcBus extends AutoCloseable {
    /** What people read: the device's path. */
    String name();

    /**
     * Clocks bytes out and as many in, with the chip selected once from the first to the last.
     *
     * @param sent what goes out.
     * @param received what comes back, of the same length; its old content is lost.
     * @throws BusException when the transfer failed.
     */
    void exchange(byte[] sent, byte[] received) throws BusException;

    @Override
    void close();
}
