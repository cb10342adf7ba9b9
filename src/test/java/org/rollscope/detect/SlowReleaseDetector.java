package org.rollscope.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollscope.feature.FeatureFrame;

/**
 * {@link ReleaseDetector} as one would explain it: keeps the frames of the hold and works everything out anew from them at each frame.
 * Slow.
 */
final class SlowReleaseDetector {
    /** What it tells: kind, onset, when it was known, confidence and figures. */
    record Told(String kind, long startUs, long declaredUs, double confidence, Map<String, Double> figures) {}

    private final DetectionSettings.ReleaseSettings settings;
    private final double radiusMm;
    private final List<FeatureFrame> seen = new ArrayList<>();
    private final Map<Long, Boolean> looks = new TreeMap<>();
    private int courseFrom;
    private long quietUntilUs;
    private boolean settled;
    final List<Told> told = new ArrayList<>();

    SlowReleaseDetector(DetectionSettings.ReleaseSettings settings, double radiusMm) {
        this.settings = settings;
        this.radiusMm = radiusMm;
    }

    void accept(FeatureFrame frame, HoldDetector hold) {
        if (!hold.waiting()) {
            seen.clear();
            looks.clear();
            courseFrom = 0;
            quietUntilUs = 0;
            settled = false;
            return;
        }
        seen.add(frame);
        if (Math.abs(at(frame) - at(seen.get(courseFrom))) > settings.maxTravelMm() || loadChanged()) {
            begin();
        }
        StiffnessCourse course = new StiffnessCourse();
        course.restart(seen.get(courseFrom).timeUs());
        boolean full = false;
        double usual = seen.get(courseFrom).contactForceN();
        long lastOddUs = Long.MIN_VALUE;
        long spellEndUs = Long.MIN_VALUE;
        for (FeatureFrame one : seen.subList(courseFrom, seen.size())) {
            full = false;
            if (odd(one, usual)) {
                lastOddUs = one.timeUs();
                continue;
            }
            if (lastOddUs > spellEndUs) {
                spellEndUs = one.timeUs();
            }
            usual = 0.998 * usual + 0.002 * one.contactForceN();
            boolean hadSpell = spellEndUs != Long.MIN_VALUE;
            long sinceUs = hadSpell ? one.timeUs() - spellEndUs : Long.MAX_VALUE;
            if (sinceUs >= settings.settleMs() * 1000L) {
                full = course.accept(one, at(one) - at(seen.get(courseFrom)), hadSpell ? Math.exp(-sinceUs / 4e6) : 0);
            }
        }
        long ageUs = frame.timeUs() - course.startUs();
        if (full
                && course.count() % 5 == 0
                && hold.holding()
                && ageUs >= settings.startMs() * 1000L
                && frame.timeUs() >= quietUntilUs) {
            SlowKinkSearch kink = new SlowKinkSearch(course, settings.latestMs() / 1000.0);
            if (kink.enough()) {
                look(frame, hold, course, kink);
            }
        }
    }

    private double at(FeatureFrame frame) {
        return frame.rollAngleRad() * radiusMm;
    }

    private void begin() {
        courseFrom = seen.size() - 1;
        looks.clear();
    }

    private boolean odd(FeatureFrame frame, double usual) {
        return Math.abs(frame.contactForceN() / usual - 1) > settings.forceToleranceRatio();
    }

    private boolean loadChanged() {
        double usual = seen.get(courseFrom).contactForceN();
        long oddSinceUs = Long.MAX_VALUE;
        for (FeatureFrame one : seen.subList(courseFrom, seen.size())) {
            if (odd(one, usual)) {
                oddSinceUs = Math.min(oddSinceUs, one.timeUs());
            } else {
                oddSinceUs = Long.MAX_VALUE;
                usual = 0.998 * usual + 0.002 * one.contactForceN();
            }
        }
        return seen.get(seen.size() - 1).timeUs() - settings.unevenMs() * 1000L > oddSinceUs;
    }

    private void look(FeatureFrame frame, HoldDetector hold, StiffnessCourse course, SlowKinkSearch kink) {
        double loss = 1 - Math.exp(kink.change());
        looks.put(frame.timeUs(), loss >= settings.minDepthRatio() && kink.strength() >= settings.minStrengthRatio());
        long plainSinceUs = Long.MAX_VALUE;
        for (Map.Entry<Long, Boolean> look : looks.entrySet()) {
            plainSinceUs = look.getValue() ? Math.min(plainSinceUs, look.getKey()) : Long.MAX_VALUE;
        }
        if (plainSinceUs != Long.MAX_VALUE && frame.timeUs() - plainSinceUs >= settings.confirmMs() * 1000L) {
            release(frame, hold, course, kink, loss);
            begin();
            settled = true;
            quietUntilUs = frame.timeUs() + settings.quietMs() * 1000L;
        } else if (!settled
                && frame.timeUs() - hold.holdStartUs() >= settings.settledAfterMs() * 1000L
                && Math.abs(course.driftPerS()) < settings.settledDriftRatio()) {
            settled = true;
            told.add(new Told("settled", frame.timeUs(), frame.timeUs(), sound(), Map.of()));
        }
    }

    private double sound() {
        EvidenceMeter meter = new EvidenceMeter();
        seen.forEach(meter::accept);
        return meter.evidence(1).confidenceRatio();
    }

    private void release(
            FeatureFrame frame, HoldDetector hold, StiffnessCourse course, SlowKinkSearch kink, double loss) {
        long onsetUs = course.startUs() + Math.round(kink.onset() * 1e6);
        double highest =
                seen.stream().mapToDouble(FeatureFrame::tremorRatio).max().orElseThrow();
        boolean calmer = frame.tremorRatio() > 0 && frame.tremorRatio() < 0.7 * highest;
        double clear = Math.min(1, kink.strength() / settings.minStrengthRatio() - 1);
        double afterMs = Math.floorDiv(onsetUs - hold.holdStartUs(), 1000L);
        if (course.burstRatio(kink.onset() - 3, kink.onset() + 0.5) >= 4) {
            told.add(new Told(
                    "twitch", onsetUs, frame.timeUs(), 0.3 * sound(), Map.of(ReleaseDetector.AFTER_MS, afterMs)));
        }
        told.add(new Told(
                "release",
                onsetUs,
                frame.timeUs(),
                sound() * Math.min(1, 0.6 + 0.2 * clear + (calmer ? 0.2 : 0)),
                Map.of(ReleaseDetector.DEPTH_RATIO, loss, ReleaseDetector.AFTER_MS, afterMs)));
    }
}
