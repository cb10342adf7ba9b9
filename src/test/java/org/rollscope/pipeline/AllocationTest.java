package org.rollscope.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.config.ShippedSettings;
import org.rollscope.evaluation.SimulatedSession;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.protocol.WireReceiver;
import org.rollscope.simulation.Scenario;

/** A roller that is read for hours must not make garbage: counted in bytes, not in time. */
class AllocationTest {
    private static final int SECONDS = 60;
    private static final int CHUNK_BYTES = 512;
    private static final long SMALLEST_OBJECT_BYTES = 16;

    @Test
    void bytesToEventsAllocateNothingPerFrame() {
        SimulatedSession session = SimulatedSession.of(Scenario.COACHED, 7, SECONDS);
        byte[] stream = stream(session);
        // Once for classes and tables that are made when something happens for the first time, in whatever order tests
        // run.
        receive(new WireReceiver(new Analysing(session)), stream, 0, stream.length);
        Analysing sink = new Analysing(session);
        WireReceiver receiver = new WireReceiver(sink);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long threadId = Thread.currentThread().getId();

        receive(receiver, stream, 0, stream.length / 4);
        int warmUpCount = sink.frameCount;
        long beforeBytes = threads.getThreadAllocatedBytes(threadId);
        receive(receiver, stream, stream.length / 4, stream.length);
        long allocatedBytes = threads.getThreadAllocatedBytes(threadId) - beforeBytes;

        int frameCount = sink.frameCount - warmUpCount;
        System.out.println(
                frameCount + " frames, " + sink.eventCount + " events: " + allocatedBytes + " bytes allocated");
        assertEquals(session.frames().size(), sink.frameCount);
        // The smallest object takes 16 bytes: below that, no frame made one. What is left are events.
        assertTrue(allocatedBytes < SMALLEST_OBJECT_BYTES * frameCount / 4, allocatedBytes + " bytes");
    }

    private static void receive(WireReceiver receiver, byte[] stream, int fromIndex, int endIndex) {
        for (int index = fromIndex; index < endIndex; index += CHUNK_BYTES) {
            receiver.accept(stream, index, Math.min(CHUNK_BYTES, endIndex - index), index);
        }
    }

    private static byte[] stream(SimulatedSession session) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(FrameEncoder.hello(session.hello()));
        session.frames().forEach(frame -> bytes.writeBytes(FrameEncoder.frame(frame)));
        return bytes.toByteArray();
    }

    /** Analyses what it hears. */
    private static final class Analysing implements FrameSink {
        private final SessionAnalysis analysis;
        int frameCount;
        int eventCount;

        Analysing(SimulatedSession session) {
            double ceilingKpa = session.ceilingKpa();
            AnalysisSetup setup = ShippedSettings.core()
                    .setup()
                    .withBand(
                            new PressureBand(0.5 * ceilingKpa, 0.85 * ceilingKpa, ceilingKpa, CeilingSource.RAMP_TEST));
            analysis = new SessionAnalysis(setup, session.hello(), session.calibration(), event -> eventCount++);
        }

        @Override
        public void hello(BoardHello hello, int bootIndex) {
            // known
        }

        @Override
        public void frame(RawFrame frame) {
            frameCount++;
            analysis.accept(frame);
        }

        @Override
        public void linkLost(String reason) {
            throw new AssertionError(reason);
        }
    }
}
