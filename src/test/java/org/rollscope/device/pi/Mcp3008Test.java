package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class Mcp3008Test {
    private int inputCounts;
    private int convertedChannelIndex;
    private final SimulatedMcp3008 chip = new SimulatedMcp3008("/dev/spidev0.1", channelIndex -> {
        convertedChannelIndex = channelIndex;
        return inputCounts;
    });
    private final Mcp3008 converter = new Mcp3008(chip);

    @Test
    void everyCountOfEveryChannelComesThrough() throws BusException {
        for (int channelIndex = 0; channelIndex < Mcp3008.CHANNEL_COUNT; channelIndex++) {
            for (inputCounts = 0; inputCounts < 1024; inputCounts++) {
                assertEquals(inputCounts, converter.counts(channelIndex));
                assertEquals(channelIndex, convertedChannelIndex);
            }
        }
    }

    @Test
    void anAbsentConverterIsToldByItsNullBit() {
        chip.absent = true;
        BusException failure = assertThrows(BusException.class, () -> converter.counts(3));
        assertTrue(failure.words().contains("no converter answers on /dev/spidev0.1"), failure.words());
    }

    @Test
    void aTransferThatFailsIsNoCount() {
        chip.failing = true;
        assertThrows(BusException.class, () -> converter.counts(0));
    }
}
