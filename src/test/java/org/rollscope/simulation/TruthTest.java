package org.rollscope.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollscope.frame.PadGeometry;

class TruthTest {
    private static final long SEED = 99;

    /** The obvious version: write down all true milliseconds, then join, then drop. */
    private static List<TruthEvent> spans(
            String type, boolean[] conditions, double[] pressuresKpa, int shortestMs, int joinedGapMs) {
        List<int[]> runs = new ArrayList<>();
        for (int ms = 0; ms < conditions.length; ms++) {
            if (conditions[ms]) {
                int[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
                if (last != null && ms - last[1] <= Math.max(1, joinedGapMs)) {
                    last[1] = ms;
                } else {
                    runs.add(new int[] {ms, ms});
                }
            }
        }
        List<TruthEvent> events = new ArrayList<>();
        for (int[] run : runs) {
            if (run[1] - run[0] >= shortestMs) {
                double sum = 0;
                double peak = 0;
                int count = 0;
                for (int ms = run[0]; ms <= run[1]; ms++) {
                    if (conditions[ms]) {
                        sum += pressuresKpa[ms];
                        peak = Math.max(peak, pressuresKpa[ms]);
                        count++;
                    }
                }
                events.add(new TruthEvent(type, run[0], run[1] + 1L, sum / count, peak));
            }
        }
        return events;
    }

    @Test
    void spansAreThoseOfTheObviousVersion() {
        System.out.println("TruthTest seed " + SEED);
        Random random = new Random(SEED);
        for (int roundIndex = 0; roundIndex < 300; roundIndex++) {
            int shortestMs = random.nextInt(20);
            int joinedGapMs = random.nextInt(20);
            TruthSpan span = new TruthSpan("hold", shortestMs, joinedGapMs);
            boolean[] conditions = new boolean[400];
            double[] pressuresKpa = new double[400];
            for (int ms = 0; ms < 400; ms++) {
                conditions[ms] = ms > 0 && random.nextInt(8) > 0 ? conditions[ms - 1] : random.nextBoolean();
                pressuresKpa[ms] = random.nextInt(50);
                span.accept(ms, conditions[ms], pressuresKpa[ms]);
            }
            assertEquals(spans("hold", conditions, pressuresKpa, shortestMs, joinedGapMs), span.events());
        }
    }

    /** Section 6 of the contract, word by word, on the states of a whole session. */
    @ParameterizedTest
    @MethodSource("org.rollscope.simulation.Scenario#all")
    void labelsAreThoseOfTheContract(Scenario scenario) {
        AthleteSimulation athlete = new AthleteSimulation(scenario, 8, 60_000);
        TruthLabels labels = new TruthLabels(athlete.ceilingKpa());
        int length = 60_000;
        double[] pressuresKpa = new double[length];
        boolean[] touched = new boolean[length];
        boolean[] rolling = new boolean[length];
        boolean[] held = new boolean[length];
        boolean[] over = new boolean[length];
        boolean[] guarding = new boolean[length];
        while (athlete.step()) {
            SimulatedMoment moment = athlete.moment();
            labels.accept(moment);
            int ms = (int) moment.timeMs();
            boolean moving = Math.abs(moment.commandedSpeedMmPerS()) > 6;
            pressuresKpa[ms] = moment.meanPressureKpa();
            touched[ms] = moment.limbForceN() > 15 && !moment.carried();
            rolling[ms] = moment.loaded() && moving;
            held[ms] = moment.loaded() && !moving;
            over[ms] = touched[ms] && moment.meanPressureKpa() > athlete.ceilingKpa();
            guarding[ms] = touched[ms] && moment.activationRatio() > 0.20;
        }
        List<TruthEvent> events = labels.events();
        assertEquals(spans("roll", rolling, pressuresKpa, 1, 1000), of(events, "roll"));
        assertEquals(spans("hold", held, pressuresKpa, 3000, 0), of(events, "hold"));
        assertEquals(spans("contact", touched, pressuresKpa, 300, 1000), of(events, "contact"));
        assertEquals(spans("overpressure", over, pressuresKpa, 500, 1000), of(events, "overpressure"));
        assertEquals(spans("guarding", guarding, pressuresKpa, 500, 1000), of(events, "guarding"));
        for (int index = 1; index < events.size(); index++) {
            assertTrue(events.get(index - 1).startMs() <= events.get(index).startMs(), "ordered by onset");
        }
        boolean moves = scenario != Scenario.STILL && scenario != Scenario.CARRY;
        assertEquals(moves, !of(events, "stroke").isEmpty());
        assertEquals(scenario == Scenario.CARRY, events.isEmpty());
        for (TruthEvent stroke : of(events, "stroke")) {
            assertTrue(
                    of(events, "roll").stream()
                            .anyMatch(roll -> roll.startMs() <= stroke.startMs() && stroke.endMs() <= roll.endMs()),
                    "a stroke lies within a roll");
        }
    }

    /** Scripts avoid pauses of just three seconds, so the limit itself is held by hand-made moments. */
    @ParameterizedTest
    @CsvSource({"2900, 0", "2999, 0", "3001, 1", "9000, 1"})
    void holdNeedsThreeSeconds(int stillMs, int expectedCount) {
        TruthLabels labels = new TruthLabels(50);
        SimulatedMoment moment = new SimulatedMoment(PadGeometry.REFERENCE);
        for (int ms = 0; ms < 12_000; ms++) {
            moment.timeMs = ms;
            moment.loaded = ms >= 1000 && ms < 1000 + stillMs;
            labels.accept(moment);
        }
        assertEquals(expectedCount, of(labels.events(), "hold").size());
    }

    @ParameterizedTest
    @CsvSource({"5.9, 0", "6.1, 1", "-5.9, 0", "-6.1, 1"})
    void rollNeedsSixMillimetresPerSecondUnderLoad(double speedMmPerS, int expectedCount) {
        TruthLabels labels = new TruthLabels(50);
        SimulatedMoment moment = new SimulatedMoment(PadGeometry.REFERENCE);
        for (int ms = 0; ms < 5000; ms++) {
            moment.timeMs = ms;
            moment.loaded = ms < 2000;
            moment.commandedSpeedMmPerS = speedMmPerS;
            labels.accept(moment);
        }
        assertEquals(expectedCount, of(labels.events(), "roll").size());
        if (expectedCount == 1) {
            assertEquals(2000, of(labels.events(), "roll").get(0).endMs());
        }
    }

    private static List<TruthEvent> of(List<TruthEvent> events, String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    @Test
    void drawnParametersAreAllNamedWithTheirUnit() {
        var drawn = new AthleteSimulation(Scenario.COACHED, 1, 1000).parameters();
        assertTrue(drawn.keySet().containsAll(List.of("ceiling_kpa", "full_load_n", "limb_radius_mm")));
        assertFalse(drawn.containsValue(null));
    }
}
