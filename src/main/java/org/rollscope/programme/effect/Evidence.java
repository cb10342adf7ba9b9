package org.rollscope.programme.effect;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.progress.History;

/**
 * All that there is about one athlete.
 *
 * @param plans every version, oldest first.
 * @param history recorded sessions.
 * @param notes soreness and range of motion.
 */
public record Evidence(List<Plan> plans, History history, NoteLog notes) {
    /** Copies the list. */
    public Evidence {
        plans = List.copyOf(plans);
    }

    /** What was planned for a place on the morning of a day. */
    Optional<Prescription> planned(BodyPlace place, LocalDate day) {
        Plan held = null;
        for (Plan plan : plans) {
            if (!LocalDate.parse(plan.origin().date()).isAfter(day)) {
                held = plan;
            }
        }
        return held == null
                ? Optional.empty()
                : held.prescriptions().stream()
                        .filter(one -> one.place().equals(place))
                        .findFirst();
    }
}
