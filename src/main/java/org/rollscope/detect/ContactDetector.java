package org.rollscope.detect;

import java.util.function.Consumer;
import org.rollscope.feature.FeatureFrame;

/**
 * Notices a limb that comes to lie on the roller and leaves it, and a roller that is being carried.
 *
 * <p>A squeeze of the hands is no contact: a limb's weight presses the floor's side as well, and a loaded roller lies level. Where nothing
 * lies under a tool no floor is asked for: there a squeeze cancels itself in the force.
 * Flags: none matters here; a silent IMU keeps the last tilt. <b>Threads.</b> One.
 */
final class ContactDetector {
    private static final int HANDLING_DWELL_US = 200_000;
    private static final int HANDLING_OFF_DWELL_US = 500_000;

    private final DetectionSettings.ContactSettings settings;
    private final double ceilingKpa;
    private final DwellSwitch contact;
    private final DwellSwitch handling = new DwellSwitch(HANDLING_DWELL_US, HANDLING_OFF_DWELL_US);
    private final EvidenceMeter meter = new EvidenceMeter();
    private long startUs;
    private long declaredUs;

    ContactDetector(DetectionSettings.ContactSettings settings, double ceilingKpa) {
        this.settings = settings;
        this.ceilingKpa = ceilingKpa;
        contact = new DwellSwitch(settings.onDwellMs() * 1000L, settings.offDwellMs() * 1000L);
    }

    void accept(FeatureFrame frame, Consumer<RollerEvent> events) {
        boolean carried = frame.axisTiltRad() > settings.handlingTiltRad()
                || frame.offAxisRateRadPerS() > settings.handlingRateRadPerS();
        handling.accept(frame.timeUs(), carried, !carried);
        boolean supported = Double.isNaN(frame.floorForceN())
                || frame.floorForceN() >= settings.supportRatio() * frame.contactForceN();
        boolean pressed = frame.contactForceN() > settings.onForceN() && supported && !handling.on() && !carried;
        boolean gone = frame.contactForceN() < settings.offForceN() || handling.on();
        if (!contact.on() && !contact.turning()) {
            meter.restart();
        }
        meter.accept(frame);
        if (contact.accept(frame.timeUs(), pressed, gone)) {
            if (contact.on()) {
                startUs = contact.changedUs();
                declaredUs = frame.timeUs();
                events.accept(new RollerEvent.ContactStarted(startUs, declaredUs, meter.evidence(ceilingKpa)));
            } else {
                end(contact.changedUs(), events);
            }
        }
    }

    /** Ends an open contact, as at the session's end, and forgets one that was on its way. */
    void finish(long timeUs, Consumer<RollerEvent> events) {
        boolean wasOn = contact.on();
        contact.forceOff(timeUs);
        if (wasOn) {
            end(timeUs, events);
        }
    }

    private void end(long endUs, Consumer<RollerEvent> events) {
        events.accept(new RollerEvent.ContactEnded(startUs, endUs, declaredUs, meter.evidence(ceilingKpa)));
    }

    boolean inContact() {
        return contact.on();
    }

    /** Onset of the present contact. */
    long contactStartUs() {
        return startUs;
    }

    boolean handling() {
        return handling.on();
    }
}
