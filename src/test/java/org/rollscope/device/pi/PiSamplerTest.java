package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.RawFrame;

class PiSamplerTest {
    private static final long SERIAL_ID = 0x1000_0000_1234_5678L;

    private final SetClock clock = new SetClock();
    private final SimulatedPi pi = new SimulatedPi(clock);
    private final SampleQueue queue = new SampleQueue(200, 24);
    private final PiSampler sampler = new PiSampler(PiSettings.STARTER.at(200), SERIAL_ID, pi, clock, clock, queue);
    private final HeardSink heard = new HeardSink();

    private void steps(int stepCount) throws InterruptedException {
        for (int stepIndex = 0; stepIndex < stepCount; stepIndex++) {
            sampler.step();
            queue.deliver(heard, 0);
        }
    }

    @Test
    void theHelloSaysWhatIsWiredAndWhoseClockItIs() throws InterruptedException {
        steps(1);
        BoardHello hello = heard.hellos.get(0);
        assertEquals(SERIAL_ID, hello.boardSerialId());
        assertTrue(hello.sampledByHost());
        assertEquals(PadGeometry.STARTER.geometryId(), hello.geometryId());
        assertEquals(200, hello.rateHz());
        assertEquals(10, hello.adcBits());
        assertEquals(3300, hello.adcFullScaleMv());
        assertEquals(39.2266, hello.accelFullScaleMPerS2(), 1e-9);
        assertEquals(24, hello.padCount());
        // Fifty microseconds a conversion: each in the middle of its own.
        assertEquals(25, hello.scanOffsetUs()[0]);
        assertEquals(25 + 23 * 50, hello.scanOffsetUs()[23]);
        assertEquals(24 * 50, hello.imuOffsetUs());
    }

    @Test
    void everyTickBecomesAFrameWithItsOwnTime() throws InterruptedException {
        steps(1 + 400);
        assertEquals(400, heard.frames.size());
        long beginUs = heard.frames.get(0).deviceTimeUs();
        for (int tickIndex = 0; tickIndex < 400; tickIndex++) {
            RawFrame frame = heard.frames.get(tickIndex);
            assertEquals(tickIndex, frame.sequence());
            assertEquals(0, frame.lostBeforeCount());
            assertEquals(beginUs + 5000L * tickIndex, frame.deviceTimeUs());
            for (int padIndex = 0; padIndex < 24; padIndex++) {
                assertEquals(10 * padIndex + 3, frame.padCounts()[padIndex]);
            }
        }
        assertFalse(heard.frames.get(0).imuValid(), "the gyroscope needs 40 ms to start");
        assertTrue(heard.frames.get(20).imuValid());
        assertEquals(8192, heard.frames.get(20).accelCounts()[0]);
        assertEquals(List.of(), heard.losses);
    }

    @Test
    void ticksThatALongScanCostsAreCounted() throws InterruptedException {
        steps(1 + 20);
        pi.conversionUs = 1000; // 24 ms a scan
        steps(1);
        pi.conversionUs = 50;
        steps(2);
        RawFrame slow = heard.frames.get(20);
        RawFrame after = heard.frames.get(21);
        assertEquals(20, slow.sequence());
        // The next tick that is not later than half a period begins at 25 ms.
        assertEquals(25, after.sequence());
        assertEquals(4, after.lostBeforeCount());
        assertEquals(RawFrame.AFTER_MISSED_TICK_FLAGS, after.frameFlags() & RawFrame.AFTER_MISSED_TICK_FLAGS);
        RawFrame next = heard.frames.get(22);
        assertEquals(0, next.lostBeforeCount());
        assertEquals(0, next.frameFlags() & RawFrame.AFTER_MISSED_TICK_FLAGS);
    }

