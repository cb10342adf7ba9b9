package org.rollscope.device.pi;

/**
 * Opens the lines to chips.
 *
 * <p><b>Threads.</b> One at a time.
 */
interface PiBuses {
    /**
     * Opens the line to a converter.
     *
     * @param device as {@code spidev0.0}.
     * @throws BusException when it cannot be opened; the message says which overlay or right is missing.
     */
    AdcBus openConverter(String device) throws BusException;

    /**
     * Opens the line to a chip with registers; whether the chip answers shows only when it is spoken to.
     *
     * @param busIndex 1 for {@code i2c-1}.
     * @param addressBits seven bits.
     * @throws BusException when the bus cannot be opened; the message says which overlay or right is missing.
     */
    RegisterBus openRegisters(int busIndex, int addressBits) throws BusException;
}
