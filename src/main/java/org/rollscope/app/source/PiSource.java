package org.rollscope.app.source;

import java.nio.file.Path;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.TellingPace;
import org.rollscope.device.pi.Pi4jBuses;
import org.rollscope.device.pi.PiFrameSource;
import org.rollscope.device.pi.PiIdentity;
import org.rollscope.device.pi.PiSettings;
import org.rollscope.device.pi.PinSettings;
import org.rollscope.device.pi.PinnedFrameSource;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;

/** The buses of this Pi as a source; apart from the others, so that their start loads nothing of it. */
final class PiSource {
    private PiSource() {}

    static OpenedSource open(
            String text, SourceUri uri, Subject configured, PiSettings settings, PinSettings pins, HostClock clock)
            throws CommandFailure {
        if (!uri.target().isEmpty()) {
            throw uri.wrong("the Pi's buses are pi or pi?rate_hz=200; which, the section pi of the settings says");
        }
        long rateHz = uri.number("rate_hz", settings.rateHz());
        uri.rejectRest();
        PiSettings wanted = wanted(uri, settings, rateHz);
        PiIdentity identity = PiIdentity.of(Path.of("/"))
                .orElseThrow(() -> new CommandFailure(
                        CommandFailure.UNREACHABLE,
                        "this machine has neither a processor's serial nor an /etc/machine-id, by which its calibration"
                                + " could be found; systemd-machine-id-setup makes one"));
        return new OpenedSource(
                text,
                () -> {
                    FrameSource frames = new PiFrameSource(
                            wanted, identity.boardSerialId(), new Pi4jBuses(wanted.spiClockHz()), clock);
                    return pins.isAny() ? new PinnedFrameSource(frames, pins, clock) : frames;
                },
                configured,
                null,
                TellingPace.USUAL,
                true);
    }

    private static PiSettings wanted(SourceUri uri, PiSettings settings, long rateHz) throws CommandFailure {
        try {
            return settings.at(Math.toIntExact(rateHz));
        } catch (IllegalArgumentException | ArithmeticException invalid) {
            throw uri.wrong(String.valueOf(invalid.getMessage()));
        }
    }
}
