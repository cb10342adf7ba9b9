package org.rollscope.detect;

import java.util.function.Consumer;
import org.rollscope.feature.FeatureFrame;

/**
 * Flags mean pressure over the ceiling, and a single tile far over it.
 *
 * <p>The flag is a limit of comfort and prudence, not a statement about tissue. Flags: a saturated tile counts with the
 * highest force that was calibrated, so an excess is not missed. <b>Threads.</b> One.
 */
final class OverpressureDetector {
    /** Name of the figure: highest mean pressure over the ceiling. */
    static final String EXCESS_RATIO = "excess_ratio";

    private final DetectionSettings.OverpressureSettings settings;
    private final double ceilingKpa;
    private final double pressureErrorRatio;
    private final DwellSwitch over;
    private final EvidenceMeter meter = new EvidenceMeter();
    private long startUs;
    private long declaredUs;

    OverpressureDetector(
            DetectionSettings.OverpressureSettings settings, double ceilingKpa, double pressureErrorRatio) {
        this.settings = settings;
        this.ceilingKpa = ceilingKpa;
        this.pressureErrorRatio = pressureErrorRatio;
        over = new DwellSwitch(settings.onDwellMs() * 1000L, settings.offDwellMs() * 1000L);
    }

    void accept(FeatureFrame frame, boolean inContact, Consumer<RollerEvent> events) {
        boolean above = inContact
                && (frame.meanPressureKpa() > settings.onRatio() * ceilingKpa
                        || frame.peakPressureKpa() > settings.tileRatio() * ceilingKpa);
        boolean below = !inContact
                || (frame.meanPressureKpa() < settings.offRatio() * ceilingKpa
                        && frame.peakPressureKpa() < settings.tileRatio() * ceilingKpa);
        if (!over.on() && !over.turning()) {
            meter.restart();
        }
        meter.accept(frame);
        if (over.accept(frame.timeUs(), above, below)) {
            if (over.on()) {
                startUs = over.changedUs();
                declaredUs = frame.timeUs();
                events.accept(new RollerEvent.OverpressureStarted(startUs, declaredUs, evidence()));
            } else {
                end(over.changedUs(), events);
            }
        }
    }

    /** Ends an open event. */
    void finish(long timeUs, Consumer<RollerEvent> events) {
        if (over.on()) {
            over.forceOff(timeUs);
            end(timeUs, events);
        }
    }

    private void end(long endUs, Consumer<RollerEvent> events) {
        events.accept(new RollerEvent.OverpressureEnded(
                startUs, endUs, declaredUs, evidence(), Figures.of(EXCESS_RATIO, meter.highestMeanKpa() / ceilingKpa)));
    }

    private PressureEvidence evidence() {
        return meter.excess(ceilingKpa, settings.tileRatio() * ceilingKpa, pressureErrorRatio);
    }

    boolean overpressure() {
        return over.on();
    }
}
