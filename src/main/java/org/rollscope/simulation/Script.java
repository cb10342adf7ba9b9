package org.rollscope.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rollscope.frame.ToolKind;

/**
 * Turns the steps of a scenario into actions, round after round, for as long as it is asked.
 *
 * <p>Pauses are drawn shorter than 2.2 s and holds longer than 4 s by the built-in scenarios, because a pause of just three
 * seconds has no true name. On a tool that does not roll a stroke is a lift, a way through the air and a short press.
 * <b>Threads.</b> One.
 */
final class Script {
    private static final double LEAST_STROKE_MM = 40;
    private static final double MOST_SIDEWAYS_MM = 22;
    private static final double SPOT_ERROR_MM = 6;
    /** So slow that nobody would call it rolling: what moves at 3 to 6 mm/s has no true name. */
    private static final long SLIDE_MS = 8000;

    private final List<Step> steps;
    private final Set<Confounder> confounders;
    private final SeededNoise noise;
    private final Person person;
    private final ToolKind tool;
    private final List<ScriptAction> planned = new ArrayList<>();
    private double placeMm;
    private double axialMm;
    private int strokeSign = 1;

    Script(Scenario scenario, SeededNoise noise, Person person, ToolKind tool) {
        steps = scenario.steps();
        this.tool = tool;
        confounders = scenario.confounders();
        this.noise = noise;
        this.person = person;
        placeMm = person.segmentLengthMm() * noise.uniform(0.2, 0.5);
    }

    /** Where on the muscle the first contact is, from its distal end. */
    double startPlaceMm() {
        return placeMm;
    }

    /** The next action. */
    ScriptAction next() {
        while (planned.isEmpty()) {
            steps.forEach(this::plan);
        }
        return planned.remove(0);
    }

    private void plan(Step step) {
        if (step instanceof Step.Repeat repeat) {
            for (int left = repeat.times().drawCount(noise); left > 0; left--) {
                repeat.steps().forEach(this::plan);
            }
        } else if (step instanceof Step.Maybe maybe) {
            if (noise.chance(maybe.chanceRatio())) {
                maybe.steps().forEach(this::plan);
            }
        } else if (step instanceof Step.Strokes strokes) {
            strokes(strokes);
        } else if (step instanceof Step.Hold hold) {
            hold(hold);
        } else {
            planSimple(step);
        }
    }

    private void planSimple(Step step) {
        if (step instanceof Step.Rest rest) {
            rest(rest.seconds().drawMs(noise));
        } else if (step instanceof Step.Carry carry) {
            planned.add(ScriptAction.carry(carry.seconds().drawMs(noise)));
        } else if (step instanceof Step.Press press) {
            press(press.seconds().drawMs(noise), press.load().draw(noise));
        } else if (step instanceof Step.Lift lift) {
            press(lift.seconds().drawMs(noise), 0);
        } else if (step instanceof Step.Lapse lapse) {
            lapse(lapse);
        } else if (step instanceof Step.Shift shift) {
            shift(shift);
        } else if (step instanceof Step.Slip slip) {
            slip(slip.seconds().drawMs(noise), slip.lengthMm().draw(noise) * (noise.chance(0.5) ? 1 : -1));
        }
    }

    private void rest(long durationMs) {
        planned.add(ScriptAction.rest(durationMs));
        if (!tool.rolls()) {
            planned.add(ScriptAction.carry(Math.round(noise.uniform(1200, 2000))));
        }
    }

    private void press(long durationMs, double loadRatio) {
        planned.add(ScriptAction.press(durationMs, loadRatio));
    }

    /** Strokes to and fro within the muscle, with short pauses at the turns. */
    private void strokes(Step.Strokes strokes) {
        for (int left = strokes.count().drawCount(noise); left > 0; left--) {
            double roomMm = strokeSign > 0 ? person.segmentLengthMm() - placeMm : placeMm;
            double lengthMm = Math.min(strokes.lengthMm().draw(noise), roomMm);
            if (lengthMm >= LEAST_STROKE_MM) {
                stroke(
                        strokeSign * lengthMm,
                        strokes.speedMmPerS().draw(noise),
                        strokes.load().draw(noise));
            }
            strokeSign = -strokeSign;
        }
    }

    private void stroke(double strokeMm, double speedMmPerS, double loadRatio) {
        placeMm += strokeMm;
        if (!tool.rolls()) {
            pressElsewhere(strokeMm, loadRatio);
            return;
        }
        planned.add(ScriptAction.stroke(strokeMm, speedMmPerS, loadRatio));
        press(Math.round(noise.uniform(20, 350)), loadRatio);
    }

