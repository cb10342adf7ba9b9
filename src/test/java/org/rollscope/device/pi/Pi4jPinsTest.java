package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutput;
import org.junit.jupiter.api.Test;

/** The library itself, with simulated providers in place of the kernel's. */
class Pi4jPinsTest {
    private DigitalOutput output;
    private MockDigitalInput input;

    private final class Outputs extends DigitalOutputProviderBase implements DigitalOutputProvider {
        @Override
        public DigitalOutput create(DigitalOutputConfig config) {
            if (config.address() == 17) {
                throw new IllegalStateException("line is busy");
            }
            output = new MockDigitalOutput(this, config);
            this.context.registry().add(output);
            return output;
        }
    }

    private final class Inputs extends DigitalInputProviderBase implements DigitalInputProvider {
        @Override
        public DigitalInput create(DigitalInputConfig config) {
            input = new MockDigitalInput(this, config);
            this.context.registry().add(input);
            return input;
        }
    }

    @Test
    void outputsAreLowAtFirstAreDrivenAndGoLowAtTheEnd() throws BusException {
        Pi4jPins pins = new Pi4jPins(new Outputs(), new Inputs());
        DigitalPins.Output led = pins.output(22);
        assertEquals(22, output.address().intValue());
        assertFalse(output.isHigh());
        led.drive(true);
        assertTrue(output.isHigh());
        pins.close();
        assertFalse(output.isHigh());
    }

    @Test
    void inputsArePulledUpAndRead() throws BusException {
        try (Pi4jPins pins = new Pi4jPins(new Outputs(), new Inputs())) {
            DigitalPins.Input button = pins.input(5);
            assertEquals(com.pi4j.io.gpio.digital.PullResistance.PULL_UP, input.pull());
            input.mockState(DigitalState.HIGH);
            assertTrue(button.isHigh());
            input.mockState(DigitalState.LOW);
            assertFalse(button.isHigh());
        }
    }

    @Test
    void aPinThatIsTakenIsSaidByItsNumberWithTheReason() throws BusException {
        try (Pi4jPins pins = new Pi4jPins(new Outputs(), new Inputs())) {
            assertEquals(
                    "GPIO 17 cannot be driven: line is busy",
                    assertThrows(BusException.class, () -> pins.output(17)).getMessage());
        }
    }

    /** On a machine without pins: whichever of the library's three kinds of failure it is, it is words. */
    @Test
    void aMachineWithoutPinsIsAFailureInWords() {
        BusException failed = assertThrows(BusException.class, () -> {
            try (Pi4jPins pins = Pi4jPins.open()) {
                pins.output(22);
            }
        });
        assertNotNull(failed.getMessage());
        assertTrue(failed.getMessage().contains("cannot be"), failed.getMessage());
        System.out.println(failed.getMessage());
    }
}
