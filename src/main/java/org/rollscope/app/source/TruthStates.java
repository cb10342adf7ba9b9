package org.rollscope.app.source;

import java.util.List;
import org.rollscope.simulation.SimulatedMoment;
import org.rollscope.simulation.TruthEvent;

/** The true state of each moment, from the true events: states need to know how long something went on. */
final class TruthStates {
    private final List<TruthEvent> events;

    TruthStates(List<TruthEvent> events) {
        this.events = events;
    }

    /** The state's word. */
    String word(SimulatedMoment moment) {
        if (moment.carried()) {
            return "handling";
        }
        if (within("hold", moment.timeMs())) {
            return "hold";
        }
        if (within("roll", moment.timeMs())) {
            return "rolling";
        }
        return within("contact", moment.timeMs()) ? "contact" : "idle";
    }

    private boolean within(String type, long timeMs) {
        for (TruthEvent event : events) {
            if (event.type().equals(type) && timeMs >= event.startMs() && timeMs < event.endMs()) {
                return true;
            }
        }
        return false;
    }
}
