package org.rollscope.programme.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.ProfileDate;

/**
 * One version of a person's plan. A change makes the next version; none is ever overwritten.
 *
 * @param athleteId pseudonym.
 * @param origin where this version came from.
 * @param reviewedOn day of the last weekly review, or of the plan's beginning: the next looks at what happened since.
 * @param prescriptions one for each muscle and side, bottom-up (T12).
 * @param changes what this version changed, and why.
 */
public record Plan(
        String athleteId,
        PlanOrigin origin,
        String reviewedOn,
        List<Prescription> prescriptions,
        List<PlanChange> changes) {
    /** Sorts bottom-up and refuses a place that is planned twice. */
    public Plan {
        if (!athleteId.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("athlete_id must be 1 to 32 of a-z, 0-9 and -, was '" + athleteId + "'");
        }
        ProfileDate.check("reviewed_on", reviewedOn);
        Set<BodyPlace> places = new HashSet<>();
        for (Prescription prescription : prescriptions) {
            if (!places.add(prescription.place())) {
                throw new IllegalArgumentException(prescription.place().word() + " is planned twice");
            }
        }
        List<Prescription> sorted = new ArrayList<>(prescriptions);
        sorted.sort(Comparator.comparing(Prescription::muscle).thenComparing(Prescription::side));
        prescriptions = List.copyOf(sorted);
        changes = List.copyOf(changes);
    }

    /** What is planned for a muscle and side. */
    public Optional<Prescription> find(BodyPlace place) {
        return prescriptions.stream().filter(one -> one.place().equals(place)).findFirst();
    }

    /**
     * The next version.
     *
     * @param date day of the change.
     * @param by who made it.
     * @param reason why.
     * @param next what is planned then.
     * @param what each change.
     */
    public Plan changed(String date, String by, String reason, List<Prescription> next, List<PlanChange> what) {
        return new Plan(
                athleteId,
                new PlanOrigin(origin.version() + 1, origin.version(), date, by, reason),
                reviewedOn,
                next,
                what);
    }

    /** The same with another day of review. */
    public Plan reviewedOn(String date) {
        return new Plan(athleteId, origin, date, prescriptions, changes);
    }

    /**
     * The version that takes this one back: what was planned in the one before, under the next number; undone again it goes one
     * further back.
     *
     * @param former the version that this one is based on.
     * @param lastVersion highest version so far.
     * @param date day of the undo.
     * @param by who wants it.
     */
    public Plan undone(Plan former, int lastVersion, String date, String by) {
        if (former.origin.version() != origin.basedOnVersion()) {
            throw new IllegalArgumentException("version " + origin.version() + " is based on version "
                    + origin.basedOnVersion() + ", not on " + former.origin.version());
        }
        return new Plan(
                athleteId,
                new PlanOrigin(
                        lastVersion + 1,
                        former.origin.basedOnVersion(),
                        date,
                        by,
                        "version " + origin.version() + " undone: as version " + former.origin.version()),
                reviewedOn,
                former.prescriptions,
                List.of());
    }
}
