package org.rollscope.device.pi;

/**
 * Asks the chips on the buses whether they are there; for who sets a roller up, not while another program samples.
 *
 * <p><b>Threads.</b> One.
 */
public final class BusProbe {
    private final PiSettings settings;
    private final PiBuses buses;

    /**
     * Asks nobody yet.
     *
     * @param settings what is wired.
     */
    public BusProbe(PiSettings settings) {
        this(settings, new Pi4jBuses(settings.spiClockHz()));
    }

    BusProbe(PiSettings settings, PiBuses buses) {
        this.settings = settings;
        this.buses = buses;
    }

    /** Why a converter cannot be read; empty when it answers. */
    public String converter(String device) {
        try (Mcp3008 converter = new Mcp3008(buses.openConverter(device))) {
            converter.counts(0);
            return "";
        } catch (BusException failure) {
            return failure.words();
        }
    }

    /** Why the motion chip cannot be read; empty when it answers. */
    public String motion() {
        try (RegisterBus bus = buses.openRegisters(settings.i2cBusIndex(), settings.imuAddressBits())) {
            settings.motionChip().setUp(bus);
            return "";
        } catch (BusException failure) {
            return failure.words();
        }
    }
}
