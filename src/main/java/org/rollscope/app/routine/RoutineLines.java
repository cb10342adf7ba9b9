package org.rollscope.app.routine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.rollscope.app.guide.RoutineGuide;
import org.rollscope.app.sessions.SessionText;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.programme.routine.PlaceOutcome;
import org.rollscope.programme.routine.Prompt;
import org.rollscope.programme.routine.RoutineState;

/**
 * A routine in words: one line a prompt, rewritten in place on a terminal.
 *
 * <p><b>Threads.</b> One at a time.
 */
final class RoutineLines implements RoutineGuide.Told {
    private static final long HOLD_LINE_EVERY_MS = 5000;

    private final PrintWriter out;
    private final boolean inPlace;
    private Prompt lastPrompt = Prompt.DONE;
    private int lastStepIndex;
    private long lastHoldMs;
    private boolean lineOpen;

    RoutineLines(PrintWriter out, boolean inPlace) {
        this.out = out;
        this.inPlace = inPlace;
    }

    @Override
    public void state(RoutineState state) {
        boolean another = state.prompt() != lastPrompt || state.stepIndex() != lastStepIndex;
        boolean later = state.holdMs() - lastHoldMs >= HOLD_LINE_EVERY_MS;
        if (!inPlace && !another && !later) {
            return;
        }
        if (inPlace && lineOpen && another) {
            out.println();
        }
        lastPrompt = state.prompt();
        lastStepIndex = state.stepIndex();
        lastHoldMs = state.holdMs();
        out.print((inPlace ? "\r" : "") + line(state) + (inPlace ? "      " : System.lineSeparator()));
        out.flush();
        lineOpen = inPlace;
    }

    @Override
    public void notice(String words) {
        end();
        out.println("! " + words);
        out.flush();
    }

    /** Ends a line that is rewritten in place. */
    void end() {
        if (lineOpen) {
            out.println();
            out.flush();
            lineOpen = false;
        }
    }

    private static String line(RoutineState state) {
        if (state.isOver()) {
            boolean early = state.prompt() == Prompt.DONE && state.isEndedEarly();
            return early ? "ended here" : state.prompt().words(state.tool());
        }
        String where = String.format(
                Locale.ROOT,
                "%d/%d  %-22s",
                state.stepIndex() + 1,
                state.stepCount(),
                state.place().spoken());
        boolean counted = state.prompt() == Prompt.RELEASED || state.prompt() == Prompt.MOVE_ON;
        int spotIndex = counted ? state.spotCount() : Math.min(state.spotCount() + 1, state.plannedSpotCount());
        String spots = String.format(Locale.ROOT, "spot %d/%d", spotIndex, state.plannedSpotCount());
        String clock =
                switch (state.prompt()) {
                    case BREATHE, HOLD, RELEASED, MOVE_ON ->
                        "  " + SessionText.clock(state.holdMs()) + " of " + SessionText.clock(state.targetMs());
                    case REST -> "  " + SessionText.clock(state.restMs());
                    case SET_UP, FIND, SLOWER, EASE_OFF, NEXT_MUSCLE, DONE, STOP -> "";
                };
        String covered = state.tool().rolls() ? Math.round(state.coveredMm() / 10) + " cm covered, " : "";
        return where + "  " + spots + "  -> " + state.prompt().words(state.tool()) + clock + "   (" + covered
                + SessionText.clock(state.leftMs()) + " left)";
    }

    /** What came of it, a line a place. */
    static void summary(PrintWriter out, RoutineState state) {
        out.println();
        for (PlaceOutcome outcome : state.outcomes()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-22s  %-8s  %d of %d spots, %d released, held %s%s%s",
                    outcome.place().spoken(),
                    outcome.ending().word(),
                    outcome.spotCount(),
                    outcome.plannedSpotCount(),
                    outcome.releaseCount(),
                    SessionText.clock(outcome.heldMs()),
                    state.tool().rolls() ? String.format(Locale.ROOT, ", %.0f mm covered", outcome.coveredMm()) : "",
                    outcome.guardingCount() > 0 ? ", guarding suspected " + outcome.guardingCount() + "x" : ""));
        }
    }

    /** The same as a document. */
    static ObjectNode document(RoutineState state) {
        ObjectNode document = JsonOutput.object()
                .put("schema", "rollscope.routine/1")
                .put("ending", state.prompt().word());
        ArrayNode places = document.putArray("places");
        for (PlaceOutcome outcome : state.outcomes()) {
            places.addObject()
                    .put("muscle", outcome.place().muscle().word())
                    .put("side", outcome.place().side().word())
                    .put("ending", outcome.ending().word())
                    .put("spot_count", outcome.spotCount())
                    .put("planned_spot_count", outcome.plannedSpotCount())
                    .put("release_count", outcome.releaseCount())
                    .put("held_ms", outcome.heldMs())
                    .put("covered_mm", Math.round(outcome.coveredMm()))
                    .put("guarding_count", outcome.guardingCount());
        }
        return document;
    }
}
