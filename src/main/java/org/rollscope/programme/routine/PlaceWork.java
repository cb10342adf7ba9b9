package org.rollscope.programme.routine;

import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.plan.Dose;
import org.rollscope.programme.plan.Prescription;

/** The work at one place: which spots count, how much of the limb was covered. <b>Threads.</b> One. */
final class PlaceWork {
    /** Between two moments; longer gaps are no travel. */
    private static final long LONGEST_STEP_MS = 500;

    /** A dip or a stroke over a bone is shorter; chosen by us. */
    private static final long OVER_PLAN_MS = 1000;

    private final Prescription prescription;
    private int spotCount;
    private int releaseCount;
    private int guardingCount;
    private long heldMs;
    private long holdMs;
    private boolean counted;
    private boolean letGo;
    private long lastMs = -1;
    private long withinPlanMs;
    private double positionMm;
    private double lowestMm;
    private double highestMm;

    PlaceWork(Prescription prescription) {
        this.prescription = prescription;
    }

    /** A limb lies on the roller from now on. */
    void begin(long nowMs) {
        withinPlanMs = nowMs;
    }

    /** Takes a moment with a limb on the roller, or the end of a hold. */
    void accept(RoutineMoment moment) {
        travel(moment);
        if (!(moment.pressureRatio() > prescription.intensity().ceilingRatio())) {
            withinPlanMs = moment.timeMs();
        }
        if (moment.holdMs() < holdMs) {
            endHold();
        }
        holdMs = moment.holdMs();
        if (holdMs > 0) {
            letGo |= moment.released();
            boolean enough = holdMs >= targetMs() || (letGo && holdMs >= Dose.LEAST_HOLD_MS);
            if (enough && !counted) {
                count();
            }
        }
    }

    /** A hold that ended before its target counts from the least on that is worth something (T4). */
    private void endHold() {
        heldMs += holdMs;
        if (!counted && holdMs >= Dose.LEAST_HOLD_MS) {
            count();
        }
        holdMs = 0;
        counted = false;
        letGo = false;
    }

    private void count() {
        counted = true;
        spotCount++;
        if (letGo) {
            releaseCount++;
        }
    }

    private void travel(RoutineMoment moment) {
        long stepMs = moment.timeMs() - lastMs;
        boolean known = Double.isFinite(moment.speedMmPerS());
        if (lastMs >= 0 && known && moment.contact() && stepMs <= LONGEST_STEP_MS) {
            positionMm += moment.speedMmPerS() * stepMs / 1000;
            lowestMm = Math.min(lowestMm, positionMm);
            highestMm = Math.max(highestMm, positionMm);
        }
        lastMs = moment.timeMs();
    }

    /** Whether pressure has been over what is planned here for a while (P2). */
    boolean isOverPlan(long nowMs) {
        return nowMs - withinPlanMs > OVER_PLAN_MS;
    }

    void guarded() {
        guardingCount++;
    }

    BodyPlace place() {
        return prescription.place();
    }

    long targetMs() {
        return prescription.dose().holdMs();
    }

    int plannedSpotCount() {
        return prescription.dose().spotCount();
    }

    boolean isComplete() {
        return spotCount >= plannedSpotCount();
    }

    int spotCount() {
        return spotCount;
    }

    int guardingCount() {
        return guardingCount;
    }

    long holdMs() {
        return holdMs;
    }

    /** Whether the present hold counts already. */
    boolean isCounted() {
        return counted;
    }

    /** Whether the tissue let go in the present hold. */
    boolean hasLetGo() {
        return letGo;
    }

    double coveredMm() {
        return highestMm - lowestMm;
    }

    /** What is left here, with a search before each spot. */
    long leftMs(long searchMs) {
        int leftCount = Math.max(0, plannedSpotCount() - spotCount);
        long inHandMs = holdMs > 0 && !counted ? Math.min(holdMs, targetMs()) + searchMs : 0;
        return Math.max(0, leftCount * (targetMs() + searchMs) - inHandMs);
    }

    PlaceOutcome outcome(PlaceOutcome.Ending ending) {
        return new PlaceOutcome(
                place(),
                ending,
                spotCount,
                plannedSpotCount(),
                releaseCount,
                heldMs + holdMs,
                coveredMm(),
                guardingCount);
    }
}
