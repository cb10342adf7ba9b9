package org.rollscope.programme.progress;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.plan.Prescription;

/** What happened on one muscle and side in the time under review, and what of it asks for something. */
final class PlaceWeek {
    /** Length of the two times that are compared to see whether anything eased: one week alone has too few sessions. */
    private static final int COMPARED_DAYS = 2 * Progression.REVIEW_DAYS;
    /** Differences of a ceiling below this are none. */
    private static final double ALIKE_CEILING_RATIO = 1.01;

    private final Prescription prescription;
    private final History history;
    private final LocalDate from;
    private final LocalDate today;
    private final ProgressSettings settings;
    private final PainSettings pain;
    private final List<Bout> bouts;

    /**
     * A rule that holds.
     *
     * @param rule which.
     * @param why for people.
     */
    record Finding(ProgressRule rule, String why) {}

    PlaceWeek(
            Prescription prescription,
            History history,
            LocalDate from,
            LocalDate today,
            ProgressSettings settings,
            PainSettings pain) {
        this.prescription = prescription;
        this.history = history;
        this.from = from;
        this.today = today;
        this.settings = settings;
        this.pain = pain;
        bouts = history.between(place(), from, today);
    }

    private BodyPlace place() {
        return prescription.place();
    }

    private static Optional<Finding> found(boolean holds, ProgressRule rule, String why) {
        return holds ? Optional.of(new Finding(rule, why)) : Optional.empty();
    }

    /** What asks for a step back. */
    Optional<Finding> backward() {
        return found(history.wasIll(from, today), ProgressRule.ILLNESS, "ill since the last review")
                .or(() -> found(
                        history.between(place(), today.minusDays(Progression.REVIEW_DAYS), today)
                                .isEmpty(),
                        ProgressRule.MISSED_WEEK,
                        "no session in the last " + Progression.REVIEW_DAYS + " days"))
                .or(this::guarding)
                .or(this::painStop)
                .or(this::painRise);
    }

    /** First day that is looked back at: what a step back has answered counts no more. */
    private LocalDate lookBack() {
        LocalDate since = LocalDate.parse(prescription.sinceDate());
        LocalDate far = today.minusDays(settings.lookBackDays());
        return since.isAfter(far) ? since : far;
    }

    private Optional<Finding> guarding() {
        long guardedCount = history.between(place(), lookBack(), today).stream()
                .filter(bout -> bout.response().guardingCount() > 0)
                .count();
        return found(
                guardedCount >= settings.guardingSessionsCount(),
                ProgressRule.GUARDING,
                "guarding was suspected in " + guardedCount + " sessions since " + lookBack());
    }

    private Optional<Finding> painStop() {
        double worstNrs = bouts.stream()
                .filter(bout -> !bout.day().isBefore(lookBack()))
                .mapToDouble(bout -> bout.response().painNrs())
                .filter(nrs -> !Double.isNaN(nrs))
                .max()
                .orElse(0);
        return found(
                worstNrs >= pain.stopNrs(),
                ProgressRule.PAIN_STOP,
                String.format(
                        Locale.ROOT,
                        "pain %.0f was said; from %.0f on stop, and ask a professional if it stays",
                        worstNrs,
                        pain.stopNrs()));
    }

    private Optional<Finding> painRise() {
        PainChange change =
                PainChange.between(history.between(place(), lookBack(), from), bouts, pain.alikePressureRatio());
        return found(
                change.isKnown() && change.medianNrs() >= pain.riseNrs(),
                ProgressRule.PAIN_RISE,
                String.format(Locale.ROOT, "pain rose by %.1f at equal pressure", change.medianNrs()));
    }

