package org.rollscope.detect;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.feature.FeatureFrame;

/**
 * {@link ContactDetector}, {@link OverpressureDetector} and {@link HoldDetector} as one would explain them, from the whole session at once. Slow.
 */
final class SlowLoads {
    private final DetectionSettings settings;
    private final double ceilingKpa;
    private final List<FeatureFrame> frames;
    private final List<Long> timesUs;

    SlowLoads(DetectionSettings settings, double ceilingKpa, List<FeatureFrame> frames) {
        this.settings = settings;
        this.ceilingKpa = ceilingKpa;
        this.frames = frames;
        timesUs = frames.stream().map(FeatureFrame::timeUs).toList();
    }

    private EvidenceMeter over(int fromIndex, int toIndex) {
        EvidenceMeter meter = new EvidenceMeter();
        frames.subList(fromIndex, toIndex + 1).forEach(meter::accept);
        return meter;
    }

    SlowDwell contact() {
        DetectionSettings.ContactSettings tuned = settings.contact();
        List<Boolean> carried = new ArrayList<>();
        List<Boolean> calm = new ArrayList<>();
        for (FeatureFrame frame : frames) {
            carried.add(frame.axisTiltRad() > tuned.handlingTiltRad()
                    || frame.offAxisRateRadPerS() > tuned.handlingRateRadPerS());
            calm.add(!carried.get(carried.size() - 1));
        }
        SlowDwell handling = new SlowDwell(timesUs, carried, calm, 200_000, 500_000);
        List<Boolean> pressed = new ArrayList<>();
        List<Boolean> gone = new ArrayList<>();
        for (int index = 0; index < frames.size(); index++) {
            double limbN = frames.get(index).contactForceN();
            boolean supported = frames.get(index).floorForceN() >= tuned.supportRatio() * limbN;
            pressed.add(limbN > tuned.onForceN() && supported && !handling.on[index] && !carried.get(index));
            gone.add(limbN < tuned.offForceN() || handling.on[index]);
        }
        return new SlowDwell(timesUs, pressed, gone, tuned.onDwellMs() * 1000L, tuned.offDwellMs() * 1000L);
    }

    List<RollerEvent> contacts(SlowDwell contact) {
        List<RollerEvent> events = new ArrayList<>();
        int openIndex = -1;
        for (int index = 0; index < frames.size(); index++) {
            boolean before = index > 0 && contact.on[index - 1];
            int since = contact.changedIndex[index];
            if (contact.on[index] && !before) {
                openIndex = index;
                events.add(new RollerEvent.ContactStarted(
                        timesUs.get(since),
                        timesUs.get(index),
                        over(since, index).evidence(ceilingKpa)));
            } else if (before && !contact.on[index]) {
                int from = contact.changedIndex[openIndex];
                events.add(new RollerEvent.ContactEnded(
                        timesUs.get(from),
                        timesUs.get(since),
                        timesUs.get(openIndex),
                        over(from, index).evidence(ceilingKpa)));
            }
        }
        return events;
    }

    List<RollerEvent> overpressures(SlowDwell contact, double pressureErrorRatio) {
        DetectionSettings.OverpressureSettings tuned = settings.overpressure();
        double tileKpa = tuned.tileRatio() * ceilingKpa;
        List<Boolean> above = new ArrayList<>();
        List<Boolean> below = new ArrayList<>();
        for (int index = 0; index < frames.size(); index++) {
            double meanKpa = frames.get(index).meanPressureKpa();
            double peakKpa = frames.get(index).peakPressureKpa();
            above.add(contact.on[index] && (meanKpa > tuned.onRatio() * ceilingKpa || peakKpa > tileKpa));
            below.add(!contact.on[index] || meanKpa < tuned.offRatio() * ceilingKpa && peakKpa < tileKpa);
        }
        SlowDwell over = new SlowDwell(timesUs, above, below, tuned.onDwellMs() * 1000L, tuned.offDwellMs() * 1000L);
        List<RollerEvent> events = new ArrayList<>();
        int openIndex = -1;
        for (int index = 0; index < frames.size(); index++) {
            boolean before = index > 0 && over.on[index - 1];
            int since = over.changedIndex[index];
            if (over.on[index] && !before) {
                openIndex = index;
                events.add(new RollerEvent.OverpressureStarted(
                        timesUs.get(since),
                        timesUs.get(index),
                        over(since, index).excess(ceilingKpa, tileKpa, pressureErrorRatio)));
            } else if (before && !over.on[index]) {
                int from = over.changedIndex[openIndex];
                EvidenceMeter seen = over(from, index);
                events.add(new RollerEvent.OverpressureEnded(
                        timesUs.get(from),
                        timesUs.get(since),
                        timesUs.get(openIndex),
                        seen.excess(ceilingKpa, tileKpa, pressureErrorRatio),
                        Figures.of("excess_ratio", seen.highestMeanKpa() / ceilingKpa)));
            }
        }
        return events;
    }

