package org.rollscope.device.pi;

import org.jspecify.annotations.Nullable;
import org.rollscope.frame.Feedback;
import org.rollscope.frame.FeedbackSignal;
import org.rollscope.frame.HostClock;

/**
 * Light, tone and vibration at three pins.
 *
 * <p>A pin is on or off: any strength over 0 is on, and an active buzzer has its own pitch. What has lasted long enough goes off at the
 * next {@link #tend}, which comes with every poll: 10 ms at 100 Hz, 200 ms when no frames come.
 *
 * <p><b>Errors.</b> A pin that fails is left alone from then on; {@link #trouble} says so. <b>Threads.</b> One, that polls.
 */
final class PinFeedback implements Feedback {
    private final HostClock clock;
    private final @Nullable OnOff led;
    private final @Nullable OnOff buzzer;
    private final @Nullable OnOff vibration;
    private long endNs;
    private boolean on;
    private String trouble = "";

    /** Takes the pins that are wired. */
    PinFeedback(PinSettings settings, DigitalPins pins, HostClock clock) throws BusException {
        this.clock = clock;
        led = take(pins, settings.ledIndex());
        buzzer = take(pins, settings.buzzerIndex());
        vibration = take(pins, settings.vibrationIndex());
    }

    private static @Nullable OnOff take(DigitalPins pins, int pinIndex) throws BusException {
        return pinIndex == PinSettings.NONE_INDEX ? null : new OnOff(pins.output(pinIndex));
    }

    @Override
    public void show(FeedbackSignal signal) {
        boolean any = signal.lengthMs() > 0;
        drive(led, any && signal.ledRatio() > 0);
        drive(vibration, any && signal.vibrationRatio() > 0);
        drive(buzzer, any && signal.buzzerHz() > 0);
        on = any;
        endNs = clock.monotonicNs() + signal.lengthMs() * 1_000_000L;
    }

    /** Ends what has lasted long enough. */
    void tend() {
        if (on && clock.monotonicNs() - endNs >= 0) {
            show(FeedbackSignal.OFF);
        }
    }

    private void drive(@Nullable OnOff pin, boolean high) {
        if (pin == null || pin.broken || pin.high == high) {
            return;
        }
        try {
            pin.output.drive(high);
            pin.high = high;
        } catch (BusException failed) {
            pin.broken = true;
            trouble = String.valueOf(failed.getMessage());
        }
    }

    /** What failed last, in words; empty when nothing has. */
    String trouble() {
        return trouble;
    }

    /** A pin and what it is driven to. */
    private static final class OnOff {
        private final DigitalPins.Output output;
        private boolean high;
        private boolean broken;

        OnOff(DigitalPins.Output output) {
            this.output = output;
        }
    }
}