    /** What asks to stay as it is. */
    Optional<Finding> standing() {
        long overCount =
                bouts.stream().filter(bout -> bout.load().isOverCeiling()).count();
        double days = ChronoUnit.DAYS.between(from, today);
        int doneCount = history.doneDaysCount(place(), from, today);
        double plannedCount = prescription.dose().sessionsPerWeekCount() * days / Progression.REVIEW_DAYS;
        double holdMs = medianHoldMs();
        return found(
                        2 * overCount >= bouts.size() && overCount > 0,
                        ProgressRule.OVER_CEILING,
                        overCount + " of " + bouts.size() + " sessions were over the personal ceiling: ease off first")
                .or(() -> found(
                        doneCount < settings.adherenceRatio() * plannedCount,
                        ProgressRule.FEW_SESSIONS,
                        String.format(Locale.ROOT, "%d of %.0f planned days were done", doneCount, plannedCount)))
                .or(() -> found(
                        !(holdMs
                                >= settings.adherenceRatio()
                                        * prescription.dose().holdMs()),
                        ProgressRule.SHORT_HOLDS,
                        Double.isNaN(holdMs)
                                ? "no hold was long enough to count"
                                : String.format(
                                        Locale.ROOT,
                                        "holds were %.0f s, planned are %.0f s",
                                        holdMs / 1000,
                                        prescription.dose().holdMs() / 1000.0)))
                .or(() -> found(
                        medianPainNrs() > pain.highNrs(),
                        ProgressRule.HIGH_PAIN,
                        String.format(
                                Locale.ROOT,
                                "pain is %.0f; over %.0f more gains nothing",
                                medianPainNrs(),
                                pain.highNrs())))
                .or(this::ceilingRose)
                .or(this::noGain);
    }

    /** Tool by tool: the ceiling on a ball is another number than on a roller. */
    private Optional<Finding> ceilingRose() {
        List<Bout> before = history.between(place(), from.minusDays(Progression.REVIEW_DAYS), from);
        return bouts.stream()
                .map(bout -> bout.load().tool())
                .distinct()
                .sorted()
                .flatMap(tool -> ceilingRose(Bout.with(tool, before), Bout.with(tool, bouts)).stream())
                .findFirst();
    }

    private Optional<Finding> ceilingRose(List<Bout> before, List<Bout> now) {
        double beforeKpa = before.stream()
                .mapToDouble(bout -> bout.load().ceilingKpa())
                .min()
                .orElse(Double.NaN);
        double nowKpa =
                now.stream().mapToDouble(bout -> bout.load().ceilingKpa()).max().orElse(Double.NaN);
        return found(
                nowKpa > ALIKE_CEILING_RATIO * beforeKpa,
                ProgressRule.CEILING_ROSE,
                String.format(
                        Locale.ROOT,
                        "the personal ceiling rose from %.1f to %.1f kPa: one change at a time",
                        beforeKpa,
                        nowKpa));
    }

    private Optional<Finding> noGain() {
        LocalDate then = today.minusDays(settings.lookBackDays());
        List<Bout> earlier = history.between(place(), then.minusDays(COMPARED_DAYS), then);
        List<Bout> later = history.between(place(), today.minusDays(COMPARED_DAYS), today);
        PainChange change = PainChange.between(earlier, later, pain.alikePressureRatio());
        double earlierMs = median(earlier, bout -> bout.response().releaseAfterMs());
        double laterMs = median(later, bout -> bout.response().releaseAfterMs());
        boolean quicker = laterMs < (1 - settings.quickerReleaseRatio()) * earlierMs;
        // On a ball or stick releases are not looked for.
        boolean compared = !Double.isNaN(earlierMs) && !Double.isNaN(laterMs);
        boolean painful = median(later, bout -> bout.response().painNrs()) >= pain.lowNrs();
        return found(
                change.isKnown() && painful && change.medianNrs() > -pain.easedNrs() && !quicker,
                ProgressRule.NO_GAIN,
                String.format(
                        Locale.ROOT,
                        "pain at equal pressure changed by %+.1f in %d days and %s: more of the same is"
                                + " not the answer; a coach may change spots, tool or days",
                        change.medianNrs(),
                        settings.lookBackDays(),
                        compared ? "releases come no sooner" : "there are no releases to compare"));
    }

    double medianPainNrs() {
        return median(bouts, bout -> bout.response().painNrs());
    }

    private double medianHoldMs() {
        return Medians.medianRatio(bouts.stream()
                .flatMapToDouble(bout -> java.util.Arrays.stream(bout.done().creditedMs(settings.creditHoldMs())))
                .toArray());
    }

    private static double median(List<Bout> some, ToDoubleFunction<Bout> figure) {
        return Medians.medianRatio(some.stream()
                .mapToDouble(figure)
                .filter(one -> !Double.isNaN(one))
                .toArray());
    }

    String onTrack() {
        int doneCount = history.doneDaysCount(place(), from, today);
        double painNrs = medianPainNrs();
        return doneCount + (doneCount == 1 ? " day" : " days") + " done"
                + (Double.isNaN(painNrs) ? ", no pain was said" : String.format(Locale.ROOT, ", pain %.0f", painNrs));
    }
}