    @Test
    void aScanWithoutOneConverterIsNoFrame() throws InterruptedException {
        steps(1 + 20);
        pi.converters.get("spidev1.0").failing = true;
        steps(1);
        pi.converters.get("spidev1.0").failing = false;
        steps(1);
        assertEquals(21, heard.frames.size());
        assertEquals(21, heard.last().sequence());
        assertEquals(1, heard.last().lostBeforeCount());
        assertEquals(List.of(), heard.losses, "one failure is no loss");
    }

    @Test
    void aConverterThatStaysAwayIsALostLinkAndItsFramesAreMissing() throws InterruptedException {
        steps(1 + 20);
        long lastUs = heard.last().deviceTimeUs();
        pi.converters.get("spidev0.1").absent = true;
        steps(3);
        assertEquals(1, heard.losses.size());
        assertTrue(heard.losses.get(0).contains("/dev/spidev0.1"), heard.losses.get(0));
        assertTrue(pi.converters.values().stream().allMatch(converter -> converter.closed), "nothing stays open");
        steps(5);
        assertEquals(1, heard.losses.size(), "told once");
        pi.converters.get("spidev0.1").absent = false;
        steps(3);
        RawFrame back = heard.frames.get(20);
        assertEquals(1, heard.hellos.size(), "it is the same roller, still sampled the same way");
        assertEquals(0, back.bootIndex());
        assertEquals(back.sequence() - 20, back.lostBeforeCount());
        assertEquals((back.sequence() - 19) * 5000.0, back.deviceTimeUs() - lastUs, 2600, "the grid went on");
        assertEquals(0, heard.last().lostBeforeCount());
    }

    @Test
    void aConverterThatIsAbsentAtTheBeginningIsWaitedFor() throws InterruptedException {
        pi.missingDevice = "spidev1.0";
        long beginNs = clock.nowNs;
        steps(10);
        assertEquals(List.of("/dev/spidev1.0 is not there"), heard.losses);
        assertEquals(List.of(), heard.hellos);
        double meanPauseMs = (clock.nowNs - beginNs) / 1e6 / 10;
        assertTrue(meanPauseMs > 250 && meanPauseMs <= 401, meanPauseMs + " ms between tries");
        pi.missingDevice = "";
        steps(2);
        assertEquals(1, heard.hellos.size());
        assertEquals(1, heard.frames.size());
    }

    @Test
    void aMotionChipThatIsAwayLeavesTheFramesFlagged() throws InterruptedException {
        steps(1 + 20);
        pi.chip.silent = true;
        steps(200);
        assertEquals(220, heard.frames.size(), "no tick is lost to it");
        assertFalse(heard.last().imuValid());
        assertEquals(0, heard.last().accelCounts()[0]);
        assertEquals(List.of(), heard.losses);
        assertEquals(1, heard.notices.size());
        pi.chip.silent = false;
        steps(600);
        assertTrue(heard.last().imuValid());
    }

    @Test
    void healthIsToldEveryFiveSecondsWithWhatWasMissed() throws InterruptedException {
        steps(1 + 500);
        pi.conversionUs = 1000;
        steps(1);
        pi.conversionUs = 50;
        steps(1000);
        assertEquals(1, heard.healths.size());
        assertEquals(4, heard.healths.get(0).missedTickCount());
        assertEquals(30, heard.healths.get(0).temperatureDegC(), 0.01);
    }

    @Test
    void aReaderThatFallsBackCostsFramesThatAreCounted() throws InterruptedException {
        steps(1 + 10);
        for (int tickIndex = 0; tickIndex < 260; tickIndex++) {
            sampler.step();
        }
        steps(1);
        assertEquals(10 + 200, heard.frames.size(), "a second of frames waited");
        steps(1);
        assertEquals(61, heard.last().lostBeforeCount());
    }

    @Test
    void theRealRateIsToldAfterTenSeconds() throws InterruptedException {
        steps(1 + 2100);
        assertEquals(1, heard.notices.size());
        String line = heard.notices.get(0);
        assertTrue(line.startsWith("sampled at 200.000 Hz by this machine's clock over 10.0 s: 0 of 2001 ticks"), line);
    }
}
