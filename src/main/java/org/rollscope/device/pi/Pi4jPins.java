package org.rollscope.device.pi;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import java.util.function.Supplier;

/**
 * The Pi's pins by Pi4J and the kernel's character device.
 *
 * <p>The context has the two providers that are named here and no other: what the library finds by itself may be mocks. On a board that the
 * library does not know it loads, and fails at the first pin. <b>Errors.</b> All of its exceptions come out as {@link BusException}.
 * <b>Threads.</b> One at a time.
 */
final class Pi4jPins implements DigitalPins {
    private final Context context;
    private final DigitalOutputProvider outputs;
    private final DigitalInputProvider inputs;

    Pi4jPins(DigitalOutputProvider outputs, DigitalInputProvider inputs) throws BusException {
        this.outputs = outputs;
        this.inputs = inputs;
        context = tried(
                "the pins cannot be used",
                () -> Pi4J.newContextBuilder().add(outputs, inputs).build());
    }

    /** Takes hold of the kernel's pins. */
    static Pi4jPins open() throws BusException {
        // made within the try: where there is no machine code for this machine, this is where it shows
        return tried(
                        "the pins cannot be used",
                        () -> new Providers(
                                GpioDDigitalOutputProvider.newInstance(), GpioDDigitalInputProvider.newInstance()))
                .open();
    }

    private record Providers(DigitalOutputProvider outputs, DigitalInputProvider inputs) {
        Pi4jPins open() throws BusException {
            return new Pi4jPins(outputs, inputs);
        }
    }

    private static <T> T tried(String what, Supplier<T> work) throws BusException {
        try {
            return work.get();
        } catch (RuntimeException | LinkageError failed) {
            throw new BusException(what + ": " + BusException.reason(failed), failed);
        }
    }

    @Override
    public Output output(int pinIndex) throws BusException {
        String what = "GPIO " + pinIndex + " cannot be driven";
        DigitalOutput pin = tried(
                what,
                () -> outputs.create(DigitalOutput.newConfigBuilder(context)
                        .id("gpio-" + pinIndex)
                        .address(pinIndex)
                        .initial(DigitalState.LOW)
                        .shutdown(DigitalState.LOW)
                        .build()));
        return high -> tried(what, () -> pin.state(high ? DigitalState.HIGH : DigitalState.LOW));
    }

    @Override
    public Input input(int pinIndex) throws BusException {
        String what = "GPIO " + pinIndex + " cannot be read";
        DigitalInput pin = tried(
                what,
                () -> inputs.create(DigitalInput.newConfigBuilder(context)
                        .id("gpio-" + pinIndex)
                        .address(pinIndex)
                        .pull(PullResistance.PULL_UP)
                        .debounce(0L) // ours is tested, and the same on every machine
                        .build()));
        return () -> tried(what, pin::isHigh);
    }

    @Override
    public void close() {
        try {
            context.shutdown();
        } catch (RuntimeException gone) {
            // what is gone needs no closing
        }
    }
}
