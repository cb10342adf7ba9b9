package org.rollscope.device.pi;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.frame.ButtonChange;

/**
 * Buttons to ground at the Pi's pins, looked at with every poll.
 *
 * <p><b>Errors.</b> A pin that fails is not looked at again; {@link #trouble} says so. <b>Threads.</b> One, that polls.
 */
final class PinButtons {
    /** Hears what changed. */
    interface Listener {
        /** A button went down or up at a moment of the host's monotonic clock. */
        void changed(int buttonIndex, boolean pressed, long atNs);
    }

    private record Button(int buttonIndex, DigitalPins.Input input, Debounce debounce) {}

    private final List<Button> buttons = new ArrayList<>();
    private String trouble = "";

    /** Takes the pins that are wired. */
    PinButtons(PinSettings settings, DigitalPins pins) throws BusException {
        add(pins, settings.markerButtonIndex(), ButtonChange.MARKER_INDEX);
        add(pins, settings.feltReleaseButtonIndex(), ButtonChange.FELT_RELEASE_INDEX);
        add(pins, settings.painButtonIndex(), ButtonChange.PAIN_INDEX);
    }

    private void add(DigitalPins pins, int pinIndex, int buttonIndex) throws BusException {
        if (pinIndex != PinSettings.NONE_INDEX) {
            buttons.add(new Button(buttonIndex, pins.input(pinIndex), new Debounce()));
        }
    }

    /** Looks at all. */
    void look(long nowNs, Listener listener) {
        for (int index = buttons.size() - 1; index >= 0; index--) {
            Button button = buttons.get(index);
            try {
                if (button.debounce.look(!button.input.isHigh(), nowNs)) {
                    listener.changed(button.buttonIndex, button.debounce.isPressed(), button.debounce.changedNs());
                }
            } catch (BusException failed) {
                trouble = String.valueOf(failed.getMessage());
                buttons.remove(index);
            }
        }
    }

    /** What failed last, in words; empty when nothing has. */
    String trouble() {
        return trouble;
    }
}
