package org.rollscope.detect;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.feature.FeatureFrame;

/**
 * {@link RollDetector} and its {@link StrokeDetector} as one would explain them: keeps everything, and looks over it once it is
 * over. Slow.
 */
final class SlowRolls {
    /** What a detector is given with one frame. */
    record Moment(FeatureFrame frame, boolean rolling, long sinceUs, long startingUs) {
        long timeUs() {
            return frame.timeUs();
        }
    }

    /** An event, and with which moment it came. */
    record Told(int momentIndex, RollerEvent event) {}

    /** Which moments lie between two ends of everything, and when the second was. */
    private record Stretch(int from, int to, long finishUs) {}

    private final DetectionSettings.RollSettings settings;
    private final double ceilingKpa;
    private final List<Moment> moments = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();

    SlowRolls(DetectionSettings.RollSettings settings, double ceilingKpa) {
        this.settings = settings;
        this.ceilingKpa = ceilingKpa;
    }

    void accept(Moment moment) {
        moments.add(moment);
    }

    void finish(long timeUs) {
        int from = stretches.isEmpty() ? 0 : stretches.get(stretches.size() - 1).to();
        stretches.add(new Stretch(from, moments.size(), timeUs));
    }

    /** Everything that there was to tell, up to the last finish. */
    List<Told> told() {
        told.clear();
        for (Stretch stretch : stretches) {
            int index = stretch.from();
            while (index < stretch.to()) {
                index = moments.get(index).rolling() ? roll(index, stretch) : index + 1;
            }
        }
        return told;
    }

    /** Tells the roll that begins with a moment; returns the first moment after it. */
    private int roll(int first, Stretch stretch) {
        Moment begun = moments.get(first);
        tell(first, new RollerEvent.RollStarted(begun.sinceUs(), begun.timeUs(), evidence(first, first + 1)));
        for (int index = first + 1; index < stretch.to(); index++) {
            Moment moment = moments.get(index);
            if (!moment.rolling()) {
                long stillUs = stillSinceUs(first, index);
                boolean still = moment.timeUs() - stillUs >= settings.joinGapMs() * 1000L;
                boolean motionIsNear = moment.startingUs() - stillUs < settings.joinGapMs() * 1000L;
                if (still && !motionIsNear) {
                    end(first, index + 1, index, stillUs);
                    return index + 1;
                }
            }
        }
        boolean rolling = moments.get(stretch.to() - 1).rolling();
        long endUs = rolling ? stretch.finishUs() : Math.min(stretch.finishUs(), stillSinceUs(first, stretch.to() - 1));
        end(first, stretch.to(), stretch.to(), endUs);
        return stretch.to();
    }

    /** When the stillness began that a moment lies in, of a roll that began with another. */
    private long stillSinceUs(int first, int index) {
        int start = index;
        while (!moments.get(start - 1).rolling()) {
            start--;
        }
        return Math.max(moments.get(first).sinceUs(), moments.get(start).sinceUs());
    }

    private void end(int first, int to, int knownIndex, long endUs) {
        Moment begun = moments.get(first);
        strokes(first, to, knownIndex, endUs);
        tell(knownIndex, new RollerEvent.RollEnded(begun.sinceUs(), endUs, begun.timeUs(), evidence(first, to)));
    }

    private void strokes(int first, int to, int knownIndex, long endUs) {
        double startMm = restMm(first);
        long startUs = moments.get(first).sinceUs();
        int heardFrom = first;
        int from = first;
        while (from < to && Math.abs(at(from) - startMm) < settings.turnTravelMm()) {
            from++;
        }
        if (from == to) {
            return;
        }
        double sign = Math.signum(at(from) - startMm);
        int turned = turned(from, to, sign);
        while (turned < to) {
            int far = farthest(from, turned, sign);
            long farUs = moments.get(far).timeUs();
            stroke(turned, startUs, farUs, moments.get(turned).timeUs(), startMm, at(far), heardFrom, turned + 1);
            heardFrom = turned + 1;
            startMm = at(far);
            startUs = farUs;
            from = turned;
            sign = -sign;
            turned = turned(from, to, sign);
        }
        int far = farthest(from, to, sign);
        long farUs = Math.min(moments.get(far).timeUs(), endUs);
        stroke(knownIndex, startUs, farUs, endUs, startMm, at(far), heardFrom, to);
    }

    /** The first moment that lies a turn's travel back from the farthest before it; the end when there is none. */
    private int turned(int from, int to, double sign) {
        int index = from;
        while (index < to && sign * (at(farthest(from, index + 1, sign)) - at(index)) < settings.turnTravelMm()) {
            index++;
        }
        return index;
    }

    /** Where it got to farthest one way, the first time. */
    private int farthest(int from, int to, double sign) {
        int far = from;
        for (int index = from; index < to; index++) {
            far = sign * at(index) > sign * at(far) ? index : far;
        }
        return far;
    }

    private double at(int index) {
        return moments.get(index).frame().travelMm();
    }

    /** Where the roller lay: the last moment at rest and not about to move, or the first at rest since everything ended. */
    private double restMm(int first) {
        for (int index = first - 1; index >= 0; index--) {
            Moment moment = moments.get(index);
            if (!moment.rolling() && (moment.startingUs() == RollDetector.NOT_STARTING_US || isFirstRest(index))) {
                return at(index);
            }
        }
        return 0;
    }

    private boolean isFirstRest(int index) {
        int from = stretches.stream()
                .filter(stretch -> stretch.from() <= index && index < stretch.to())
                .findFirst()
                .orElseThrow()
                .from();
        return moments.subList(from, index).stream().allMatch(Moment::rolling);
    }

    private void stroke(
            int knownIndex, long startUs, long endUs, long declaredUs, double startMm, double endMm, int from, int to) {
        if (Math.abs(endMm - startMm) >= settings.shortestStrokeMm() && endUs > startUs) {
            tell(
                    knownIndex,
                    new RollerEvent.StrokeCompleted(startUs, endUs, declaredUs, evidence(from, to), endMm - startMm));
        }
    }

    private PressureEvidence evidence(int from, int to) {
        EvidenceMeter meter = new EvidenceMeter();
        moments.subList(from, to).forEach(moment -> meter.accept(moment.frame()));
        return meter.evidence(ceilingKpa);
    }

    private void tell(int momentIndex, RollerEvent event) {
        told.add(new Told(momentIndex, event));
    }
}
