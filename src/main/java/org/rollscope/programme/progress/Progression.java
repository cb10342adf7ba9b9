package org.rollscope.programme.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.PlanChange;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.screening.Clearance;

/**
 * The weekly review: what a plan becomes after what happened. A pure function; the first rule of {@link ProgressRule} that holds
 * decides, one variable changes at most, and every decision says why.
 *
 * <p><b>Source.</b> domain study P5, record 0044. <b>Threads.</b> Stateless.
 */
public final class Progression {
    /** Days between two reviews. */
    public static final int REVIEW_DAYS = 7;

    private final ProgressSettings settings;
    private final PainSettings pain;

    /**
     * Makes one.
     *
     * @param settings how fast.
     * @param pain what pain means.
     */
    public Progression(ProgressSettings settings, PainSettings pain) {
        this.settings = settings;
        this.pain = pain;
    }

    /** The first day on which a plan may be reviewed. */
    public static LocalDate dueOn(Plan plan) {
        return LocalDate.parse(plan.reviewedOn()).plusDays(REVIEW_DAYS);
    }

    /**
     * Reviews a plan.
     *
     * @param plan that holds.
     * @param history what happened.
     * @param clearance of the athlete, for the day of the review; must guide.
     * @return the next version, and why.
     * @throws IllegalArgumentException when the review is not due yet, or the athlete may not be guided.
     */
    public PlanReview review(Plan plan, History history, Clearance clearance) {
        LocalDate today = LocalDate.parse(clearance.date());
        if (today.isBefore(dueOn(plan))) {
            throw new IllegalArgumentException(
                    "the plan was reviewed on " + plan.reviewedOn() + "; next on " + dueOn(plan));
        }
        if (!clearance.isGuided()) {
            throw new IllegalArgumentException(String.join("; ", clearance.refusals()));
        }
        List<Decision> decisions = new ArrayList<>();
        for (Prescription prescription : plan.prescriptions()) {
            decisions.add(
                    clearance.pass(prescription.place()).isEmpty()
                            ? kept(prescription, ProgressRule.LEFT_OUT, "left out by the screening")
                            : next(prescription, history, LocalDate.parse(plan.reviewedOn()), today));
        }
        List<PlanChange> changes = decisions.stream().map(Decision::change).toList();
        long changedCount = decisions.stream()
                .filter(one -> one.kind() != ProgressRule.Kind.KEEP)
                .count();
        Plan next = plan.changed(
                        today.toString(),
                        "rollscope",
                        "weekly review: " + changedCount + " of " + decisions.size() + " changed",
                        decisions.stream().map(Decision::after).toList(),
                        changes)
                .reviewedOn(today.toString());
        return new PlanReview(next, decisions);
    }

    /**
     * Decides for one muscle and side.
     *
     * @param prescription what is planned there.
     * @param history what happened, anywhere.
     * @param from first day under review.
     * @param today day of the review, which is not under review itself.
     */
    public Decision next(Prescription prescription, History history, LocalDate from, LocalDate today) {
        PlaceWeek week = new PlaceWeek(prescription, history, from, today, settings, pain);
        Optional<PlaceWeek.Finding> back = week.backward();
        if (back.isPresent()) {
            return regressed(prescription, back.get(), today);
        }
        return week.standing()
                .map(finding -> kept(prescription, finding.rule(), finding.why()))
                .orElseGet(() -> progressed(prescription, week));
    }

    private static Decision kept(Prescription prescription, ProgressRule rule, String why) {
        return new Decision(rule, prescription, prescription, why);
    }

    private Decision regressed(Prescription now, PlaceWeek.Finding finding, LocalDate today) {
        boolean pressureFirst = finding.rule() != ProgressRule.ILLNESS && finding.rule() != ProgressRule.MISSED_WEEK;
        Prescription gentler = Step.gentler(now, settings.regressRatio());
        Prescription shorter = Step.shorter(now, settings.regressRatio());
        Prescription first = pressureFirst ? gentler : shorter;
        Prescription second = pressureFirst ? shorter : gentler;
        Prescription after = first.equals(now) ? second : first;
        if (after.equals(now)) {
            return new Decision(
                    ProgressRule.AT_LEAST,
                    now,
                    now.answeredUntil(today.toString()),
                    finding.why() + "; the plan is at its least already: rest, and talk to a coach or professional");
        }
        return new Decision(finding.rule(), now, after.answeredUntil(today.toString()), finding.why());
    }

    private Decision progressed(Prescription now, PlaceWeek week) {
        double painNrs = week.medianPainNrs();
        boolean little = painNrs < pain.lowNrs();
        Prescription harder = Step.harder(now, settings.stepRatio());
        Prescription longer = Step.longer(now, settings.stepRatio());
        if (little && !harder.equals(now)) {
            return new Decision(
                    ProgressRule.ON_TRACK, now, harder, week.onTrack() + ", and pain is low: a little more pressure");
        }
        if (!longer.equals(now)) {
            return new Decision(ProgressRule.ON_TRACK, now, longer, week.onTrack() + ": a little longer");
        }
        if (!harder.equals(now)) {
            return new Decision(
                    ProgressRule.ON_TRACK,
                    now,
                    harder,
                    week.onTrack() + ", holds are long enough: a little more pressure");
        }
        return kept(now, ProgressRule.AT_MOST, week.onTrack() + ", and nothing is left to raise");
    }
}
