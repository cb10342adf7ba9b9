package org.rollscope.mqtt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.routine.PlaceOutcome;
import org.rollscope.programme.routine.Prompt;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.telemetry.MetricsMessage.Routine;

/** Payload of {@code routine}. */
final class RoutinePayload {
    private RoutinePayload() {}

    static void write(PayloadWriter out, Routine.@Nullable Guided guided) throws IOException {
        out.put("running", guided != null && !guided.state().isOver());
        if (guided == null) {
            return;
        }
        RoutineState state = guided.state();
        out.put("athlete_id", guided.athleteId());
        out.put("prompt", state.prompt().word());
        writePlace(out, state.place());
        out.put("tool", state.tool().word());
        out.put("place_index", state.stepIndex());
        out.put("place_count", state.stepCount());
        out.put("spot_count", state.spotCount());
        out.put("planned_spot_count", state.plannedSpotCount());
        out.put("hold_ms", state.holdMs());
        out.put("target_ms", state.targetMs());
        out.put("rest_ms", state.restMs());
        out.put("left_ms", state.leftMs());
        out.hundredths("covered_mm", state.coveredMm());
        out.beginArray("places");
        for (PlaceOutcome outcome : state.outcomes()) {
            out.beginElement();
            writePlace(out, outcome.place());
            out.put("ending", outcome.ending().word());
            out.put("spot_count", outcome.spotCount());
            out.put("planned_spot_count", outcome.plannedSpotCount());
            out.put("release_count", outcome.releaseCount());
            out.put("held_ms", outcome.heldMs());
            out.hundredths("covered_mm", outcome.coveredMm());
            out.put("guarding_count", outcome.guardingCount());
            out.endObject();
        }
        out.endArray();
    }

    private static void writePlace(PayloadWriter out, BodyPlace place) throws IOException {
        out.put("muscle", place.muscle().word());
        out.put("side", place.side().word());
    }

    static Routine read(Fields in) throws UnreadablePayloadException {
        boolean running = in.flag("running");
        if (!running && !in.has("prompt")) {
            return new Routine(null);
        }
        RoutineState state = new RoutineState(
                in.word("prompt", Prompt::ofWord),
                readPlace(in),
                in.word("tool", Tool::ofWord),
                in.smallWhole("place_index"),
                in.smallWhole("place_count"),
                in.smallWhole("spot_count"),
                in.smallWhole("planned_spot_count"),
                in.whole("hold_ms"),
                in.whole("target_ms"),
                in.whole("rest_ms"),
                in.whole("left_ms"),
                in.number("covered_mm"),
                readOutcomes(in.objects("places")));
        if (running == state.isOver()) {
            throw new UnreadablePayloadException(
                    "running does not go with prompt " + state.prompt().word());
        }
        return new Routine(new Routine.Guided(in.text("athlete_id"), state));
    }

    private static BodyPlace readPlace(Fields in) throws UnreadablePayloadException {
        return new BodyPlace(in.word("muscle", Muscle::ofWord), in.word("side", Side::ofWord));
    }

    private static List<PlaceOutcome> readOutcomes(List<Fields> places) throws UnreadablePayloadException {
        List<PlaceOutcome> outcomes = new ArrayList<>();
        for (Fields place : places) {
            outcomes.add(new PlaceOutcome(
                    readPlace(place),
                    place.word("ending", PlaceOutcome.Ending::ofWord),
                    place.smallWhole("spot_count"),
                    place.smallWhole("planned_spot_count"),
                    place.smallWhole("release_count"),
                    place.whole("held_ms"),
                    place.number("covered_mm"),
                    place.smallWhole("guarding_count")));
        }
        return outcomes;
    }
}
