package org.rollscope.device.pi;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHealth;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.ButtonChange;
import org.rollscope.frame.Feedback;
import org.rollscope.frame.FeedbackSignal;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;

/**
 * A source with buttons, light, tone and vibration at the Pi's pins beside it.
 *
 * <p>Pins are an extra: where they cannot be had, or fail, a notice says so once and frames go on. <b>Threads.</b> One, that polls.
 */
public final class PinnedFrameSource implements FrameSource {
    /** Opens the pins; later than the constructor, because a source is made again when an acquisition begins anew. */
    interface PinOpener {
        /** Takes hold of the pins. */
        DigitalPins open() throws BusException;
    }

    private static final long WIRE_TIME_MASK = 0xFFFF_FFFFL;

    private final FrameSource frames;
    private final PinSettings settings;
    private final PinOpener opener;
    private final HostClock clock;
    private @Nullable DigitalPins pins;
    private @Nullable PinFeedback outputs;
    private @Nullable PinButtons buttons;
    private @Nullable Timed sink;
    private final Set<String> told = new HashSet<>();

    /**
     * Opens nothing yet.
     *
     * @param frames where frames come from; closed with this.
     * @param settings which pins.
     * @param clock of the host.
     */
    public PinnedFrameSource(FrameSource frames, PinSettings settings, HostClock clock) {
        this(frames, settings, Pi4jPins::open, clock);
    }

    PinnedFrameSource(FrameSource frames, PinSettings settings, PinOpener opener, HostClock clock) {
        this.frames = frames;
        this.settings = settings;
        this.opener = opener;
        this.clock = clock;
    }

    @Override
    public String name() {
        return frames.name();
    }

    @Override
    public void start(FrameSink newSink) {
        Timed timed = new Timed(newSink);
        sink = timed;
        try {
            openPins();
        } catch (BusException refused) {
            closePins();
            timed.notice("light, tone, vibration and buttons at the pins are off: " + refused.getMessage());
        }
        frames.start(timed);
    }

    private void openPins() throws BusException {
        DigitalPins opened = opener.open();
        pins = opened;
        outputs = new PinFeedback(settings, opened, clock);
        buttons = new PinButtons(settings, opened);
    }

    private void closePins() {
        DigitalPins opened = pins;
        pins = null;
        outputs = null;
        buttons = null;
        if (opened != null) {
            opened.close();
        }
    }

    @Override
    public boolean poll() {
        boolean more = frames.poll();
        Timed timed = sink;
        PinFeedback shown = outputs;
        PinButtons pressed = buttons;
        if (timed != null && shown != null) {
            shown.tend();
            complain(timed, shown.trouble());
        }
        if (timed != null && pressed != null) {
            pressed.look(clock.monotonicNs(), timed::pressed);
            complain(timed, pressed.trouble());
        }
        return more;
    }

    private void complain(FrameSink listener, String trouble) {
        if (!trouble.isEmpty() && told.add(trouble)) {
            listener.notice(trouble + "; that pin is left alone");
        }
    }

    @Override
    public Feedback feedback() {
        return this::show;
    }

    private void show(FeedbackSignal signal) {
        PinFeedback shown = outputs;
        if (shown != null) {
            shown.show(signal);
        }
    }

    @Override
    public void hurry(boolean atOnce) {
        frames.hurry(atOnce);
    }

    @Override
    public boolean keepsTime() {
        return frames.keepsTime();
    }

    @Override
    public LinkCounters counters() {
        return frames.counters();
    }

    @Override
    public void close() {
        frames.close();
        closePins();
    }

    /** Knows which device time is now, so that buttons are on the same clock as frames. */
    private static final class Timed implements FrameSink {
        private final FrameSink next;
        private long frameTimeUs;
        private long frameNs;
        private boolean seen;

        Timed(FrameSink next) {
            this.next = next;
        }

        void pressed(int buttonIndex, boolean down, long atNs) {
            if (seen) {
                long deviceTimeUs = frameTimeUs + (atNs - frameNs) / 1000;
                next.button(new ButtonChange(deviceTimeUs & WIRE_TIME_MASK, buttonIndex, down));
            }
        }

        @Override
        public void hello(BoardHello hello, int bootIndex) {
            next.hello(hello, bootIndex);
        }

        @Override
        public void frame(RawFrame frame) {
            seen = true;
            frameTimeUs = frame.deviceTimeUs();
            frameNs = frame.hostArrivalNs();
            next.frame(frame);
        }

        @Override
        public void health(BoardHealth health) {
            next.health(health);
        }

        @Override
        public void button(ButtonChange change) {
            next.button(change);
        }

        @Override
        public void notice(String line) {
            next.notice(line);
        }

        @Override
        public void linkLost(String reason) {
            next.linkLost(reason);
        }
    }
}
