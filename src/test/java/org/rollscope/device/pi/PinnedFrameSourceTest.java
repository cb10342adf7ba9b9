package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.frame.ButtonChange;
import org.rollscope.frame.FeedbackSignal;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;

class PinnedFrameSourceTest {
    private static final PinSettings WIRED = new PinSettings(22, 12, 23, 5, 6, 13);
    private static final long TICK_US = 10_000;

    private final SetClock clock = new SetClock();
    private final SimulatedPins pins = new SimulatedPins();
    private final Frames frames = new Frames();
    private final List<ButtonChange> changes = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    /** A frame every tick. */
    private final class Frames implements FrameSource {
        private FrameSink sink;
        private long deviceTimeUs;
        private boolean closed;

        @Override
        public String name() {
            return "frames";
        }

        @Override
        public void start(FrameSink newSink) {
            sink = newSink;
        }

        @Override
        public boolean poll() {
            clock.passUs(TICK_US);
            deviceTimeUs += TICK_US;
            RawFrame frame = new RawFrame(24);
            frame.stamp(0, deviceTimeUs / TICK_US, deviceTimeUs, clock.nowNs, 0, 0);
            sink.frame(frame);
            return !closed;
        }

        @Override
        public LinkCounters counters() {
            return LinkCounters.ZERO;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private PinnedFrameSource started(PinSettings settings) {
        PinnedFrameSource source = new PinnedFrameSource(frames, settings, () -> pins, clock);
        source.start(new FrameSink() {
            @Override
            public void hello(org.rollscope.frame.BoardHello hello, int bootIndex) {}

            @Override
            public void frame(RawFrame frame) {}

            @Override
            public void linkLost(String reason) {}

            @Override
            public void notice(String line) {
                notices.add(line);
            }

            @Override
            public void button(ButtonChange change) {
                changes.add(change);
            }
        });
        return source;
    }

    private void poll(PinnedFrameSource source, int count) {
        for (int index = 0; index < count; index++) {
            assertTrue(source.poll());
        }
    }

    @Test
    void aSignalIsShownAtOnceAndEndsByItself() {
        PinnedFrameSource source = started(WIRED);
        poll(source, 1);
        source.feedback().show(new FeedbackSignal(1, 0.8, 0, 200));
        assertTrue(pins.isHigh(22) && pins.isHigh(23) && !pins.isHigh(12));
        poll(source, 19);
        assertTrue(pins.isHigh(22), "after 190 ms");
        poll(source, 1);
        assertFalse(pins.isHigh(22) || pins.isHigh(23), "after 200 ms");
        assertEquals(List.of("22 on", "23 on", "22 off", "23 off"), pins.driven, "and nothing is driven twice");
    }

    @Test
    void aNewSignalTakesThePlaceOfTheOneThatGoesOn() {
        PinnedFrameSource source = started(WIRED);
        source.feedback().show(new FeedbackSignal(1, 0.8, 2000, 1000));
        source.feedback().show(new FeedbackSignal(1, 0, 0, 100));
        assertTrue(pins.isHigh(22) && !pins.isHigh(23) && !pins.isHigh(12));
        source.feedback().show(FeedbackSignal.OFF);
        assertFalse(pins.isHigh(22));
    }

    @Test
    void aButtonThatBouncesIsOnePressAtItsFirstTouch() {
        PinnedFrameSource source = started(WIRED);
        poll(source, 10);
        boolean[] low = {true, false, true, true, true, true, true, false, true, false, false, false, false};
        for (boolean pressed : low) {
            pins.levels.put(5, !pressed);
            poll(source, 1);
        }
        assertEquals(2, changes.size(), changes.toString());
        // Ticks 11 and 12 bounce; from 13 on it is down, from 20 on up.
        assertEquals(new ButtonChange(13 * TICK_US, ButtonChange.MARKER_INDEX, true), changes.get(0));
        assertEquals(new ButtonChange(20 * TICK_US, ButtonChange.MARKER_INDEX, false), changes.get(1));
    }

    @Test
    void eachButtonHasItsMeaning() {
        PinnedFrameSource source = started(WIRED);
        poll(source, 1);
        for (int pinIndex : new int[] {6, 13}) {
            pins.levels.put(pinIndex, false);
        }
        poll(source, 5);
        assertEquals(
                List.of(ButtonChange.PAIN_INDEX, ButtonChange.FELT_RELEASE_INDEX),
                changes.stream().map(ButtonChange::buttonIndex).toList());
    }

    @Test
    void pinsThatAreNotWiredAreNotTaken() {
        PinnedFrameSource source = started(new PinSettings(22, 0, 0, 0, 0, PinSettings.NONE_INDEX));
        source.feedback().show(new FeedbackSignal(1, 1, 2000, 100));
        poll(source, 3);
        assertEquals(List.of("22 on"), pins.driven);
        assertEquals(1, pins.levels.size());
    }

    @Test
    void pinsThatCannotBeHadCostANoticeAndNothingElse() {
        pins.broken.add(5);
        PinnedFrameSource source = started(WIRED);
        source.feedback().show(new FeedbackSignal(1, 1, 2000, 100));
        poll(source, 3);
        assertEquals(List.of("light, tone, vibration and buttons at the pins are off: GPIO 5 is broken"), notices);
        assertTrue(pins.closed, "what was taken is given back");
    }

    @Test
    void aPinThatFailsLaterIsLeftAloneAndTheOthersGoOn() {
        PinnedFrameSource source = started(WIRED);
        poll(source, 1);
        pins.broken.add(23);
        pins.broken.add(6);
        for (int round = 0; round < 3; round++) {
            source.feedback().show(new FeedbackSignal(1, 1, 0, 50));
            poll(source, 10);
        }
        pins.levels.put(5, false);
        poll(source, 5);
        assertEquals(1, changes.size());
        assertTrue(pins.driven.contains("22 on"));
        assertEquals(
                List.of("GPIO 23 is broken; that pin is left alone", "GPIO 6 is broken; that pin is left alone"),
                notices.stream().sorted().toList());
    }

    @Test
    void theEndClosesPinsAndFrames() {
        PinnedFrameSource source = started(WIRED);
        source.close();
        source.close();
        assertTrue(pins.closed && frames.closed);
    }
}
