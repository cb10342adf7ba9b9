package org.rollscope.programme.screening;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.CeilingFactor;

/**
 * Whether a person may be guided on a day, on which muscles, and with what ceilings; every part of it with its reason. Only
 * {@link GuidanceGate} makes one.
 *
 * <p>"May be guided" says what the answers ask for; it is no finding about a person's health.
 */
public final class Clearance {
    private final String athleteId;
    private final String date;
    private final List<Reason> reasons;
    private final Set<BodyPlace> excluded;
    private final List<PlacedFactor> factors;
    private final String dueOn;

    /** Kinds of reasons. */
    public enum Kind {
        /** Nobody agreed to what is recorded, or it was withdrawn. */
        NO_CONSENT(true),
        /** The questions were never answered. */
        NOT_SCREENED(true),
        /** The questions must be answered again. */
        SCREENING_DUE(true),
        /** The athlete is ill. */
        ILL(true),
        /** An answer that refuses guidance. */
        BLOCKED(true),
        /** An answer that asks for somebody's approval. */
        NEEDS_APPROVAL(true),
        /** The questions must be answered again soon. */
        DUE_SOON(false),
        /** Muscles that are left out. */
        EXCLUDED(false),
        /** Ceilings that are lowered. */
        CARE(false),
        /** An approval that holds. */
        APPROVED(false);

        private final boolean refusal;

        Kind(boolean refusal) {
            this.refusal = refusal;
        }

        /** Whether it refuses guidance. */
        public boolean isRefusal() {
            return refusal;
        }

        /** Lower-case name, as in documents. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One reason.
     *
     * @param kind of it.
     * @param question key of the question; empty when it is about none.
     * @param words for people: what, and what to do.
     */
    public record Reason(Kind kind, String question, String words) {}

    /**
     * A factor of the ceiling for some muscles.
     *
     * @param places which; empty for all.
     * @param factor what lowers it.
     */
    record PlacedFactor(List<BodyPlace> places, CeilingFactor factor) {}

    Clearance(
            String athleteId,
            String date,
            List<Reason> reasons,
            Set<BodyPlace> excluded,
            List<PlacedFactor> factors,
            String dueOn) {
        this.athleteId = athleteId;
        this.date = date;
        this.reasons = List.copyOf(reasons);
        this.excluded = new LinkedHashSet<>(excluded);
        this.factors = List.copyOf(factors);
        this.dueOn = dueOn;
    }

    /** Pseudonym. */
    public String athleteId() {
        return athleteId;
    }

    /** The day on which it holds, ISO-8601. */
    public String date() {
        return date;
    }

    /** Every reason: those that refuse, and those that limit. */
    public List<Reason> reasons() {
        return reasons;
    }

    /** Muscles that are left out. */
    public List<BodyPlace> excluded() {
        return List.copyOf(excluded);
    }

    /** Day on which the questions are due; the day itself when they are due now. */
    public String dueOn() {
        return dueOn;
    }

    /** Whether the person may be guided at all. */
    public boolean isGuided() {
        return reasons.stream().noneMatch(reason -> reason.kind().isRefusal());
    }

    /** What lowers the ceiling of a muscle and side, whether guided or not. */
    public List<CeilingFactor> factors(BodyPlace place) {
        List<CeilingFactor> theirs = new ArrayList<>();
        for (PlacedFactor placed : factors) {
            if (placed.places().isEmpty() || placed.places().contains(place)) {
                theirs.add(placed.factor());
            }
        }
        return theirs;
    }

    /** Leave to guide on a muscle and side; empty when it is refused. */
    public Optional<GuidancePass> pass(BodyPlace place) {
        return isGuided() && !excluded.contains(place)
                ? Optional.of(new GuidancePass(athleteId, place, date))
                : Optional.empty();
    }

    /** Why guidance is refused, one line for each reason; empty when it is not. */
    public List<String> refusals() {
        return reasons.stream()
                .filter(reason -> reason.kind().isRefusal())
                .map(Reason::words)
                .toList();
    }
}