    /** What is only pressed searches by short presses, each somewhere else. */
    private void pressElsewhere(double travelMm, double loadRatio) {
        press(Math.round(noise.uniform(300, 600)), 0);
        planned.add(ScriptAction.carryOn(Math.round(noise.uniform(1600, 2600)), travelMm));
        press(Math.round(noise.uniform(500, 900)), loadRatio);
        press(Math.round(noise.uniform(700, 1800)), loadRatio);
    }

    private void hold(Step.Hold hold) {
        double loadRatio = hold.load().draw(noise);
        if (hold.onTenderSpot()) {
            goToTenderSpot(Math.min(loadRatio, 0.75));
        }
        press(Math.round(noise.uniform(900, 1600)), loadRatio);
        long durationMs = hold.seconds().drawMs(noise);
        if (confounders.contains(Confounder.WEIGHT_SHIFT)) {
            durationMs = shiftWeight(durationMs, loadRatio);
        }
        if (confounders.contains(Confounder.BONE) && durationMs > 6000 + SLIDE_MS) {
            durationMs = slideOntoBone(durationMs, loadRatio);
        }
        planned.add(ScriptAction.hold(durationMs, loadRatio * noise.uniform(0.95, 1.05)));
    }

    /** Rolls to a tender spot; away from it first when it is too near for a stroke. */
    private void goToTenderSpot(double loadRatio) {
        List<LimbSpot> tender = person.spots().stream().filter(LimbSpot::tender).toList();
        LimbSpot spot = tender.get(noise.integer(0, tender.size() - 1));
        double targetMm = spot.placeMm() + SPOT_ERROR_MM * noise.gaussian();
        double leftMm = targetMm - placeMm;
        if (Math.abs(leftMm) > 8 && Math.abs(leftMm) < LEAST_STROKE_MM) {
            double awayMm = (leftMm > 0) == (targetMm > 2 * LEAST_STROKE_MM) ? -50 : 90;
            stroke(Math.signum(leftMm) * awayMm, noise.uniform(22, 45), loadRatio);
            leftMm = targetMm - placeMm;
        }
        if (Math.abs(leftMm) >= LEAST_STROKE_MM) {
            stroke(leftMm, noise.uniform(22, 45), loadRatio);
        }
    }

    private long shiftWeight(long durationMs, double loadRatio) {
        long leftMs = durationMs;
        while (leftMs > 12_000) {
            long calmMs = Math.round(noise.uniform(4000, 9000));
            press(calmMs, loadRatio);
            shift(new Step.Shift(
                    new Between(0.3, 0.6), new Between(0.78 * loadRatio, 1.12 * loadRatio), new Between(4, 10)));
            leftMs -= calmMs + 600;
        }
        return leftMs;
    }

    private long slideOntoBone(long durationMs, double loadRatio) {
        press(4000, loadRatio);
        LimbSpot bone = person.spots().get(person.spots().size() - 1);
        double towardMm = bone.placeMm() > placeMm ? 1 : -1;
        slip(SLIDE_MS, towardMm * noise.uniform(9, 13));
        return durationMs - 4000 - SLIDE_MS;
    }

    private void lapse(Step.Lapse lapse) {
        double loadRatio = lapse.load().draw(noise);
        press(lapse.rise().drawMs(noise), loadRatio);
        press(lapse.seconds().drawMs(noise), loadRatio);
        press(Math.round(noise.uniform(600, 1200)), 0.72);
    }

    private void shift(Step.Shift shift) {
        double sidewaysMm = shift.sidewaysMm().draw(noise) * (noise.chance(0.5) ? 1 : -1);
        if (Math.abs(axialMm + sidewaysMm) > MOST_SIDEWAYS_MM) {
            sidewaysMm = -sidewaysMm;
        }
        axialMm += sidewaysMm;
        planned.add(new ScriptAction(
                ScriptAction.Kind.PRESS,
                shift.seconds().drawMs(noise),
                shift.load().draw(noise),
                0,
                sidewaysMm));
    }

    private void slip(long durationMs, double lengthMm) {
        double toMm = placeMm + lengthMm;
        double signedMm = toMm < 0 || toMm > person.segmentLengthMm() ? -lengthMm : lengthMm;
        placeMm += signedMm;
        planned.add(new ScriptAction(ScriptAction.Kind.PRESS, durationMs, lastLoadRatio(), signedMm, 0));
    }

    private double lastLoadRatio() {
        return planned.isEmpty() ? 0.6 : planned.get(planned.size() - 1).endLoadRatio();
    }
}
