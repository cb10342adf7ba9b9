package org.rollscope.device.pi;

/**
 * Pins that are high or low.
 *
 * <p><b>Errors.</b> {@link BusException} where a pin cannot be used. <b>Threads.</b> One at a time.
 */
interface DigitalPins extends AutoCloseable {
    /** A pin that is driven; low at first and after the end. */
    interface Output {
        /** Drives it. */
        void drive(boolean high) throws BusException;
    }

    /** A pin that is read, pulled up: a button to ground reads low when it is pressed. */
    interface Input {
        /** What it reads now. */
        boolean isHigh() throws BusException;
    }

    /** Takes a pin for driving. */
    Output output(int pinIndex) throws BusException;

    /** Takes a pin for reading. */
    Input input(int pinIndex) throws BusException;

    /** Gives all pins back; those that are driven go low. */
    @Override
    void close();
}
