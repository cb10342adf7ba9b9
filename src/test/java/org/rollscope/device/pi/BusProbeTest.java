package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BusProbeTest {
    private final SimulatedPi pi = new SimulatedPi(new SetClock());
    private final BusProbe probe = new BusProbe(PiSettings.STARTER, pi);

    @Test
    void whoAnswersIsNoTrouble() {
        assertEquals("", probe.converter("spidev0.1"));
        assertEquals("", probe.motion());
        assertTrue(pi.converters.get("spidev0.1").closed && pi.chip.closed, "nothing stays open");
    }

    @Test
    void whoDoesNotAnswerIsNamed() {
        pi.converters.get("spidev0.1").absent = true;
        assertTrue(probe.converter("spidev0.1").contains("/dev/spidev0.1"));
        pi.chip.registers[Mpu6050.WHO_AM_I_INDEX] = 0x71;
        assertTrue(probe.motion().contains("it says 0x71, not 0x68"));
        pi.missingDevice = "i2c-1";
        assertEquals("/dev/i2c-1 is not there", probe.motion());
    }
}
