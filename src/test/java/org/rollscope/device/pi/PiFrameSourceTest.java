package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rollscope.frame.HostClock;

class PiFrameSourceTest {
    private final SimulatedPi pi = new SimulatedPi(new SetClock());
    private final HeardSink heard = new HeardSink();
    private final HostClock clock = new HostClock() {
        @Override
        public long monotonicNs() {
            return System.nanoTime();
        }

        @Override
        public Instant wallClock() {
            return Instant.EPOCH;
        }
    };

    @Test
    void framesComeByTheClockAndAreCounted() {
        try (PiFrameSource source = new PiFrameSource(PiSettings.STARTER.at(200), 1, pi, clock)) {
            source.start(heard);
            while (heard.frames.size() < 40) {
                assertTrue(source.poll());
            }
            assertEquals(heard.frames.size(), source.counters().frameCount());
            assertEquals(86L * heard.frames.size(), source.counters().receivedBytes());
        }
        assertTrue(pi.converters.values().stream().allMatch(converter -> converter.closed));
        assertTrue(pi.chip.closed);
    }

    @Test
    void aMistakeInTheSamplingIsNotSwallowed() {
        try (PiFrameSource source = new PiFrameSource(PiSettings.STARTER, 1, new SimulatedPi(null), clock)) {
            source.start(heard);
            assertThrows(IllegalStateException.class, () -> {
                while (source.poll()) {
                    assertEquals(0, heard.frames.size());
                }
            });
        }
    }

    @Test
    void aClosedSourceIsOver() {
        PiFrameSource source = new PiFrameSource(PiSettings.STARTER, 1, pi, clock);
        source.start(heard);
        source.close();
        assertEquals(false, source.poll());
    }
}