    /** What the motion detector said after each frame. */
    record Motion(boolean moving, long sinceUs, boolean starting, long startingSinceUs) {}

    /** Holds that ended; each is a run of frames in contact, loaded and still, from the last of what made it one. */
    List<RollerEvent> holds(SlowDwell contact, List<Motion> motions, double radiusMm) {
        DetectionSettings.HoldSettings tuned = settings.hold();
        double entryKpa = Math.max(tuned.minPressureKpa(), tuned.minCeilingRatio() * ceilingKpa);
        List<Boolean> pressed = frames.stream()
                .map(frame -> frame.meanPressureKpa() >= entryKpa)
                .toList();
        List<Boolean> light = frames.stream()
                .map(frame -> frame.meanPressureKpa() < 0.95 * entryKpa)
                .toList();
        SlowDwell loaded = new SlowDwell(timesUs, pressed, light, 0, tuned.releaseMs() * 1000L);
        List<RollerEvent> events = new ArrayList<>();
        long leftUs = 0;
        int index = 0;
        while (index < frames.size()) {
            if (!contact.on[index] || !loaded.on[index] || motions.get(index).moving()) {
                index++;
                continue;
            }
            int from = index;
            long startUs = Math.max(
                    leftUs, Math.max(motions.get(from).sinceUs(), timesUs.get(Math.max(0, loaded.changedIndex[from]))));
            int openIndex = -1;
            boolean rolledAway = false;
            while (index < frames.size()
                    && contact.on[index]
                    && loaded.on[index]
                    && !motions.get(index).moving()) {
                double travelMm =
                        (frames.get(index).rollAngleRad() - frames.get(from).rollAngleRad()) * radiusMm;
                if (Math.abs(travelMm) > tuned.maxTravelMm()) {
                    rolledAway = true;
                    break;
                }
                boolean longEnough = timesUs.get(index) - startUs >= tuned.minDurationMs() * 1000L;
                if (openIndex < 0 && longEnough && !motions.get(index).starting() && !loaded.turning[index]) {
                    openIndex = index;
                    events.add(new RollerEvent.HoldStarted(
                            startUs, timesUs.get(index), over(from, index).evidence(ceilingKpa)));
                }
                index++;
            }
            if (index == frames.size()) {
                break; // still going on
            }
            leftUs = rolledAway
                    ? rolledUs(motions, index)
                    : Math.max(startUs, brokenUs(contact, loaded, motions, index));
            if (openIndex >= 0) {
                events.add(new RollerEvent.HoldEnded(
                        startUs,
                        leftUs,
                        timesUs.get(openIndex),
                        over(from, rolledAway ? index : index - 1).evidence(ceilingKpa),
                        Figures.NONE));
            }
            index++;
        }
        return events;
    }

    private long rolledUs(List<Motion> motions, int index) {
        return motions.get(index).starting() ? motions.get(index).startingSinceUs() : timesUs.get(index);
    }

    /** The earliest of what broke it: the roller moved, the load went, or was going as the contact ended. */
    private long brokenUs(SlowDwell contact, SlowDwell loaded, List<Motion> motions, int index) {
        long endUs = timesUs.get(index);
        if (motions.get(index).moving()) {
            endUs = Math.min(endUs, motions.get(index).sinceUs());
        }
        if (!loaded.on[index]) {
            endUs = Math.min(endUs, timesUs.get(loaded.changedIndex[index]));
        } else if (!contact.on[index] && loaded.turning[index]) {
            endUs = Math.min(endUs, timesUs.get(loaded.pendingIndex[index]));
        }
        return endUs;
    }
}
