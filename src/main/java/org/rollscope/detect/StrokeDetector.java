package org.rollscope.detect;

import java.util.function.Consumer;
import org.rollscope.feature.FeatureFrame;

/**
 * Cuts a roll into strokes where the travel turns round by more than a set distance.
 *
 * <p><b>Threads.</b> One.
 */
final class StrokeDetector {
    private final DetectionSettings.RollSettings settings;
    private final double ceilingKpa;
    private final EvidenceMeter meter = new EvidenceMeter();
    private double restMm;
    private double startMm;
    private long startUs;
    private double extremeMm;
    private long extremeUs;
    private int directionSign;

    StrokeDetector(DetectionSettings.RollSettings settings, double ceilingKpa) {
        this.settings = settings;
        this.ceilingKpa = ceilingKpa;
    }

    /** Takes note of where the roller lies before a roll begins: the roll is known only when some of it is over. */
    void rest(FeatureFrame frame) {
        restMm = frame.travelMm();
    }

    /** Begins the first stroke of a roll, from the place of rest. */
    void start(long timeUs) {
        begin(timeUs, restMm, 0);
    }

    void accept(FeatureFrame frame, Consumer<RollerEvent> events) {
        double atMm = frame.travelMm();
        meter.accept(frame);
        if (directionSign == 0) {
            if (Math.abs(atMm - startMm) >= settings.turnTravelMm()) {
                directionSign = atMm > startMm ? 1 : -1;
                extremeMm = atMm;
                extremeUs = frame.timeUs();
            }
        } else if ((atMm - extremeMm) * directionSign > 0) {
            extremeMm = atMm;
            extremeUs = frame.timeUs();
        } else if ((extremeMm - atMm) * directionSign >= settings.turnTravelMm()) {
            int turnedSign = -directionSign;
            double turnMm = extremeMm;
            tell(frame.timeUs(), events);
            begin(extremeUs, turnMm, turnedSign);
            extremeMm = atMm;
            extremeUs = frame.timeUs();
        }
    }

    /** Tells the stroke that is under way, as the roll ends. */
    void finish(long timeUs, Consumer<RollerEvent> events) {
        if (directionSign != 0) {
            extremeUs = Math.min(extremeUs, timeUs);
            tell(timeUs, events);
        }
    }

    private void begin(long timeUs, double atMm, int sign) {
        startUs = timeUs;
        startMm = atMm;
        directionSign = sign;
        meter.restart();
    }

    private void tell(long declaredUs, Consumer<RollerEvent> events) {
        double lengthMm = extremeMm - startMm;
        if (Math.abs(lengthMm) >= settings.shortestStrokeMm() && extremeUs > startUs) {
            events.accept(new RollerEvent.StrokeCompleted(
                    startUs, extremeUs, declaredUs, meter.evidence(ceilingKpa), lengthMm));
        }
    }
}
