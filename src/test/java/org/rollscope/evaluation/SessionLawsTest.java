package org.rollscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.config.ShippedSettings;
import org.rollscope.detect.EventLaws;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.RawFrame;
import org.rollscope.pipeline.AnalysisSetup;
import org.rollscope.pipeline.SessionAnalysis;
import org.rollscope.session.SessionSummary;
import org.rollscope.simulation.Scenario;

/** What must hold for whole sessions, with the shipped settings. */
class SessionLawsTest {
    private static final List<Long> SEEDS = List.of(3L, 7L);
    private static final int SECONDS = 60;

    private record Outcome(List<RollerEvent> events, SessionSummary summary) {}

    private static Outcome analyse(SimulatedSession session, List<RawFrame> frames) {
        double ceilingKpa = session.ceilingKpa();
        RollscopeSettings settings = ShippedSettings.core();
        AnalysisSetup setup = settings.setup()
                .withBand(new PressureBand(0.5 * ceilingKpa, 0.85 * ceilingKpa, ceilingKpa, CeilingSource.RAMP_TEST));
        List<RollerEvent> events = new ArrayList<>();
        SessionAnalysis analysis = new SessionAnalysis(setup, session.hello(), session.calibration(), events::add);
        frames.forEach(analysis::accept);
        return new Outcome(events, analysis.finish(analysis.lastTimeUs()));
    }

    @ParameterizedTest
    @MethodSource("org.rollscope.simulation.Scenario#all")
    void everyBeginningHasItsEnd(Scenario scenario) {
        for (long seed : SEEDS) {
            SimulatedSession session = SimulatedSession.of(scenario, seed, SECONDS);
            Outcome outcome = analyse(session, session.frames());
            System.out.println("SessionLawsTest " + scenario.word() + " seed " + seed + ": "
                    + outcome.events().size() + " events");
            EventLaws.check(outcome.events());
            assertEquals(scenario != Scenario.CARRY, !outcome.events().isEmpty());
            assertTrue(outcome.summary().holdMs() + outcome.summary().rollMs()
                    <= outcome.summary().contactMs() + 1000);
        }
    }

    /** The same with a line that loses single frames, bursts and whole seconds. */
    @ParameterizedTest
    @MethodSource("org.rollscope.simulation.Scenario#all")
    void everyBeginningHasItsEndOnABadLine(Scenario scenario) {
        for (long seed : SEEDS) {
            SimulatedSession session = SimulatedSession.of(scenario, seed, SECONDS);
            Random random = new Random(seed);
            List<RawFrame> kept = new ArrayList<>();
            int lostUntilIndex = 0;
            for (int index = 0; index < session.frames().size(); index++) {
                if (index >= lostUntilIndex && random.nextInt(60) == 0) {
                    lostUntilIndex = index + new int[] {1, 2, 15, 25, 60, 150, 400}[random.nextInt(7)];
                }
                if (index >= lostUntilIndex) {
                    kept.add(session.frames().get(index));
                }
            }
            List<RollerEvent> events = analyse(session, kept).events();
            EventLaws.check(events);
            assertTrue(events.stream().anyMatch(event -> event.type() == EventType.SIGNAL_LOST));
        }
    }

    @Test
    void sameFramesGiveTheSameEventsBitForBit() {
        SimulatedSession session = SimulatedSession.of(Scenario.COACHED, 3, SECONDS);
        Outcome first = analyse(session, session.frames());
        Outcome second = analyse(session, session.frames());
        assertEquals(first.events(), second.events());
        assertEquals(first.summary(), second.summary());
        assertFalse(first.events().isEmpty());
    }

    /** However the bytes are cut on their way. */
    @ParameterizedTest(name = "chunks of {0} bytes; 0 stands for 1 to 65536 by turns")
    @ValueSource(ints = {0, 1, 2, 61, 122, 4096, 65_536})
    void chunksOfAnySizeGiveTheSameEvents(int chunkBytes) {
        Scenario scenario = Scenario.ofWord("onesided");
        SimulatedSession session = SimulatedSession.of(scenario, 4, SECONDS);
        Random random = new Random(5);
        List<RawFrame> frames = SimulatedSession.decoded(
                SimulatedSession.stream(scenario, 4, SECONDS),
                () -> chunkBytes > 0 ? chunkBytes : 1 + random.nextInt(1 << random.nextInt(17)));
        Outcome expected = analyse(session, session.frames());
        Outcome found = analyse(session, frames);
        assertTrue(expected.events().size() > 10, "too little happens to tell a difference");
        assertEquals(expected.events(), found.events());
        assertEquals(expected.summary(), found.summary());
    }

    @Test
    void carryingGivesNoEventAndLyingStillNoRoll() {
        for (long seed : SEEDS) {
            SimulatedSession carried = SimulatedSession.of(Scenario.CARRY, seed, SECONDS);
            assertEquals(List.of(), analyse(carried, carried.frames()).events());
            SimulatedSession still = SimulatedSession.of(Scenario.STILL, seed, SECONDS);
            List<RollerEvent> events = analyse(still, still.frames()).events();
            assertTrue(events.stream().noneMatch(event -> event.type() == EventType.ROLL));
            assertTrue(events.stream().anyMatch(event -> event.type() == EventType.HOLD));
        }
    }
}
