package org.rollscope.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes what an athlete does, action by action, for as long as it is asked for.
 *
 * <p><b>Source.</b> practice rules T1 to T11 for the coached athlete; cadences of domain study section 2 for the hurried
 * one. Pauses are drawn shorter than 2.2 s and holds longer than 4 s, because a pause of just three seconds has no true
 * name. <b>Threads.</b> One.
 */
final class Script {
    private final Scenario scenario;
    private final SeededNoise noise;
    private final double segmentLengthMm;
    private final List<ScriptAction> planned = new ArrayList<>();
    private double placeMm;
    private int strokeSign = 1;

    Script(Scenario scenario, SeededNoise noise, double segmentLengthMm) {
        this.scenario = scenario;
        this.noise = noise;
        this.segmentLengthMm = segmentLengthMm;
        this.placeMm = segmentLengthMm * noise.uniform(0.2, 0.5);
    }

    /** Where on the muscle the first contact is, from its distal end. */
    double startPlaceMm() {
        return placeMm;
    }

    /** The next action. */
    ScriptAction next() {
        if (planned.isEmpty()) {
            planRound();
        }
        return planned.remove(0);
    }

    private void planRound() {
        switch (scenario) {
            case COACHED -> coachedRound();
            case HURRIED -> hurriedRound();
            case OVERPRESSER -> overpresserRound();
            case STILL -> stillRound();
            case CARRY -> carryRound();
        }
    }

    private void coachedRound() {
        planned.add(ScriptAction.rest(ms(900, 1600)));
        planned.add(ScriptAction.press(ms(1100, 1800), noise.uniform(0.60, 0.72)));
        for (int spotIndex = noise.integer(2, 3); spotIndex > 0; spotIndex--) {
            strokes(noise.integer(2, 5), 22, 45, 70, 150, 0.62, 0.76);
            hold(noise.uniform(0.66, 0.82), 20, 50);
            if (noise.chance(0.4)) {
                lapse(1000, 2000);
                planned.add(ScriptAction.press(ms(6000, 12_000), noise.uniform(0.66, 0.80)));
            }
        }
        lift(900, 1600);
    }

    private void hurriedRound() {
        planned.add(ScriptAction.rest(ms(800, 1500)));
        planned.add(ScriptAction.press(ms(500, 900), noise.uniform(0.58, 0.70)));
        for (int boutIndex = noise.integer(2, 3); boutIndex > 0; boutIndex--) {
            strokes(noise.integer(8, 16), 200, 300, 130, 260, 0.58, 0.74);
            if (noise.chance(0.5)) {
                planned.add(ScriptAction.press(ms(1300, 2000), noise.uniform(0.58, 0.72)));
                strokes(noise.integer(4, 8), 200, 300, 130, 260, 0.58, 0.74);
            }
            if (noise.chance(0.4)) {
                strokes(noise.integer(3, 5), 150, 220, 130, 220, 1.22, 1.32);
                strokes(noise.integer(2, 4), 200, 300, 130, 220, 0.58, 0.70);
            }
            if (noise.chance(0.5)) {
                hold(noise.uniform(0.55, 0.75), 4.5, 9);
            }
        }
        lift(500, 900);
    }

    private void overpresserRound() {
        planned.add(ScriptAction.rest(ms(900, 1600)));
        planned.add(ScriptAction.press(ms(400, 900), noise.uniform(0.60, 0.75)));
        for (int spotIndex = noise.integer(2, 3); spotIndex > 0; spotIndex--) {
            strokes(noise.integer(2, 4), 40, 120, 70, 160, 0.55, 0.75);
            hold(noise.uniform(0.65, 0.80), 4, 9);
            lapse(300, 900);
            planned.add(ScriptAction.press(ms(4000, 8000), noise.uniform(0.60, 0.75)));
        }
        lift(500, 1200);
    }

    private void stillRound() {
        planned.add(ScriptAction.rest(ms(900, 2000)));
        planned.add(ScriptAction.press(ms(1200, 2500), noise.uniform(0.55, 0.70)));
        for (int shiftIndex = noise.integer(2, 5); shiftIndex > 0; shiftIndex--) {
            planned.add(ScriptAction.press(ms(6000, 15_000), noise.uniform(0.50, 0.80)));
        }
        lift(900, 1800);
    }

    private void carryRound() {
        planned.add(ScriptAction.rest(ms(1000, 4000)));
        planned.add(ScriptAction.carry(ms(4000, 15_000)));
    }

    /** Strokes to and fro within the muscle, with short pauses at the turns. */
    private void strokes(
            int strokeCount,
            double slowestMmPerS,
            double fastestMmPerS,
            double shortestMm,
            double longestMm,
            double lowestLoadRatio,
            double highestLoadRatio) {
        for (int strokeIndex = 0; strokeIndex < strokeCount; strokeIndex++) {
            double roomMm = strokeSign > 0 ? segmentLengthMm - placeMm : placeMm;
            double lengthMm = Math.min(noise.uniform(shortestMm, longestMm), roomMm);
            if (lengthMm >= 40) {
                placeMm += strokeSign * lengthMm;
                planned.add(ScriptAction.stroke(
                        strokeSign * lengthMm,
                        noise.uniform(slowestMmPerS, fastestMmPerS),
                        noise.uniform(lowestLoadRatio, highestLoadRatio)));
                planned.add(ScriptAction.press(ms(20, 350), lastLoadRatio()));
            }
            strokeSign = -strokeSign;
        }
    }

    private void hold(double loadRatio, double shortestS, double longestS) {
        planned.add(ScriptAction.press(ms(900, 1600), loadRatio));
        planned.add(ScriptAction.press(ms(shortestS * 1000, longestS * 1000), loadRatio * noise.uniform(0.95, 1.05)));
    }

    private void lapse(double quickestMs, double slowestMs) {
        double loadRatio = noise.uniform(1.16, 1.33);
        planned.add(ScriptAction.press(ms(quickestMs, slowestMs), loadRatio));
        planned.add(ScriptAction.press(ms(1500, 4500), loadRatio));
        planned.add(ScriptAction.press(ms(600, 1200), 0.72));
    }

    private void lift(double quickestMs, double slowestMs) {
        planned.add(ScriptAction.press(ms(quickestMs, slowestMs), 0));
    }

    private double lastLoadRatio() {
        return planned.get(planned.size() - 1).endLoadRatio();
    }

    private long ms(double shortestMs, double longestMs) {
        return Math.round(noise.uniform(shortestMs, longestMs));
    }
}
